internal import Basics

/// What somebody calls a page: a source file, a file of the built site, or an address.
enum PageName: Equatable {
  /// `Content/insights/a.md`
  case source(SitePath)
  /// What the site may have it as, the likeliest first.
  case output([SitePath])

  /// nil where the text can be no path of a site.
  init?(_ text: String, baseURL: String?) {
    var rest = text.prefix { $0 != "#" && $0 != "?" }
    if let base = baseURL, rest.hasPrefix(base) { rest = rest.dropFirst(base.count) }
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    if rest.hasPrefix(SiteFolders.content + "/") || rest.hasPrefix(SiteFolders.templates + "/") {
      guard let path = try? SitePath(String(rest)) else { return nil }
      self = .source(path)
      return
    }
    if rest.hasPrefix(SiteFolders.output + "/") { rest = rest.dropFirst(SiteFolders.output.count) }
    let parts = rest.split(separator: "/").joined(separator: "/")
    if parts.isEmpty, !rest.isEmpty || !text.isEmpty {
      self = .output([SiteRoutes.home])
      return
    }
    let names = text.hasSuffix("/") ? [parts + "/index.html"] : [parts, parts + "/index.html"]
    let paths = names.compactMap { try? SitePath($0) }
    guard !paths.isEmpty else { return nil }
    self = .output(paths)
  }
}
