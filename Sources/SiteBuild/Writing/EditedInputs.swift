package import Basics

/// What an author has done since a site was last built, where it was nothing but edits: the content
/// files that were there and are there, with other bytes.
package struct EditedInputs: Sendable, Hashable {
  /// `Content/notes/first.md`; empty when nothing was touched.
  package var files: [SitePath]
  /// What that build noted.
  package var notes: [UInt8]

  package init(files: [SitePath], notes: [UInt8]) {
    self.files = files
    self.notes = notes
  }
}

extension InputFingerprint {
  /// What differs between the record of a build, which begins with its fingerprint, and this one;
  /// nil where it is more than content files of other size, times or inode.
  func edits(since record: [UInt8], in tree: String) -> EditedInputs? {
    guard let tree = trees[tree] else { return nil }
    var (old, new) = (0, 0)
    var files: [SitePath] = []
    while true {
      let same = commonCount(record[old...], text[new...])
      if new + same == text.count {
        return EditedInputs(files: files, notes: Array(record[(old + same)...]))
      }
      let (oldLine, newLine) = (record.line(at: old + same), text.line(at: new + same))
      guard tree.contains(newLine.lowerBound),
        let entry = FingerprintEntry(text[newLine]), entry.isPlainFile,
        entry.path == FingerprintEntry(record[oldLine])?.path,
        let path = String(validating: entry.path.bytes, as: UTF8.self),
        let file = try? SitePath(SiteFolders.content + "/" + path)
      else { return nil }
      files.append(file)
      (old, new) = (oldLine.upperBound, newLine.upperBound)
    }
  }
}

private func commonCount(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
  left.withUnsafeBytes { left in
    right.withUnsafeBytes { right in
      let length = min(left.count, right.count)
      var offset = 0
      while offset + 8 <= length,
        left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      { offset += 8 }
      while offset < length, left[offset] == right[offset] { offset += 1 }
      return offset
    }
  }
}

extension [UInt8] {
  /// The line that a place is in, without its break.
  fileprivate func line(at place: Int) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    let start = self[..<Swift.min(place, count)].lastIndex(of: newline).map { $0 + 1 } ?? 0
    return start..<(self[start...].firstIndex(of: newline) ?? count)
  }
}
