internal import Basics

/// Refuses a list of output paths of which two are one on some disk, or one is Meadow's own.
///
/// `Tags/a.html` and `tags/b.html` are refused too: their folders are one on such a disk.
func refuseCollisions(in paths: [SitePath]) throws(PublishError) {
  var files: [String: SitePath] = [:]
  var folders: [String: SitePath] = [:]
  for path in paths {
    try refuseReserved(path)
    let key = spellingKey(path.text)
    if let other = files[key] ?? folders[key] {
      throw .collision(min(path, other), max(path, other))
    }
    files[key] = path
    try noteFolders(of: path, files, &folders)
  }
}

private func noteFolders(
  of path: SitePath, _ files: [String: SitePath], _ folders: inout [String: SitePath]
) throws(PublishError) {
  var folder = path.folder
  while folder != .root {
    let key = spellingKey(folder.text)
    if let file = files[key] { throw .collision(min(path, file), max(path, file)) }
    if let known = folders[key] {
      let ancestor = ancestor(of: known, spelt: key)
      guard Array(ancestor.utf8) == Array(folder.text.utf8) else {
        throw .collision(min(path, known), max(path, known))
      }
      return
    }
    folders[key] = path
    folder = folder.folder
  }
}

/// The folder of a path that has as many parts as the key.
private func ancestor(of path: SitePath, spelt key: String) -> String {
  let depth = key.utf8.count { $0 == UInt8(ascii: "/") } + 1
  return path.parts.prefix(depth).joined(separator: "/")
}

private func refuseReserved(_ path: SitePath) throws(PublishError) {
  let top = path.parts.first.map { spellingKey(String($0)) }
  let own = [OutputManifest.path, PublishJournal.folder].map(\.description)
  guard let top, !own.contains(top) else { throw .reservedPath(path) }
}

/// One text for all spellings that a disk may hold to be one name: `Straße` → `strasse`. Strings
/// compare by canonical equivalence, so composed and decomposed letters need no work.
private func spellingKey(_ text: String) -> String {
  let isLower = text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
  return isLower ? text : text.uppercased().lowercased()
}
