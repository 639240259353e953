import Foundation

/// A mail taken apart as RFC 5322, 2045 and 2046 say, by other means than it was written with.
struct ParsedMail {
  /// Unfolded, in order; values as they stand.
  var headers: [(name: String, value: String)]
  /// The decoded parts, with line feeds.
  var parts: [String] = []

  init(_ mail: String) {
    let (head, body) = ParsedMail.halves(mail)
    headers = ParsedMail.headers(head)
    guard let type = self["Content-Type"], let start = type.range(of: "boundary=\"") else { return }
    let boundary = type[start.upperBound...].prefix { $0 != "\"" }
    let pieces = body.components(separatedBy: "--\(boundary)")
    parts = pieces.dropFirst().dropLast().map { piece in
      let (_, content) = ParsedMail.halves(String(piece.dropFirst("\r\n".count)))
      return ParsedMail.decoded(content.hasSuffix("\r\n") ? String(content.dropLast()) : content)
    }
  }

  subscript(name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  private static func halves(_ text: String) -> (head: String, body: String) {
    guard let blank = text.range(of: "\r\n\r\n") else { return (text, "") }
    return (String(text[..<blank.lowerBound]), String(text[blank.upperBound...]))
  }

  private static func headers(_ head: String) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    for line in head.components(separatedBy: "\r\n") {
      if line.hasPrefix(" ") || line.hasPrefix("\t") {
        found[found.count - 1].value += line
      } else {
        let parts = line.split(separator: ":", maxSplits: 1)
        found.append(
          (String(parts[0]), parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""))
      }
    }
    return found
  }

  private static func decoded(_ text: String) -> String {
    let joined = text.replacingOccurrences(of: "=\r\n", with: "")
      .replacingOccurrences(of: "\r\n", with: "\n")
    var bytes: [UInt8] = []
    var rest = Array(joined.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
