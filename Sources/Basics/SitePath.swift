#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A path inside a site's folder: relative, `/` between its parts, never able to leave its root.
///
/// `Content/insights/first-reply.md`. Parts are not empty, not `.` or `..`, hold no NUL, no control
/// character, no `\`, and are at most 255 bytes long. The empty path is the root.
package struct SitePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  /// The root itself.
  package static let root = SitePath(unchecked: "")

  package init(_ text: String) throws(SitePathError) {
    if let reason = SitePath.fault(in: text) { throw SitePathError(path: text, reason: reason) }
    self.text = text
  }

  private init(unchecked text: String) {
    self.text = text
  }

  package var description: String { text }

  package var parts: [Substring] {
    text.utf8.split(separator: slash).map { Substring($0) }
  }

  /// The last part; empty for the root.
  package var name: String {
    guard let cut = lastSlash else { return text }
    return String(text[text.utf8.index(after: cut)...])
  }

  /// The folder it lies in; the root's folder is the root.
  package var folder: SitePath {
    guard let cut = lastSlash else { return .root }
    return SitePath(unchecked: String(text[..<cut]))
  }

  private var lastSlash: String.Index? {
    // Every page is asked where it lies, and a text's own search goes from index to index.
    withBytes(of: text) { $0.lastIndex(of: slash) }
      .map { text.utf8.index(text.utf8.startIndex, offsetBy: $0) }
  }

  /// The part of the name after its last dot, or empty: `md`.
  package var fileExtension: String {
    let name = name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return String(name[name.utf8.index(after: dot)...])
  }

  /// The name without its extension: `first-reply`.
  package var stem: String {
    let ending = fileExtension
    return ending.isEmpty ? name : String(name.utf8.dropLast(ending.utf8.count + 1)) ?? name
  }

  /// Whether it lies in a folder, at any depth.
  package func isInside(_ folder: SitePath) -> Bool {
    folder.text.isEmpty ? !text.isEmpty : text.hasPrefix(folder.text + "/")
  }

  /// Without its first part: `Content/docs/a.md` → `docs/a.md`.
  package var withoutFirstPart: SitePath {
    guard let cut = text.utf8.firstIndex(of: slash) else { return .root }
    return SitePath(unchecked: String(text[text.utf8.index(after: cut)...]))
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
    withBytes(of: left.text) { left in
      withBytes(of: right.text) { right in
        guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(leftStart, rightStart, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }

  private static func fault(in text: String) -> SitePathError.Reason? {
    if text.isEmpty { return nil }
    return withBytes(of: text) { bytes in
      var start = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] == slash {
        if let reason = fault(in: bytes[start..<index]) { return reason }
        start = index + 1
      }
      return nil
    }
  }

  private static func fault(in part: Slice<UnsafeBufferPointer<UInt8>>) -> SitePathError.Reason? {
    if part.isEmpty { return .emptyPart }
    let dot = UInt8(ascii: ".")
    if part.count <= 2, part.allSatisfy({ $0 == dot }) { return .leavesRoot }
    if part.count > 255 { return .tooLong }
    let bad = part.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
    return bad ? .forbiddenCharacter : nil
  }
}

private let slash = UInt8(ascii: "/")

/// The UTF-8 bytes of a text; only one that came from elsewhere is copied for it.
private func withBytes<Result>(
  of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
  return Array(text.utf8).withUnsafeBufferPointer(body)
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
