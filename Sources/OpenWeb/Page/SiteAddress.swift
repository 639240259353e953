/// Where the site will be published: `https://insights.example/reports/`.
struct SiteAddress: Sendable, Equatable {
  /// `https`
  let scheme: String
  /// With its port: `insights.example:8080`.
  let host: String
  /// Folder names between the host and the site, with a slash after each: `reports/`.
  let folder: [UInt8]

  /// nil when the text is no `http` or `https` address.
  init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    scheme = text[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = text[text.utf8.index(after: colon)...]
    guard rest.hasPrefix("//") else { return nil }
    let parts = rest.dropFirst(2).utf8.split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty else { return nil }
    host = SiteAddress.normalised(host: Substring(first).lowercased(), scheme)
    var folder = parts.count > 1 ? Array(parts[1]) : []
    if let last = folder.last, last != UInt8(ascii: "/") { folder.append(UInt8(ascii: "/")) }
    self.folder = folder
  }

  /// The default port says nothing.
  static func normalised(host: String, _ scheme: String) -> String {
    let port = scheme == "https" ? ":443" : ":80"
    return host.hasSuffix(port) ? String(host.dropLast(port.utf8.count)) : host
  }
}
