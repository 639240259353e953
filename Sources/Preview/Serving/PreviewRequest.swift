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
    guard path.hasPrefix("/"), let text = percentDecoded(path), !text.contains("\\"),
      !text.contains("\0")
    else { return nil }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    return parts.contains { $0 == ".." || $0 == "." } ? nil : parts.map(String.init)
  }
}
