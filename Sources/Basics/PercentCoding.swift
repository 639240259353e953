/// Bytes that an address cannot hold, as `%` and two hexadecimal digits (RFC 3986, 2.1).
package enum PercentCoding {
  /// All but RFC 3986's unreserved characters, and one more that is kept, as `%XX`.
  ///
  /// `märz/1` → `m%C3%A4rz%2F1`; keeping the slash, `m%C3%A4rz/1`.
  package static func encoded(_ text: String, keeping: UInt8? = nil) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    var text = text
    text.withUTF8 { append($0, keeping: keeping, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// A path, whose slashes stay: `märz/1` → `m%C3%A4rz/1`.
  package static func encoded(path: String) -> String {
    encoded(path, keeping: UInt8(ascii: "/"))
  }

  /// Writes what ``encoded(_:keeping:)`` returns. Of one type, since every link comes this way and calls of
  /// generic functions of other modules are not always made for theirs.
  @inlinable package static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, keeping: UInt8? = nil, to output: inout [UInt8]
  ) {
    for byte in bytes {
      if isUnreserved(byte) || byte == keeping {
        output.append(byte)
      } else {
        appendEncoded(byte, to: &output)
      }
    }
  }

  /// Writes any byte as `%XX`.
  @inlinable package static func appendEncoded(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(percent)
    output.append(digit(byte >> 4))
    output.append(digit(byte & 15))
  }

  /// `a%20b` → `a b`; a `%` without two digits stays, and so does an encoded `keeping`.
  package static func decoded(_ bytes: [UInt8], keeping: UInt8? = nil) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let byte = encodedByte(bytes, at: index), byte != keeping {
        output.append(byte)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  /// The same of a text that must be right: nil where a `%` has no two digits, or where the
  /// bytes are not UTF-8.
  package static func decoded(strictly text: String) -> String? {
    let bytes = Array(text.utf8)
    let isRight = bytes.indices.allSatisfy {
      bytes[$0] != percent || encodedByte(bytes, at: $0) != nil
    }
    return isRight ? String(validating: decoded(bytes), as: UTF8.self) : nil
  }

  /// What the `%` at an index and the two digits behind it stand for; nil where they are not there.
  private static func encodedByte(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == percent, index + 2 < bytes.count,
      let high = bytes[index + 1].hexDigitValue, let low = bytes[index + 2].hexDigitValue
    else { return nil }
    return high << 4 | low
  }

  /// Whether a byte stands for itself wherever it is: letters, digits and `-._~` (RFC 3986, 2.3).
  @inlinable package static func isUnreserved(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
  }

  /// `0` to `9` and `A` to `F` for 0 to 15.
  @inlinable package static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  @inlinable static var percent: UInt8 { UInt8(ascii: "%") }
}
