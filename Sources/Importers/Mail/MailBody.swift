/// What the sender of a mail wrote: no quoted mail, no header of one, no signature, no footer.
///
/// Names, addresses and telephone numbers stand mostly in these, and a word that is quoted would
/// count for two people.
struct MailBody: Sendable {
  /// Lines behind a signature's sign, a sign-off or the sender's name that may belong to it.
  private static let longestSignature = 15

  private(set) var text: [UInt8] = []
  /// The lines that name whom the first quotation is of: `On 22 May 2015, Ann wrote:`
  private(set) var attribution: [UInt8] = []
  private var lines: [ArraySlice<UInt8>]
  private var hasQuotation = false

  /// Whether it repeats words of another mail.
  var quotes: Bool { hasQuotation || !attribution.isEmpty }

  /// `name` is the sender's, decoded; a line with nothing but it begins the signature.
  init(_ body: [UInt8], sender name: String) {
    lines = body.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let line = line.last == 0x0D ? line.dropLast() : line
      // How mailboxes hide a line that would look like the start of a mail.
      return line.starts(with: ">From ".utf8) ? line.dropFirst() : line
    }
    cutCopies()
    cutSignature()
    let bar = UInt8(ascii: "|")
    if introducesQuotation(by: bar) { dropQuotations(by: bar) }
    dropQuotations(by: UInt8(ascii: ">"))
    cutFooter()
    cutSignOff(MailBody.nameWords(name))
    writeText()
  }

  // MARK: What others wrote

  private mutating func cutCopies() {
    let end = lines.indices.first { index in
      MailLine.beginsCopy(lines[index]) || MailCopiedHeader.begins(lines[index...])
    }
    if let end { lines.removeSubrange(end...) }
    lines.removeAll(where: MailLine.isNoise)
  }

  /// Whether lines behind an `Ann wrote:` begin with a sign that elsewhere means something else.
  private func introducesQuotation(by sign: UInt8) -> Bool {
    lines.indices.dropLast().contains { index in
      guard !MailLine.isQuoted(lines[index], by: sign), MailLine.isAttribution(Array(lines[index]))
      else { return false }
      let next = lines[(index + 1)...].first { !MailLine.isBlank($0) }
      return next.map { MailLine.isQuoted($0, by: sign) } ?? false
    }
  }

  private mutating func dropQuotations(by sign: UInt8) {
    var kept: [ArraySlice<UInt8>] = []
    var isInside = false
    for line in lines {
      if MailLine.isQuoted(line, by: sign) {
        hasQuotation = true
        if !isInside { dropAttribution(from: &kept) }
        isInside = true
      } else {
        if !MailLine.isBlank(line) { isInside = false }
        kept.append(line)
      }
    }
    lines = kept
    if sign != UInt8(ascii: ">") { return }
    if !hasQuotation { cutUnmarkedQuotation() }
    // Those that are left introduce a quotation that was cut already; they name people all the same.
    lines = lines.indices.filter { !isAttribution(at: $0) }.map { lines[$0] }
  }

  private func isAttribution(at index: Int) -> Bool {
    MailBody.beginsSentence(lines[index]) && MailLine.isAttribution(Array(lines[index]))
      && lines[index].contains(where: ByteClass.isDigit)
  }

  /// Takes the line that introduces a quotation, which may be broken in up to three.
  private mutating func dropAttribution(from kept: inout [ArraySlice<UInt8>]) {
    var end = kept.count
    while end > 0, MailLine.isBlank(kept[end - 1]) { end -= 1 }
    for length in 1...3 where length <= end {
      let joined = Array(kept[(end - length)..<end].joined(separator: [0x20]))
      // In most languages the first words are not known: the fewest lines that say it all.
      if MailBody.introducesQuotation(kept[(end - length)..<end], joined) {
        if attribution.isEmpty { attribution = joined }
        kept.removeSubrange((end - length)...)
        return
      }
      guard MailLine.isAttribution(joined) else { continue }
      let start = MailBody.start(ofAttribution: end - length, in: kept[..<end])
      if attribution.isEmpty {
        attribution = Array(kept[start..<end].joined(separator: [0x20]))
      }
      kept.removeSubrange(start...)
      return
    }
  }

  /// Where an introduction begins that ends with the lines from an index on: at a line above that
  /// begins as such a line does or bears a date, or that has the name which the index's line lacks.
  /// Other lines of the paragraph are the sender's: `I agree.`, `Ann wrote:`.
  private static func start(
    ofAttribution last: Int, in lines: ArraySlice<ArraySlice<UInt8>>
  ) -> Int {
    if beginsSentence(lines[last]) { return last }
    let isOpen = MailLine.lacksName(Array(lines[last]))
    for index in (max(0, lines.endIndex - 3)..<last).reversed() {
      let line = Array(lines[index])
      if MailLine.isBlank(lines[index]) || MailLine.endsSentence(line) { break }
      if MailLine.isDated(line) { return index }
      let mayBegin = isOpen || line.contains(where: ByteClass.isDigit)
      if mayBegin, beginsSentence(lines[index]) { return index }
    }
    guard isOpen, last > 0 else { return last }
    let name = Array(lines[last - 1])
    return MailLine.isBlank(lines[last - 1]) || MailLine.endsSentence(name) ? last : last - 1
  }

  /// Whether lines of one paragraph introduce a quotation in words of another language.
  private static func introducesQuotation(
    _ lines: ArraySlice<ArraySlice<UInt8>>, _ joined: [UInt8]
  ) -> Bool {
    !MailLine.isAttribution(joined) && MailLine.introducesQuotation(joined)
      && !lines.contains(where: MailLine.isBlank)
  }

  /// Whether a line begins as `On Friday`, `Am 22.`, `>>>>> Ann` do.
  private static func beginsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    // A sign that the archive could not write may stand before it.
    let text = Array(line.prefix(16).drop { !ByteClass.isLetter($0) })
    let starts: [StaticString] = [
      "on ", "am ", "le ", "el ", "il ", "op ", "den ", "em ", "at ", "dnia ", "quoting ", "in ",
    ]
    return starts.contains { text.has($0, at: 0) }
  }

  /// Some programs quote without a sign: all behind `On … wrote:` is another's then, if something
  /// stands above it.
  private mutating func cutUnmarkedQuotation() {
    let end = lines.indices.first { index in
      guard MailBody.beginsSentence(lines[index]) else { return false }
      return (1...2).contains { length in
        index + length <= lines.count
          && MailLine.isAttribution(Array(lines[index..<index + length].joined(separator: [0x20])))
      }
    }
    guard let end else { return }
    let isBelowText = lines[..<end].contains { !MailLine.isBlank($0) }
    if attribution.isEmpty {
      attribution = Array(lines[end...].prefix(2).joined(separator: [0x20]))
    }
    if isBelowText { lines.removeSubrange(end...) } else { lines.remove(at: end) }
  }

  // MARK: Who wrote

  private mutating func cutSignature() {
    guard let sign = lines.firstIndex(where: MailLine.isSignatureSign) else { return }
    let rest = lines[(sign + 1)...].prefix { !MailLine.isQuoted($0) }
    let isStandard = lines[sign].elementsEqual("-- ".utf8)
    if isStandard || rest.count(where: { !MailLine.isBlank($0) }) <= MailBody.longestSignature {
      lines.removeSubrange(sign..<rest.endIndex)
    }
  }

  private mutating func cutFooter() {
    let near = lines.indices.suffix(12)
    let rule = near.first { index in
      MailLine.isRule(lines[index])
        && lines[index...].contains { line in
          let text = Array(line)
          return text.indices.contains { text.has("mailing list", at: $0) }
            || text.indices.contains { text.has("unsubscribe", at: $0) }
        }
    }
    if let rule { lines.removeSubrange(rule...) }
  }

  /// Cuts behind the last `Best regards,` or at the sender's own name, if what follows is short.
  /// Footnotes and postscripts stay.
  private mutating func cutSignOff(_ name: [String]) {
    var left = 0
    for index in lines.indices.reversed() {
      if !MailLine.isBlank(lines[index]) { left += 1 }
      if left > MailBody.longestSignature { return }
      let isSignOff = MailLine.isSignOff(lines[index])
      guard isSignOff || MailBody.isName(lines[index], name) else { continue }
      let first = isSignOff ? index + 1 : index
      let kept = lines[first...].filter(MailBody.isFootnote)
      if isSignOff, left == 1 { continue }
      lines.replaceSubrange(first..., with: kept)
      if isSignOff { return }
    }
  }

  /// `[1] https://…`, `P.S. …`
  private static func isFootnote(_ line: ArraySlice<UInt8>) -> Bool {
    let text = Array(line.prefix(12).drop(while: isWhiteSpace))
    if text.has("p.s", at: 0) || text.has("ps:", at: 0) || text.has("ps.", at: 0) { return true }
    let end = text.end(from: 1, limit: 3, while: ByteClass.isDigit)
    return text.first == UInt8(ascii: "[") && end > 1 && text.at(end) == UInt8(ascii: "]")
  }

  /// Words of a name with three letters or more, in lower case.
  private static func nameWords(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count >= 3 }
  }

  /// Whether a short line holds a word of the sender's name and little else.
  private static func isName(_ line: ArraySlice<UInt8>, _ name: [String]) -> Bool {
    guard !name.isEmpty, line.count < 60 else { return false }
    let words = String(decoding: line, as: UTF8.self).lowercased().split { !$0.isLetter }
    guard (1...4).contains(words.count) else { return false }
    return words.contains { name.contains(String($0)) }
      && words.allSatisfy { $0.count <= 2 || name.contains(String($0)) }
  }

  // MARK: What is left

  private mutating func writeText() {
    var blanks = 0
    for line in lines {
      if MailLine.isBlank(line) {
        blanks += 1
        continue
      }
      if !text.isEmpty { text += repeatElement(0x0A, count: min(blanks, 1) + 1) }
      blanks = 0
      text += line
    }
    while let last = text.last, isWhiteSpace(last) { text.removeLast() }
  }
}
