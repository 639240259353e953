/// What a browser asked for, as far as the preview looks at it.
package struct PreviewRequest: Sendable {
  package var method: String
  /// The path as it was sent, without the query.
  package var path: String
  package var query: String
  package var host: String?
  package var origin: String?

  package init(
    method: String = "GET", path: String, query: String = "", host: String?, origin: String? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.host = host
    self.origin = origin
  }

  /// The path without its percent signs, in parts; nil where it tries to leave the site.
  ///
  /// `/reports/a%20b/` → `["reports", "a b", ""]`
  var parts: [String]? {
    guard path.hasPrefix("/"), let text = decoded(path), !text.contains("\\"), !text.contains("\0")
    else { return nil }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    return parts.contains { $0 == ".." || $0 == "." } ? nil : parts.map(String.init)
  }
}

/// Percent-decoded UTF-8; nil where it is neither.
private func decoded(_ text: String) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue)
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  UInt8(String(UnicodeScalar(byte)), radix: 16)
}
