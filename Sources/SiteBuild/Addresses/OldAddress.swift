internal import Basics
internal import MarkdownHTML

/// An address as authors write it: `insights/old/`, `/insights/old/`, `old.pdf`, or `notes/*` for all
/// that lies below.
struct OldAddress: Sendable, Hashable {
  /// `insights/old/index.html`, `old.pdf`; for `notes/*` the folder itself.
  let path: SitePath
  let coversAllBelow: Bool

  /// nil for what is no path inside a site.
  init?(_ text: String) {
    var rest = text.hasPrefix("/") ? text.dropFirst() : text[...]
    let isFolder = rest.isEmpty || rest.hasSuffix("/")
    if rest.hasSuffix("/*") {
      guard let path = try? SitePath(String(rest.dropLast(2))) else { return nil }
      self.path = path
      coversAllBelow = true
      return
    }
    if isFolder { rest = rest.dropLast() }
    guard let written = try? SitePath(String(rest)) else { return nil }
    let isPage = isFolder || written.fileExtension.isEmpty
    guard let path = isPage ? try? written.appending("index.html") : written else { return nil }
    self.path = path
    coversAllBelow = false
  }

  /// Whether a file of the site is meant: the page itself, what lies beside it, all below a folder.
  func covers(_ file: SitePath) -> Bool {
    if coversAllBelow { return file.isInside(path) }
    if file == path { return true }
    return path.name == "index.html" && !path.folder.text.isEmpty && file.folder == path.folder
  }
}

extension FieldType<OldAddress> {
  static let oldAddress = FieldType(name: "an address inside the site (`old/name/`)") { value in
    value.text.flatMap { OldAddress($0) }
  }
}
