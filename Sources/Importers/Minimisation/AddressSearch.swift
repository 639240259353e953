/// Finds IP addresses of both versions. Loopback, unspecified and netmask addresses belong to nobody
/// and stay; so do version numbers, times and `std::vector`.
enum AddressSearch {
  static func redactions(in text: [UInt8]) -> [Redaction] {
    var found: [Redaction] = []
    var index = 0
    while index < text.count {
      guard ByteClass.isHexadecimal(text[index]), !text.isWord(before: index) else {
        index += 1
        continue
      }
      if let end = address(in: text, from: index, behind: found.last?.range.upperBound) {
        found.append(Redaction(range: index..<end, replacement: Redaction.address))
        index = end
      } else {
        index = text.end(from: index + 1) { ByteClass.isASCIIWord($0) || $0 == UInt8(ascii: ".") }
      }
    }
    return found
  }

  /// The end of an address at the beginning of a word; `last` is the end of the one before it.
  private static func address(in text: [UInt8], from index: Int, behind last: Int?) -> Int? {
    guard let before = text.at(index - 1), ".-:".utf8.contains(before) else {
      return version4(in: text, from: index) ?? version6(in: text, from: index)
    }
    let mayBegin = last == index - 1 || mayPrecede(before, in: text, at: index - 1)
    return mayBegin ? version4(in: text, from: index) : nil
  }

  /// Whether a dot, dash or colon may stand before an address: `IP:203.0.113.7` has one, `5.1.2.3.4`
  /// and `lib-1.2.3.4` are none, and in `12:1.2.3.4` the colon stands behind a number.
  private static func mayPrecede(_ sign: UInt8, in text: [UInt8], at index: Int) -> Bool {
    if sign == UInt8(ascii: "-") { return !text.isWord(before: index) }
    guard sign == UInt8(ascii: ":") else { return false }
    let start = text.start(before: index, while: ByteClass.isHexadecimal)
    // `::ffff:203.0.113.7` is the address itself, in the form of version 6.
    return start == index || text.isWord(before: start) || text.has("::ffff", at: index - 6)
  }

  /// Four numbers of 0–255 with dots between them, not followed by a further part.
  private static func version4(in text: [UInt8], from start: Int) -> Int? {
    var parts: [Int] = []
    var index = start
    while parts.count < 4 {
      let end = text.end(from: index, limit: 4, while: ByteClass.isDigit)
      guard end > index, end - index <= 3 else { return nil }
      let number = text[index..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard number <= 255, end - index == 1 || text[index] != 0x30 else { return nil }
      parts.append(number)
      index = end
      if parts.count < 4 {
        guard text.at(index) == UInt8(ascii: ".") else { return nil }
        index += 1
      }
    }
    guard endsWord(in: text, at: index) else { return nil }
    let isNobodys = parts[0] == 127 || parts[0] == 255 || parts == [0, 0, 0, 0]
    return isNobodys ? nil : index
  }

  private static func endsWord(in text: [UInt8], at index: Int) -> Bool {
    guard let next = text.at(index) else { return true }
    if text.isWord(at: index) { return false }
    switch next {
    // `1.2.3.4-beta` is a version, `203.0.113.7-203.0.113.9` are two addresses.
    case UInt8(ascii: "-"): return !(text.at(index + 1).map(ByteClass.isLetter) ?? false)
    // A full stop ends a sentence; a dot before a word or digit goes on.
    case UInt8(ascii: "."): return !text.isWord(at: index + 1)
    default: return true
    }
  }

  /// Groups of hexadecimal digits with colons: all eight, or fewer with one `::`, the first of them
  /// of three digits or more and at least one with a decimal digit, so that `a::b` is none.
  private static func version6(in text: [UInt8], from start: Int) -> Int? {
    let end = text.end(from: start, limit: 40) {
      ByteClass.isHexadecimal($0) || $0 == UInt8(ascii: ":")
    }
    var last = end
    while last > start, text[last - 1] == UInt8(ascii: ":"), !text.has("::", at: last - 2) {
      last -= 1
    }
    guard last == end || text[last...].first == UInt8(ascii: ":"), !text.isWord(at: end) else {
      return nil
    }
    let groups = text[start..<last].split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.count <= 4 }), groups.count >= 3 else { return nil }
    let empty = groups.count { $0.isEmpty }
    if empty == 0 { return groups.count == 8 ? last : nil }
    let isShort = empty == 1 || empty == 2 && groups.last?.isEmpty == true
    guard isShort, groups.count <= 8, groups[0].count >= 3,
      text[start..<last].contains(where: ByteClass.isDigit)
    else { return nil }
    return last
  }
}
