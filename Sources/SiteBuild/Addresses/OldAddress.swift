internal import Basics
internal import MarkdownHTML

/// An address as authors write it: `insights/old/`, `/insights/old/`, `old.pdf`, or `notes/*` for all
/// that lies below; `m%C3%A4rz/`, as browsers copy it, is `märz/`.
struct OldAddress: Sendable, Hashable {
  /// `insights/old/index.html`, `old.pdf`; for `notes/*` the folder itself.
  let path: SitePath
  let coversAllBelow: Bool

  /// nil for what is no path inside a site; hosts look for a path without what begins with `?` or `#`.
  init?(_ text: String) {
    // A star anywhere but for all below a folder would be a page of that name, which nobody means.
    let stars = text.utf8.count { $0 == UInt8(ascii: "*") }
    guard !OldAddress.hasMore(text), stars == 0 || stars == 1 && text.hasSuffix("/*") else {
      return nil
    }
    let text = PercentCoding.decoded(strictly: text) ?? text
    var rest = text.hasPrefix("/") ? text.dropFirst() : text[...]
    let isFolder = rest.isEmpty || rest.hasSuffix("/")
    if stars == 1 {
      guard let path = try? SitePath(String(rest.dropLast(2))), path != .root else { return nil }
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

  /// Whether a text says more than a path.
  static func hasMore(_ text: String) -> Bool { text.utf8.contains { "?#".utf8.contains($0) } }

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
