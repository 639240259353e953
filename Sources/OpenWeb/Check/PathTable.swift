internal import Basics

/// Finds a file of the site by the hash of its path.
///
/// A folder's path without its slash finds its `index.html` too, as web hosts do.
struct PathTable {
  private var slots: [(key: UInt64, file: Int32)]
  private let mask: Int

  init(_ entries: [FileEntry]) {
    var size = 16
    while size < entries.count * 4 { size *= 2 }
    slots = Array(repeating: (0, -1), count: size)
    mask = size - 1
    for (index, entry) in entries.enumerated() where entry.kind == .file {
      insert(stableHash(entry.path.text.utf8), index)
    }
    let ending = Array("/index.html".utf8)
    for (index, entry) in entries.enumerated()
    where entry.kind == .file && entry.path.text.utf8.suffix(ending.count).elementsEqual(ending) {
      insert(stableHash(entry.path.text.utf8.dropLast(ending.count)), index)
    }
  }

  /// The file's index among the entries.
  func file(_ key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].file >= 0 {
      if slots[slot].key == key { return Int(slots[slot].file) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func insert(_ key: UInt64, _ file: Int) {
    guard self.file(key) == nil else { return }
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].file >= 0 { slot = (slot + 1) & mask }
    slots[slot] = (key, Int32(file))
  }
}
