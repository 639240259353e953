package import Basics

/// The files of a built site, in memory or in folders, sorted by path.
package struct BuiltSite: Sendable {
  /// Every file and whatever else lies between them; sizes in bytes, 0 for files that stay.
  package let entries: [FileEntry]
  /// Where the content of each entry is; of a folder on disk, in its only folder.
  private let contents: [Content]
  private let folders: [any FileSystem]

  private enum Content: Sendable {
    case memory([UInt8])
    case folder(Int)
  }

  /// The files a build is about to write, some of which may be in folders already; of two with one path
  /// the first counts.
  package init(files: [OutputFile], inFolders lying: [FilesInFolder] = []) {
    var all: [(entry: FileEntry, content: Content)] = []
    all.reserveCapacity(lying.reduce(files.count) { $0 + $1.entries.count })
    for file in files {
      let entry = FileEntry(path: file.path, kind: .file, size: file.bytes.count)
      all.append((entry, .memory(file.bytes)))
    }
    for (index, part) in lying.enumerated() {
      for entry in part.entries { all.append((entry, .folder(index))) }
    }
    all.sort { $0.entry.path < $1.entry.path }
    entries = all.map(\.entry)
    contents = all.map(\.content)
    folders = lying.map(\.folder)
  }

  /// A folder on disk, whoever made it; contents are read when they are looked at.
  package init(reading fileSystem: any FileSystem) throws(FileError) {
    entries = try fileSystem.walk(.root)
    contents = Array(repeating: .folder(0), count: entries.count)
    folders = [fileSystem]
  }

  /// The content of `entries[index]`.
  package func bytes(at index: Int) throws(FileError) -> [UInt8] {
    switch contents[index] {
    case .memory(let bytes): bytes
    case .folder(let folder): try folders[folder].read(entries[index].path)
    }
  }
}

/// Files of a site that need not be in memory, since they can be read in a folder.
package struct FilesInFolder: Sendable {
  let entries: [FileEntry]
  let folder: any FileSystem

  package init(_ entries: [FileEntry], in folder: any FileSystem) {
    self.entries = entries
    self.folder = folder
  }

  /// Files that stay as they are: how large they are nobody asks.
  package init(standing paths: [SitePath], in folder: any FileSystem) {
    self.init(paths.map { FileEntry(path: $0, kind: .file, size: 0) }, in: folder)
  }
}
