internal import Basics
internal import OpenWeb

/// Refuses a list of output paths of which two are one on some disk, or one is Meadow's own.
///
/// `Tags/a.html` and `tags/b.html` are refused too: their folders are one on such a disk.
func refuseCollisions(in paths: [SitePath]) throws(PublishError) {
  for path in paths { try refuseReserved(path) }
  if areApart(paths) { return }
  var names = TakenNames()
  for path in paths { try names.take(path) }
}

/// Whether plain paths, which are spelt one way only, all have hashes of their own: nearly every site's
/// do. Of the others nothing is said.
private func areApart(_ paths: [SitePath]) -> Bool {
  var (files, folders) = (Set<UInt64>(), Set<UInt64>())
  files.reserveCapacity(paths.count)
  for path in paths {
    var text = path.text
    let isApart = text.withUTF8 { text in
      let bytes = UnsafeRawBufferPointer(text)
      guard bytes.allSatisfy(isPlain) else { return false }
      for (index, byte) in bytes.enumerated() where byte == slash {
        folders.insert(stableHash(UnsafeRawBufferPointer(rebasing: bytes[..<index])))
      }
      return files.insert(stableHash(bytes)).inserted
    }
    if !isApart { return false }
  }
  return files.isDisjoint(with: folders)
}

/// ASCII and no large letter: ``spellingKey(_:)`` leaves it as it is.
private func isPlain(_ byte: UInt8) -> Bool { byte < 0x80 && !(0x41...0x5A).contains(byte) }

private struct TakenNames {
  /// By spelling key.
  private var files: [Substring: SitePath] = [:]
  /// By spelling key: the folder as it is spelt, and the first file in it.
  private var folders: [Substring: (spelling: Substring, file: SitePath)] = [:]

  mutating func take(_ path: SitePath) throws(PublishError) {
    let key = spellingKey(path.text)[...]
    if let other = files[key] ?? folders[key]?.file { throw collision(path, other) }
    files[key] = path
    try takeFolders(of: path, key)
  }

  private mutating func takeFolders(
    of path: SitePath, _ pathKey: Substring
  ) throws(PublishError) {
    var (key, spelling) = (pathKey, path.text[...])
    while let keyEnd = key.utf8.lastIndex(of: slash),
      let end = spelling.utf8.lastIndex(of: slash)
    {
      (key, spelling) = (key[..<keyEnd], spelling[..<end])
      if let file = files[key] { throw collision(path, file) }
      if let known = folders[key] {
        guard known.spelling.utf8.elementsEqual(spelling.utf8) else {
          throw collision(path, known.file)
        }
        // When a folder is known, so are those it lies in.
        return
      }
      folders[key] = (spelling, path)
    }
  }

  private func collision(_ one: SitePath, _ other: SitePath) -> PublishError {
    .collision(min(one, other), max(one, other))
  }
}

private let slash = UInt8(ascii: "/")

private func refuseReserved(_ path: SitePath) throws(PublishError) {
  guard let first = path.text.utf8.first else { throw .reservedPath(path) }
  if first != UInt8(ascii: ".") { return }
  let top = path.parts.first.map { spellingKey(String($0)) }
  let own = [OutputManifest.path, OutputManifest.draft, PublishJournal.folder]
  if own.contains(where: { $0.description == top }) { throw .reservedPath(path) }
}

/// One text for all spellings that a disk may hold to be one name: `Straße` → `strasse`. Strings
/// compare by canonical equivalence, so composed and decomposed letters need no work.
func spellingKey(_ text: String) -> String {
  text.utf8.allSatisfy(isPlain) ? text : text.uppercased().lowercased()
}
