package import Basics
package import OpenWeb

/// Files of some editions that are copies of private ones: every file below `folders` of the site is
/// private. One diagnostic a copy, by path.
///
/// Copies are known by all their bytes, whatever their name. Files of less than 16 bytes count for
/// nothing: an empty list looks the same everywhere. Files that stand have no size and count for
/// nothing either: they were looked at when they were made.
package func privateFiles(
  in editions: [BuiltSite], keeping folders: [SitePath], of site: any FileSystem
) throws(FileError) -> [Diagnostic] {
  var originals: [FileEntry] = []
  for folder in folders { originals += try site.walk(folder).filter { $0.kind == .file } }
  let sizes = Set(originals.map(\.size).filter { $0 >= 16 })
  var bySize: [Int: [(site: BuiltSite, index: Int)]] = [:]
  for site in editions {
    for (index, entry) in site.entries.enumerated() where sizes.contains(entry.size) {
      bySize[entry.size, default: []].append((site, index))
    }
  }
  var found: [(copy: SitePath, original: SitePath)] = []
  for entry in originals {
    // A snapshot may be large; it is read only when something has its size.
    guard let candidates = bySize[entry.size] else { continue }
    let secret = try site.read(entry.path)
    for (site, index) in candidates where try site.bytes(at: index) == secret {
      found.append((site.entries[index].path, entry.path))
    }
  }
  return found.sorted { ($0.copy, $0.original) < ($1.copy, $1.original) }.map { copy, original in
    Diagnostic(
      WritingCodes.privateFile, "`\(copy)` is a copy of the private file `\(original)`",
      fix: "remove the copy from Content/static/")
  }
}
