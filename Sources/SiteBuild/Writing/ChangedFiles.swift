internal import Basics

/// The files of a published site that differ from the edition before, as paths below its folder, each
/// list in the order of its bytes.
package struct ChangedFiles: Sendable, Hashable {
  /// Added, or with other bytes.
  package var written: [String] = []
  package var removed: [String] = []

  package init(written: [String] = [], removed: [String] = []) {
    self.written = written
    self.removed = removed
  }

  /// A file's addresses in the web, for caches: a page that is called by its folder is kept under
  /// both of its names.
  ///
  /// `a/index.html` → `https://insights.example/a/`, `https://insights.example/a/index.html`
  package static func addresses(of path: String, below base: String) -> [String] {
    let base = base.hasSuffix("/") ? base : base + "/"
    let file = base + PercentCoding.encoded(path: path)
    guard path == "index.html" || path.hasSuffix("/index.html") else { return [file] }
    return [String(file.dropLast("index.html".utf8.count)), file]
  }
}
