/// Finds IP addresses of both versions. Loopback, unspecified and netmask addresses belong to nobody
/// and stay; so do version numbers, times and `std::vector`.
enum AddressSearch {
  static func redactions(in text: [UInt8]) -> [Redaction] {
    var found: [Redaction] = []
    var index = 0
    while index < text.count {
      guard startsWord(in: text, at: index) else {
        index += 1
        continue
      }
      if let end = version4(in: text, from: index) ?? version6(in: text, from: index) {
        found.append(Redaction(range: index..<end, replacement: Redaction.address))
        index = end
      } else {
        index = text.end(from: index + 1) { ByteClass.isWord($0) || $0 == UInt8(ascii: ".") }
      }
    }
    return found
  }

  /// Whether a number may begin here: `v1.2.3.4`, `-1.2.3.4` and `5.1.2.3.4` are none.
  private static func startsWord(in text: [UInt8], at index: Int) -> Bool {
    guard ByteClass.isHexadecimal(text[index]) else { return false }
    guard let before = text.at(index - 1) else { return true }
    return !ByteClass.isWord(before) && !".-:".utf8.contains(before)
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
    if ByteClass.isWord(next) || next == UInt8(ascii: "-") { return false }
    // A full stop ends a sentence; a dot before a word or digit goes on.
    guard next == UInt8(ascii: ".") else { return true }
    return text.at(index + 1).map { !ByteClass.isWord($0) } ?? true
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
    guard last == end || text[last...].first == UInt8(ascii: ":"), !isWordByte(text.at(end)) else {
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

  private static func isWordByte(_ byte: UInt8?) -> Bool { byte.map(ByteClass.isWord) == true }
}
