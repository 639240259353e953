/// `("href", "https://…")`, the value not yet escaped.
typealias XMLAttribute = (name: String, value: String)

/// Writes an XML 1.0 document in UTF-8, text escaped and indented by two spaces.
///
/// Characters XML cannot hold (U+0000–1F but tab, line feed and carriage return; U+FFFE, U+FFFF)
/// become U+FFFD. `>` is escaped too, so no `]]>` can stand in a text.
struct XMLText {
  private(set) var bytes: [UInt8] = Array(#"<?xml version="1.0" encoding="utf-8"?>"#.utf8) + [0x0A]
  private var open: [String] = []

  /// `<name a="1">`, to be closed by ``close()``.
  mutating func open(_ name: String, _ attributes: [XMLAttribute] = []) {
    startTag(name, attributes, end: ">\n")
    open.append(name)
  }

  mutating func close() {
    guard let name = open.popLast() else { preconditionFailure("nothing is open") }
    indent()
    bytes += "</\(name)>\n".utf8
  }

  /// `<name a="1"/>`
  mutating func empty(_ name: String, _ attributes: [XMLAttribute] = []) {
    startTag(name, attributes, end: "/>\n")
  }

  /// `<name a="1">text</name>`
  mutating func element(
    _ name: String, _ attributes: [XMLAttribute] = [], text: String
  ) {
    startTag(name, attributes, end: ">")
    escape(text, inAttribute: false)
    bytes += "</\(name)>\n".utf8
  }

  private mutating func startTag(
    _ name: String, _ attributes: [XMLAttribute], end: String
  ) {
    indent()
    bytes += "<\(name)".utf8
    for (attribute, value) in attributes {
      bytes += " \(attribute)=\"".utf8
      escape(value, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += end.utf8
  }

  private mutating func indent() {
    bytes += repeatElement(UInt8(ascii: " "), count: open.count * 2)
  }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    // Addresses, which are most of a sitemap, and days.
    if text.utf8.allSatisfy(isPlain) {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"" where inAttribute: bytes += "&quot;".utf8
      // A parser turns a bare CR, and in attributes a tab and a line feed, into something else.
      case "\r": bytes += "&#13;".utf8
      case "\n" where inAttribute: bytes += "&#10;".utf8
      case "\t" where inAttribute: bytes += "&#9;".utf8
      case "\n", "\t": bytes.append(UInt8(scalar.value))
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": bytes += "\u{FFFD}".utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}

/// Whether a byte stands for itself anywhere in XML.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
  default: (0x20..<0x7F).contains(byte)
  }
}
