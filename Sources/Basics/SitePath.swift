/// A path inside a site's folder: relative, `/` between its parts, never able to leave its root.
///
/// `Content/insights/first-reply.md`. Parts are not empty, not `.` or `..`, hold no NUL, no control
/// character, no `\`, and are at most 255 bytes long. The empty path is the root.
package struct SitePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  /// The root itself.
  package static let root = SitePath(unchecked: "")

  package init(_ text: String) throws(SitePathError) {
    for part in text.split(separator: "/", omittingEmptySubsequences: false) where !text.isEmpty {
      if let reason = SitePath.fault(in: part) {
        throw SitePathError(path: text, reason: reason)
      }
    }
    self.text = text
  }

  private init(unchecked text: String) {
    self.text = text
  }

  package var description: String { text }

  package var parts: [Substring] { text.split(separator: "/") }

  /// The last part; empty for the root.
  package var name: String { parts.last.map(String.init) ?? "" }

  /// The folder it lies in; the root's folder is the root.
  package var folder: SitePath {
    SitePath(unchecked: parts.dropLast().joined(separator: "/"))
  }

  /// The part of the name after its last dot, or empty: `md`.
  package var fileExtension: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])
  }

  /// The name without its extension: `first-reply`.
  package var stem: String {
    let ext = fileExtension
    return ext.isEmpty ? name : String(name.dropLast(ext.utf8.count + 1))
  }

  /// Whether it lies in a folder, at any depth.
  package func isInside(_ folder: SitePath) -> Bool {
    folder.text.isEmpty ? !text.isEmpty : text.hasPrefix(folder.text + "/")
  }

  /// Without its first part: `Content/docs/a.md` → `docs/a.md`.
  package var withoutFirstPart: SitePath {
    SitePath(unchecked: parts.dropFirst().joined(separator: "/"))
  }

  package func appending(_ more: String) throws(SitePathError) -> SitePath {
    try SitePath(text.isEmpty ? more : text + "/" + more)
  }

  /// Appends a path that is already known to be a good one.
  package func appending(_ more: SitePath) -> SitePath {
    if text.isEmpty { return more }
    return more.text.isEmpty ? self : SitePath(unchecked: text + "/" + more.text)
  }

  /// Order of the UTF-8 bytes, the same on every machine.
  package static func < (left: SitePath, right: SitePath) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  private static func fault(in part: Substring) -> SitePathError.Reason? {
    if part.isEmpty { return .emptyPart }
    if part == "." || part == ".." { return .leavesRoot }
    if part.utf8.count > 255 { return .tooLong }
    let bad = part.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
    return bad ? .forbiddenCharacter : nil
  }
}

/// Why a text is not a path inside a site.
package struct SitePathError: Error, Hashable, CustomStringConvertible {
  package enum Reason: String, Sendable {
    case emptyPart = "has an empty part"
    case leavesRoot = "has a `.` or `..` part"
    case tooLong = "has a part of more than 255 bytes"
    case forbiddenCharacter = "holds a control character or a backslash"
  }

  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  package var description: String { "the path `\(path)` \(reason.rawValue)" }
}
