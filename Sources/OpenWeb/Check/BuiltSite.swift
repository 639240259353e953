package import Basics

/// The files of a built site, in memory or in a folder, sorted by path.
package struct BuiltSite: Sendable {
  /// Every file and whatever else lies between them; sizes in bytes.
  package let entries: [FileEntry]
  private let source: Source

  private enum Source: Sendable {
    case memory([OutputFile])
    case folder(any FileSystem)
  }

  /// The files a build is about to write; of two with one path the first counts.
  package init(files: [OutputFile]) {
    let sorted = files.sorted { $0.path < $1.path }
    source = .memory(sorted)
    entries = sorted.map { FileEntry(path: $0.path, kind: .file, size: $0.bytes.count) }
  }

  /// A folder on disk, whoever made it; contents are read when they are looked at.
  package init(reading fileSystem: any FileSystem) throws(FileError) {
    source = .folder(fileSystem)
    entries = try fileSystem.walk(.root)
  }

  /// The content of `entries[index]`.
  func bytes(at index: Int) throws(FileError) -> [UInt8] {
    switch source {
    case .memory(let files): files[index].bytes
    case .folder(let fileSystem): try fileSystem.read(entries[index].path)
    }
  }
}
