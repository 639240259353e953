internal import Basics

/// How the files of a site and the folders they lie in are spelt: a disk may hold `About/` and `about/`
/// to be one.
struct SpelledNames {
  /// By spelling key.
  private var spellings: [String: String] = [:]

  init(_ paths: some Sequence<SitePath>) {
    for path in paths.sorted() { take(path) }
  }

  mutating func take(_ path: SitePath) {
    for name in SpelledNames.names(of: path) {
      let key = spellingKey(name)
      // When a folder is known, so are those it lies in.
      if spellings[key] != nil { return }
      spellings[key] = name
    }
  }

  /// The file or folder that is the same as this one, or as a folder it lies in, but for its spelling.
  func lookalike(of path: SitePath) -> String? {
    SpelledNames.names(of: path).lazy.compactMap { name in
      spellings[spellingKey(name)].flatMap { $0 == name ? nil : $0 }
    }.first
  }

  /// `a/b/c.html` → `a/b/c.html`, `a/b`, `a`
  private static func names(of path: SitePath) -> [String] {
    var names = [path.text]
    while let end = names[names.count - 1].lastIndex(of: "/") {
      names.append(String(names[names.count - 1][..<end]))
    }
    return names
  }
}
