internal import Basics

/// Turns character references into the characters they stand for (HTML standard, 13.2.5.72–80).
package enum CharacterReferences {
  /// `decoded("a&amp;b&colon;", inAttribute: true)` → `a&b:`
  ///
  /// NUL becomes U+FFFD, CR and CR LF become LF, as in a parsed page.
  static func decoded(_ bytes: ArraySlice<UInt8>, inAttribute: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"),
        let reference = reference(in: bytes[index...], inAttribute: inAttribute)
      {
        output += String(String.UnicodeScalarView(reference.scalars)).utf8
        index += reference.length
        continue
      }
      index += 1
      switch byte {
      case 0: output += "\u{FFFD}".utf8
      case UInt8(ascii: "\r"):
        output.append(UInt8(ascii: "\n"))
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      default: output.append(byte)
      }
    }
    return output
  }

  /// What the reference at the start, from its `&`, stands for, and how long it is; nil where there is
  /// none.
  package static func first(
    in bytes: ArraySlice<UInt8>, inAttribute: Bool
  ) -> (text: String, length: Int)? {
    reference(in: bytes, inAttribute: inAttribute).map { found in
      (String(String.UnicodeScalarView(found.scalars)), found.length)
    }
  }

  private typealias Reference = (scalars: [Unicode.Scalar], length: Int)

  /// The reference at the start, from its `&`.
  private static func reference(in bytes: ArraySlice<UInt8>, inAttribute: Bool) -> Reference? {
    let rest = bytes.dropFirst()
    guard let first = rest.first else { return nil }
    return first == UInt8(ascii: "#")
      ? numeric(rest.dropFirst()) : named(rest, inAttribute: inAttribute)
  }

  private static func numeric(_ bytes: ArraySlice<UInt8>) -> Reference? {
    let isHex = bytes.first.map(lowercased) == UInt8(ascii: "x")
    let digits = bytes.dropFirst(isHex ? 1 : 0)
    var value: UInt32 = 0
    var count = 0
    for byte in digits {
      guard let digit = byte.hexDigitValue, digit < (isHex ? 16 : 10) else { break }
      value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
      count += 1
    }
    guard count > 0 else { return nil }
    let closed = digits.dropFirst(count).first == UInt8(ascii: ";")
    return ([scalar(value)], 2 + (isHex ? 1 : 0) + count + (closed ? 1 : 0))
  }

  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) { return windows1252[Int(value - 0x80)] }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The longest name that fits. In attributes, a name without `;` before `=`, a letter or a digit
  /// is no reference, so that `?a=1&copy=2` stays what its author meant.
  private static func named(_ bytes: ArraySlice<UInt8>, inAttribute: Bool) -> Reference? {
    let name = bytes.prefix(NamedCharacters.longestName).prefix { isLetter($0) || isDigit($0) }
    let end = name.endIndex
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";"),
      let scalars = NamedCharacters.table[name.text]
    {
      return (scalars, name.count + 2)
    }
    for length in stride(from: min(name.count, NamedCharacters.longestOpenName), to: 1, by: -1) {
      let prefix = name.prefix(length).text
      guard NamedCharacters.open.contains(prefix), let scalars = NamedCharacters.table[prefix]
      else { continue }
      let next = bytes.dropFirst(length).first
      // A shorter name would be followed by a letter as well.
      if inAttribute, let next, next == UInt8(ascii: "=") || isLetter(next) || isDigit(next) {
        return nil
      }
      return (scalars, length + 1)
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// What browsers take `&#128;` … `&#159;` for.
  private static let windows1252: [Unicode.Scalar] = Array(
    """
    \u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\
    \u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\
    \u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}
    """.unicodeScalars)
}

extension Collection<UInt8> {
  var text: String { String(decoding: self, as: UTF8.self) }
}
