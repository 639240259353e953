/// Text as it may stand in HTML text and in quoted attributes.
///
/// `& < > " '` become `&amp; &lt; &gt; &#34; &#39;` (Jinja2's bytes), NUL becomes U+FFFD.
package enum HTMLEscaping {
  package static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&#34;".utf8
      case UInt8(ascii: "'"): output += "&#39;".utf8
      case 0: output += "\u{FFFD}".utf8
      default: output.append(byte)
      }
    }
  }

  /// `escaped("a < b")` → `"a &lt; b"`
  package static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    append(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
