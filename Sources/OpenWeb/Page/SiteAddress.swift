internal import Basics

/// Where the site will be published: `https://insights.example/reports/`.
///
/// A class whose parts never change, since it is handed on with every address of every page.
final class SiteAddress: Sendable {
  /// `https`
  let scheme: [UInt8]
  /// With its port, unless that is the default one: `insights.example:8080`.
  let host: [UInt8]
  /// The same with a default port: `insights.example:443`.
  let hostWithPort: [UInt8]
  /// Folder names between the host and the site, without percent signs, with a slash after each:
  /// `reports/`.
  let folder: [UInt8]

  /// nil when the text is no `http` or `https` address; a query and a fragment are no part of it.
  init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = text[text.utf8.index(after: colon)...]
    guard rest.hasPrefix("//") else { return nil }
    let place = rest.dropFirst(2).utf8.prefix {
      $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    let parts = place.split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty else { return nil }
    let defaultPort = scheme == "https" ? ":443" : ":80"
    let host = Substring(first).lowercased()
    let plain = host.hasSuffix(defaultPort) ? host.dropLast(defaultPort.utf8.count) : host[...]
    self.scheme = Array(scheme.utf8)
    self.host = Array(plain.utf8)
    hostWithPort = self.host + defaultPort.utf8
    var folder =
      parts.count > 1
      ? PercentCoding.decoded(Array(parts[1]), keeping: UInt8(ascii: "/")) : []
    if let last = folder.last, last != UInt8(ascii: "/") { folder.append(UInt8(ascii: "/")) }
    self.folder = folder
  }
}
