internal import Basics

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
    self.path = String(path.prefix { $0 != "#" })
    self.query = String(query.prefix { $0 != "#" })
    self.host = host
    self.origin = origin
    takeHostOfTarget()
  }

  /// A proxy asks for `http://localhost:1313/a`, whose host counts and not that of the header
  /// (RFC 9112, 3.2.2).
  private mutating func takeHostOfTarget() {
    let scheme = "http://"
    guard path.lowercased().hasPrefix(scheme) else { return }
    let rest = path.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    host = String(authority)
    path = authority.endIndex == rest.endIndex ? "/" : String(rest[authority.endIndex...])
  }

  /// The path without its percent signs, in parts; nil where it tries to leave the site.
  ///
  /// `/reports/a%20b/` → `["reports", "a b", ""]`
  var parts: [String]? {
    guard path.hasPrefix("/"), let text = PercentCoding.decoded(strictly: path),
      !text.contains("\\"), !text.contains("\0")
    else { return nil }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    return parts.contains { $0 == ".." || $0 == "." } ? nil : parts.map(String.init)
  }
}
