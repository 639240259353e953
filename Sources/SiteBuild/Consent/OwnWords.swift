internal import Basics

/// Words that stand on every site, whatever it is about, and without which it would be none: they
/// are nobody's, though a community be called so.
enum OwnWords {
  /// What files are called anywhere on a site.
  static let fileNames = Set(
    [
      SiteRoutes.home, SiteRoutes.notFound, SiteRoutes.stylesheet, SiteRoutes.atomFeed,
      SiteRoutes.jsonFeed, SiteRoutes.robots,
    ].map(\.name) + ["sitemap.xml"])

  /// The place of such a name at the end of an address; empty where it ends otherwise.
  static func fileName(in address: [UInt8]) -> Range<Int> {
    let path = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let name = String(decoding: path[start...], as: UTF8.self)
    return start..<(fileNames.contains(name) ? path.endIndex : start)
  }

  /// Whether an attribute is a content security policy that names no host.
  static func isPolicy(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.starts(with: "default-src ".utf8) else { return false }
    return value.split { $0 == 0x20 || $0 == UInt8(ascii: ";") }.allSatisfy { word in
      policyWords.contains(String(decoding: word, as: UTF8.self))
        || word.starts(with: "'sha256-".utf8)
    }
  }

  private static let policyWords: Set<String> = [
    "default-src", "img-src", "style-src", "connect-src", "script-src", "data:", "'none'",
    "'self'", "'wasm-unsafe-eval'",
  ]
}
