internal import Basics
internal import Templating

/// The folder of its host in which a site lies.
///
/// `https://example.org/reports/` → `/reports`; nothing for a site at the root.
func hostFolder(of baseURL: String?) -> String {
  guard let baseURL, let scheme = baseURL.firstRange(of: "://") else { return "" }
  let path = baseURL[scheme.upperBound...].drop { $0 != "/" }
  return path.hasSuffix("/") ? String(path.dropLast()) : String(path)
}

/// The same as a server sees it, which has resolved the percent signs: `/m%C3%A4rz` → `/märz`.
func plainHostFolder(of baseURL: String?) -> String {
  let folder = PercentCoding.decoded(
    Array(hostFolder(of: baseURL).utf8), keeping: UInt8(ascii: "/"))
  return String(decoding: folder, as: UTF8.self)
}

extension PageFrame {
  /// The same frame, of a page at the top of the site, as it must be where nobody knows at which
  /// depth the page will stand: hosts show one file for every address they do not have.
  func seenFromAnywhere(below folder: String) -> PageFrame {
    var frame = self
    frame.feed = feed?.rooted(below: folder)
    frame.jsonFeed = jsonFeed?.rooted(below: folder)
    frame.stylesheet = AssetReference(trusted: "\(folder)/\(stylesheet.path)")
    frame.home = home.rooted(below: folder)
    for index in navigation.indices { frame.navigation[index].href.root(below: folder) }
    for index in crumbs.indices { frame.crumbs[index].href.root(below: folder) }
    for index in footer.indices { frame.footer[index].href.root(below: folder) }
    return frame
  }
}

extension SafeURL {
  fileprivate func rooted(below folder: String) -> SafeURL {
    SafeURL(trusted: "\(folder)/\(text)")
  }

  fileprivate mutating func root(below folder: String) { self = rooted(below: folder) }
}
