package import Basics

/// The files of a built site, in memory or in a folder, sorted by path.
package struct BuiltSite: Sendable {
  /// Every file and whatever else lies between them; sizes in bytes, 0 for files that stay.
  package let entries: [FileEntry]
  private let source: Source

  private enum Source: Sendable {
    case memory([OutputFile])
    case folder(any FileSystem)
    /// Some files in memory, by their place among the entries, the others in a folder.
    case both([Int: OutputFile], any FileSystem)
  }

  /// The files a build is about to write; of two with one path the first counts.
  package init(files: [OutputFile]) {
    let sorted = files.sorted { $0.path < $1.path }
    source = .memory(sorted)
    entries = sorted.map { FileEntry(path: $0.path, kind: .file, size: $0.bytes.count) }
  }

  /// The files a build is about to write, and those of its output folder that stay as they are.
  package init(files: [OutputFile], standing: [SitePath], in folder: any FileSystem) {
    let all =
      files.map { FileEntry(path: $0.path, kind: .file, size: $0.bytes.count) }
      + standing.map { FileEntry(path: $0, kind: .file, size: 0) }
    let order = all.indices.sorted { all[$0].path < all[$1].path }
    entries = order.map { all[$0] }
    let places = order.enumerated().filter { $0.element < files.count }
    source = .both(
      Dictionary(uniqueKeysWithValues: places.map { ($0.offset, files[$0.element]) }), folder)
  }

  /// A folder on disk, whoever made it; contents are read when they are looked at.
  package init(reading fileSystem: any FileSystem) throws(FileError) {
    source = .folder(fileSystem)
    entries = try fileSystem.walk(.root)
  }

  /// Where in the entries the files are that stay as they are.
  var standing: [Int] {
    guard case .both(let fresh, _) = source else { return [] }
    return entries.indices.filter { fresh[$0] == nil }
  }

  /// The content of `entries[index]`.
  func bytes(at index: Int) throws(FileError) -> [UInt8] {
    switch source {
    case .memory(let files): files[index].bytes
    case .folder(let fileSystem): try fileSystem.read(entries[index].path)
    case .both(let files, let folder):
      if let file = files[index] { file.bytes } else { try folder.read(entries[index].path) }
    }
  }
}
