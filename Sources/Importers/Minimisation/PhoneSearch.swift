/// Finds phone numbers by their shape or by the word before them, and leaves all other numbers:
/// years, dates, versions, ISBNs, ids in addresses.
///
/// Shapes: `+` and a country code; `00`, a country code and separators; the North American
/// `555-123-4567`, `(555) 123-4567`, `1.555.123.4567`; and 7 digits or more after a word such as
/// `tel.` or `WhatsApp`. The limits of 7 and 15 digits are those of ITU-T E.164 and E.123.
enum PhoneSearch {
  static func redactions(in text: [UInt8]) -> [Redaction] {
    var found: [Redaction] = []
    var index = 0
    while index < text.count {
      if let range = phone(in: text, at: index) {
        found.append(Redaction(range: range, replacement: Redaction.phone))
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static func phone(in text: [UInt8], at index: Int) -> Range<Int>? {
    let byte = text[index]
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(") || ByteClass.isDigit(byte) {
      guard startsNumber(in: text, at: index) else { return nil }
      let end =
        international(in: text, from: index) ?? doubleZero(in: text, from: index)
        ?? northAmerican(in: text, from: index)
      return end.map { index..<$0 }
    }
    if mayBeginCue(byte), let start = numberAfterCue(in: text, at: index) {
      return afterCue(in: text, from: start).map { start..<$0 }
    }
    return nil
  }

  private static func startsNumber(in text: [UInt8], at index: Int) -> Bool {
    guard let before = text.at(index - 1) else { return true }
    // The second half of these are signs of an address, of arithmetic or of a longer number.
    return !text.isWord(before: index) && !"/=&?#%+-.,:$".utf8.contains(before)
      || before == UInt8(ascii: ":") && !(text.at(index - 2).map(ByteClass.isDigit) ?? false)
  }

  /// `+44 20 7946 0958`: 8 to 15 digits, the first not 0; after `+1` exactly ten more, since `+1`
  /// also means consent.
  private static func international(in text: [UInt8], from start: Int) -> Int? {
    guard text[start] == UInt8(ascii: "+"), let number = number(in: text, from: start + 1),
      let first = number.digits.first, first != 0x30
    else { return nil }
    let isRight =
      first == 0x31 ? number.digits.count == 11 : (8...15).contains(number.digits.count)
    return isRight ? number.end : nil
  }

  private static func doubleZero(in text: [UInt8], from start: Int) -> Int? {
    guard text.has("00", at: start), let number = number(in: text, from: start),
      (11...17).contains(number.digits.count), number.digits[2] != 0x30,
      number.end - start > number.digits.count
    else { return nil }
    return number.end
  }

  /// Three, three and four digits with the same separator, or the first three in brackets.
  private static func northAmerican(in text: [UInt8], from start: Int) -> Int? {
    var index = start
    if text.at(index) == 0x31, text.at(index + 1).map({ "-. ".utf8.contains($0) }) == true {
      index += 2
    }
    let isBracketed = text.at(index) == UInt8(ascii: "(")
    if isBracketed { index += 1 }
    guard let area = digits(3, in: text, at: index) else { return nil }
    index = area
    var separator = text.at(index)
    if isBracketed {
      guard separator == UInt8(ascii: ")") else { return nil }
      index = text.end(from: index + 1, limit: 1) { $0 == 0x20 }
      separator = nil
    } else {
      guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".") else { return nil }
      index += 1
    }
    guard let exchange = digits(3, in: text, at: index), let middle = text.at(exchange),
      middle == separator || separator == nil && "-. ".utf8.contains(middle),
      let end = digits(4, in: text, at: exchange + 1), endsNumber(in: text, at: end)
    else { return nil }
    return end
  }

  /// Whether one of the words below begins with this letter.
  private static func mayBeginCue(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "c"), UInt8(ascii: "f"), UInt8(ascii: "m"), UInt8(ascii: "p"),
      UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "w"):
      true
    default: false
    }
  }

  /// `tel: `, `phone `, `WhatsApp:` … → the index of the number behind it.
  private static func numberAfterCue(in text: [UInt8], at index: Int) -> Int? {
    if text.isWord(before: index) { return nil }
    let cues: [StaticString] = [
      "telephone", "tel", "phone", "mobile", "cellphone", "cell", "whatsapp", "fax", "sms",
      "call me at", "call me on", "wa.me/",
    ]
    guard let cue = cues.first(where: { text.has($0, at: index) }) else { return nil }
    var end = index + cue.utf8CodeUnitCount
    end = text.end(from: end, limit: 3) { ".: #".utf8.contains($0) }
    for word in ["number", "no.", "is"] as [StaticString] where text.has(word, at: end) {
      end = text.end(from: end + word.utf8CodeUnitCount, limit: 2) { ": ".utf8.contains($0) }
    }
    return end < text.count && end > index + 2 ? end : nil
  }

  private static func afterCue(in text: [UInt8], from start: Int) -> Int? {
    let from = text.at(start) == UInt8(ascii: "+") ? start + 1 : start
    guard let number = number(in: text, from: from), (7...15).contains(number.digits.count),
      !isDate(text, from, number)
    else { return nil }
    return number.end
  }

  // MARK: Numbers

  /// Digits with single separators between them, brackets included, and where they end.
  private static func number(in text: [UInt8], from start: Int) -> (digits: [UInt8], end: Int)? {
    var digits: [UInt8] = []
    var index = start
    var end = start
    while let byte = text.at(index), digits.count <= 17 {
      if ByteClass.isDigit(byte) {
        digits.append(byte)
        index += 1
        end = index
      } else if " .-()/".utf8.contains(byte), index - end < 2 {
        index += 1
      } else {
        break
      }
    }
    return !digits.isEmpty && endsNumber(in: text, at: end) ? (digits, end) : nil
  }

  private static func digits(_ count: Int, in text: [UInt8], at index: Int) -> Int? {
    let end = text.end(from: index, limit: count, while: ByteClass.isDigit)
    return end - index == count ? end : nil
  }

  private static func endsNumber(in text: [UInt8], at index: Int) -> Bool {
    guard let next = text.at(index) else { return true }
    if text.isWord(at: index) { return false }
    let goesOn = next == UInt8(ascii: "-") || next == UInt8(ascii: ".") || next == UInt8(ascii: ",")
    return !goesOn || !text.isWord(at: index + 1)
  }

  /// `2014-05-06`, `1800-1985`: four digits that are a year, then a dash.
  private static func isDate(
    _ text: [UInt8], _ start: Int, _ number: (digits: [UInt8], end: Int)
  ) -> Bool {
    number.digits.count == 8 && "-/ ".utf8.contains(text.at(start + 4) ?? 0)
      && (text.has("19", at: start) || text.has("20", at: start) || text.has("18", at: start))
  }
}
