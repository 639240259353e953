#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Turns bytes of a declared, undeclared or wrongly declared character set into UTF-8.
///
/// In this order: a byte order mark; valid UTF-8 that is not mere ASCII, whatever was declared, since
/// text of another set is valid UTF-8 only by accident; the declared set; Windows-1252, which
/// contains what is called ISO-8859-1 and has a meaning for nearly every byte.
package enum CharacterSet {
  /// UTF-8, and the set it was read as when that was not UTF-8.
  package struct Decoded: Sendable, Equatable {
    package var text: [UInt8]
    package var set: String?
  }

  /// Names for which Windows-1252 is meant, as the WHATWG's encoding standard has it.
  private static let western: Set<String> = [
    "", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii",
    "windows-1252", "cp1252", "x-cp1252", "ansi_x3.4-1968", "unknown-8bit", "x-unknown", "utf-8",
    "utf8", "8bit", "unknown", "default",
  ]

  package static func decoded(_ bytes: [UInt8], declared: String? = nil) -> Decoded {
    if let marked = byMark(bytes) { return marked }
    let name = declared.map(plainName) ?? ""
    // Sets of seven bits look like ASCII and are none.
    if !isSevenBit(name), isUTF8(bytes) { return Decoded(text: bytes, set: nil) }
    if !western.contains(name), let text = converted(bytes, from: name) {
      return Decoded(text: text, set: name)
    }
    return Decoded(text: windows1252(bytes), set: "windows-1252")
  }

  /// The same for a text that may be of mixed sets: each line by itself.
  static func decodedByLine(_ bytes: [UInt8]) -> [UInt8] {
    if isUTF8(bytes) { return bytes }
    var text: [UInt8] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !text.isEmpty || line.startIndex > 0 { text.append(UInt8(ascii: "\n")) }
      text += isUTF8(Array(line)) ? Array(line) : windows1252(Array(line))
    }
    return text
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func isSevenBit(_ name: String) -> Bool {
    name.hasPrefix("iso-2022") || name.hasPrefix("hz") || name.hasPrefix("utf-7")
      || name.hasPrefix("utf-16") || name.hasPrefix("utf-32")
  }

  private static func plainName(_ name: String) -> String {
    name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
  }

  private static func byMark(_ bytes: [UInt8]) -> Decoded? {
    let marks: [(mark: [UInt8], set: String)] = [
      ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE, 0, 0], "utf-32le"),
      ([0, 0, 0xFE, 0xFF], "utf-32be"), ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be"),
    ]
    guard let (mark, set) = marks.first(where: { bytes.starts(with: $0.mark) }) else { return nil }
    let rest = Array(bytes.dropFirst(mark.count))
    if set == "utf-8" { return isUTF8(rest) ? Decoded(text: rest, set: nil) : nil }
    return converted(rest, from: set).map { Decoded(text: $0, set: set) }
  }

  /// Every byte has a meaning: the five that Windows-1252 leaves open become the sign for that.
  static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else if byte >= 0xA0 {
        text.append(0xC0 | byte >> 6)
        text.append(0x80 | byte & 0x3F)
      } else {
        text += String(upper[Int(byte - 0x80)]).utf8
      }
    }
    return text
  }

  /// 0x80 to 0x9F.
  private static let upper = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ")

  /// By the system's converter; what it cannot read becomes U+FFFD. nil for a set it does not know.
  private static func converted(_ bytes: [UInt8], from set: String) -> [UInt8]? {
    guard !set.isEmpty, let converter = iconv_open("UTF-8", set),
      Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    var source = bytes.map { CChar(bitPattern: $0) }
    source.withUnsafeMutableBufferPointer { source in
      var input = source.baseAddress
      var left = source.count
      while left > 0 {
        let isStuck = !step(converter, &input, &left, &output)
        if isStuck {
          output += "\u{FFFD}".utf8
          input = input?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return output
  }

  /// Converts a piece; false when the next byte means nothing.
  private static func step(
    _ converter: iconv_t, _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
    _ output: inout [UInt8]
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4_096) { buffer in
      var target = buffer.baseAddress
      var room = buffer.count
      let result = iconv(converter, &input, &left, &target, &room)
      let failure = errno
      for byte in buffer.prefix(buffer.count - room) { output.append(UInt8(bitPattern: byte)) }
      return result != -1 || failure == E2BIG
    }
  }
}
