/// What a line of a mail's body is by itself.
enum MailLine {
  /// Words by which an answer names whom it quotes, in lower case, in the languages of mail programs.
  private static let attributions: [StaticString] = [
    "wrote", "writes", "said", "schrieb", "geschrieben", "a écrit", "escribió", "escribio",
    "ha scritto", "schreef", "skrev", "escreveu", "napisał", "kirjoitti", "writes",
  ]
  private static let signOffs: Set<String> = [
    "best", "regards", "best regards", "kind regards", "kindest regards", "warm regards", "cheers",
    "thanks", "many thanks", "thank you", "thanks in advance", "sincerely", "yours",
    "yours sincerely",
    "best wishes", "all the best", "hth", "hope this helps", "with best regards", "viele grüße",
    "grüße", "gruß", "lg", "vg", "mfg", "mit freundlichen grüßen", "beste grüße", "schöne grüße",
    "cordialement", "amicalement", "saludos", "un saludo", "saluti", "cordiali saluti",
    "met vriendelijke groet", "groeten", "atenciosamente", "abraço", "hälsningar", "pozdrawiam",
    "thx", "tia", "br", "ciao", "yours faithfully", "respectfully", "best regards and thanks",
  ]

  /// `> text`, `AB> text`, with at most eight blanks before.
  static func isQuoted(_ line: ArraySlice<UInt8>, by sign: UInt8 = 0x3E) -> Bool {
    var index = line.startIndex
    while index < line.endIndex, index - line.startIndex < 8, isWhiteSpace(line[index]) {
      index += 1
    }
    let start = index
    while index < line.endIndex, index - start < 4, line[index] >= 0x41, line[index] <= 0x5A {
      index += 1
    }
    return index < line.endIndex && line[index] == sign
  }

  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy(isWhiteSpace) }

  /// The sign before a signature, with the blank it should have and without.
  static func isSignatureSign(_ line: ArraySlice<UInt8>) -> Bool {
    line.elementsEqual("-- ".utf8) || line.elementsEqual("--".utf8)
      || line.elementsEqual("---".utf8)
  }

  /// From here on stands what another wrote, or what an archive left out.
  static func beginsCopy(_ line: ArraySlice<UInt8>) -> Bool {
    let text = Array(line.prefix(100))
    guard text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "B") else { return false }
    let rest = Array(text.drop { $0 == UInt8(ascii: "-") || $0 == 0x20 })
    let isRuled = text.starts(with: "-----".utf8)
    let titles: [StaticString] = [
      "original message", "original-nachricht", "ursprüngliche nachricht", "message d'origine",
      "mensaje original", "messaggio originale", "oorspronkelijk bericht", "forwarded message",
      "weitergeleitete nachricht", "next part", "urspr",
    ]
    return isRuled && titles.contains { rest.has($0, at: 0) }
      || text.has("begin forwarded message:", at: 0)
      || text.has("-----begin pgp signature", at: 0)
  }

  /// A line that programs added to what was written.
  static func isNoise(_ line: ArraySlice<UInt8>) -> Bool {
    let text = Array(line.prefix(100).drop(while: isWhiteSpace))
    let noise: [StaticString] = [
      "[[alternative html version deleted]]", "[attachment deleted]",
      "-----begin pgp signed message",
      "hash: sha", "sent from my ", "get outlook for ", "von meinem iphone gesendet",
    ]
    return noise.contains { text.has($0, at: 0) }
  }

  /// `From: …` of a header that a mail program copied above a quoted mail.
  static func isHeader(_ line: ArraySlice<UInt8>, _ names: [StaticString]) -> Bool {
    let text = Array(line.prefix(40).drop { isWhiteSpace($0) || $0 == UInt8(ascii: "*") })
    return names.contains { text.has($0, at: 0) }
  }

  /// `On 22 May 2015, Ann <…> wrote:`
  static func isAttribution(_ text: [UInt8]) -> Bool {
    guard text.count < 400, let last = text.lastIndex(where: { !isWhiteSpace($0) }),
      text[last] == UInt8(ascii: ":") || text.has("wrote", at: last - 4)
    else { return false }
    return attributions.contains { word in
      text.indices.contains { text.has(word, at: $0) }
    }
  }

  /// Whether the name of such a line stands in the one above: `<ann@example.org> wrote:`, `wrote:`.
  static func lacksName(_ text: [UInt8]) -> Bool {
    let start = text.end(from: 0, while: isWhiteSpace)
    return text.at(start).map { "<([".utf8.contains($0) } == true
      || attributions.contains { text.has($0, at: start) }
  }

  /// Whether a year or a time of day stands in a line: `2015-05-22 13:38 GMT+02:00 Ann`.
  static func isDated(_ text: [UInt8]) -> Bool {
    text.split { !ByteClass.isDigit($0) }.contains { run in
      if run.count <= 2 { return text.at(run.endIndex) == UInt8(ascii: ":") }
      return run.count == 4 && (run.starts(with: "19".utf8) || run.starts(with: "20".utf8))
    }
  }

  static func endsSentence(_ text: [UInt8]) -> Bool {
    text.last { !isWhiteSpace($0) }.map { ".!?".utf8.contains($0) } ?? false
  }

  /// Words of other scripts by which an answer names whom it quotes.
  private static let otherAttributions: [StaticString] = [
    "пишет", "писал", "пише", "написа", "写道", "寫道", "書きました", "작성", "έγραψε", "כתב",
    "كتب", "yazdı", "napsal", "napísal", "írta", "a scris", "đã viết", "menulis", "pisze",
  ]

  /// Whether a line that stands above a quotation introduces it, in whatever language: it holds a
  /// date, and an address in `<>` or a word for writing, and ends with a colon.
  ///
  /// `пн, 6 янв. 2020 г. в 10:00, Ann <ann@example.org>:`, `Ann 于2020年1月6日写道：`
  static func introducesQuotation(_ text: [UInt8]) -> Bool {
    guard text.count < 400, let last = text.lastIndex(where: { !isWhiteSpace($0) }),
      text[last] == UInt8(ascii: ":") || text.has("：", at: last - 2)
    else { return false }
    let address = address(in: text)
    let isDated = text.indices.contains { index in
      ByteClass.isDigit(text[index]) && address?.contains(index) != true
    }
    guard isDated else { return false }
    return address != nil
      || otherAttributions.contains { word in text.indices.contains { text.has(word, at: $0) } }
  }

  /// Where `<ann@example.org>` or `<ann at example.org>` stands.
  private static func address(in text: [UInt8]) -> Range<Int>? {
    guard let open = text.firstIndex(of: UInt8(ascii: "<")),
      let close = text[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let isOne =
      text[open..<close].contains(UInt8(ascii: "@"))
      || (open..<close).contains { text.has(" at ", at: $0) }
    return isOne ? open..<close : nil
  }

  /// `Best regards,` alone on a line.
  static func isSignOff(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 40 else { return false }
    let words = String(decoding: line, as: UTF8.self).lowercased()
      .split { !$0.isLetter && $0 != "'" }
    return signOffs.contains(words.joined(separator: " "))
  }

  /// A line of underscores or dashes, as lists put above their footer.
  static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 20 && line.allSatisfy { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
  }
}
