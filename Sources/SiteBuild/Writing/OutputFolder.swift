#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The folder a site is published in: a name within a parent folder that need not exist yet.
package struct OutputFolder: Sendable, Hashable {
  /// As the user gave it, without slashes at the end.
  package let path: String
  /// The folder it lies in.
  let parent: String
  let name: RawPath

  /// `/srv/www/site/` → `site` in `/srv/www`. `.` and `..` must exist, since their name is asked
  /// of the disk; the root of the disk is refused.
  package init(_ path: String) throws(PublishError) {
    var parts = path.split(separator: "/")
    var isAbsolute = path.utf8.first == UInt8(ascii: "/")
    if let last = parts.last, last == "." || last == ".." {
      guard let real = realpath(path, nil) else {
        throw .disk(action: "find the folder", path: path, number: errno)
      }
      defer { free(real) }
      parts = String(cString: real).split(separator: "/")
      isAbsolute = true
    }
    guard let last = parts.popLast() else {
      throw .folderNotOwned(folder: path, found: [])
    }
    let start = isAbsolute ? "/" : ""
    let folder = start + parts.joined(separator: "/")
    parent = folder.isEmpty ? "." : folder
    name = RawPath(String(last))
    self.path = start + (parts + [last]).joined(separator: "/")
  }

  /// Where the next edition is put together, beside it: `.site.next`.
  var staging: RawPath { RawPath(".\(name).next") }
}
