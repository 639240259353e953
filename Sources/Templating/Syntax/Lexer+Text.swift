internal import Basics

extension Lexer {
  /// A string in quotes with Python's escapes: `'a\tb\u00e9'`.
  mutating func readText(quote: UInt8) throws(Problem) {
    let start = at
    var output: [UInt8] = []
    at += 1
    while at < bytes.count, bytes[at] != quote {
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
        at += 1
        try readEscape(into: &output)
      } else {
        output.append(bytes[at])
        at += 1
      }
    }
    guard at < bytes.count else {
      throw Problem(
        TemplatingCodes.unclosed, "string is never closed", at: place(start..<start + 1),
        fix: "write `\(Character(Unicode.Scalar(quote)))` after it")
    }
    at += 1
    add(.text(String(decoding: output, as: UTF8.self)), from: start)
  }

  private mutating func readEscape(into output: inout [UInt8]) throws(Problem) {
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "n"): output.append(10)
    case UInt8(ascii: "t"): output.append(9)
    case UInt8(ascii: "r"): output.append(13)
    case UInt8(ascii: "a"): output.append(7)
    case UInt8(ascii: "b"): output.append(8)
    case UInt8(ascii: "f"): output.append(12)
    case UInt8(ascii: "v"): output.append(11)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): output.append(byte)
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "x"): try readScalar(digits: 2, into: &output)
    case UInt8(ascii: "u"): try readScalar(digits: 4, into: &output)
    case UInt8(ascii: "U"): try readScalar(digits: 8, into: &output)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): readOctal(byte, into: &output)
    default: output += [UInt8(ascii: "\\"), byte]
    }
  }

  private mutating func readScalar(digits: Int, into output: inout [UInt8]) throws(Problem) {
    let end = min(at + digits, bytes.count)
    let text = String(decoding: bytes[at..<end], as: UTF8.self)
    guard end - at == digits, text.utf8.first != UInt8(ascii: "+"),
      let value = UInt32(text, radix: 16),
      let scalar = Unicode.Scalar(value)
    else {
      throw Problem(
        TemplatingCodes.syntax, "escape is not a character", at: place(at - 2..<end),
        fix: "write \(digits) hexadecimal digits")
    }
    at = end
    output += String(scalar).utf8
  }

  private mutating func readOctal(_ first: UInt8, into output: inout [UInt8]) {
    var value = UInt32(first - 48)
    var count = 1
    while count < 3, at < bytes.count, bytes[at] &- 48 < 8 {
      value = value * 8 + UInt32(bytes[at] - 48)
      at += 1
      count += 1
    }
    if let scalar = Unicode.Scalar(value) { output += String(scalar).utf8 }
  }
}
