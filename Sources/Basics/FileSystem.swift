/// The only door to a folder on disk; tests pass a file system in memory.
///
/// Paths are relative to the root the value was made for and cannot leave it.
package protocol FileSystem: Sendable {
  /// The whole content of a plain file. A symbolic link anywhere in the path is refused.
  func read(_ path: SitePath) throws(FileError) -> [UInt8]
  /// The whole content of some plain files of one folder, in the order of their names.
  func readEach(of names: [String], in folder: SitePath) -> [Result<[UInt8], FileError>]
  /// What lies directly in a folder, sorted by name; empty when the folder is not there.
  func entries(in folder: SitePath) throws(FileError) -> [FileEntry]
  /// What lies at a path, or nil.
  func entry(at path: SitePath) throws(FileError) -> FileEntry?
  /// Writes a file whole or not at all, making its folders.
  func write(_ bytes: [UInt8], to path: SitePath) throws(FileError)
  /// At most `count` bytes of a plain file from an offset on; fewer only at its end.
  func read(_ path: SitePath, from offset: Int, count: Int) throws(FileError) -> [UInt8]
  /// The same straight into memory, without more than that; how many bytes there were.
  func read(
    _ path: SitePath, from offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int
  /// Adds to the end of a file, making it and its folders; durable only after ``synchronize(_:)``.
  func append(_ bytes: [UInt8], to path: SitePath) throws(FileError)
  /// Waits until a file's bytes, or a folder's list of names, are on the disk.
  func synchronize(_ path: SitePath) throws(FileError)
  /// Gives a file or folder another path at once, durably; an existing folder is not replaced.
  func move(_ path: SitePath, to target: SitePath) throws(FileError)
  /// Removes a plain file, or a folder with all that is in it; nothing there is fine.
  func remove(_ path: SitePath) throws(FileError)
}

extension FileSystem {
  package func readEach(of names: [String], in folder: SitePath) -> [Result<[UInt8], FileError>] {
    names.map { name in
      Result { () throws(FileError) in
        guard let path = try? folder.appending(name) else {
          throw FileError("read", folder.text, reason: "`\(name)` is no name")
        }
        return try read(path)
      }
    }
  }

  package func read(
    _ path: SitePath, from offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    let bytes = try read(path, from: offset, count: buffer.count)
    buffer.copyBytes(from: bytes)
    return bytes.count
  }

  /// Every plain file below a folder, sorted by path. Other kinds of entries are returned too, for
  /// the caller to complain about.
  package func walk(_ folder: SitePath) throws(FileError) -> [FileEntry] {
    var found: [FileEntry] = []
    for entry in try entries(in: folder) {
      if entry.kind == .folder {
        found += try walk(entry.path)
      } else {
        found.append(entry)
      }
    }
    return found.sorted { $0.path < $1.path }
  }
}

/// Something in a folder.
package struct FileEntry: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case file, folder, symbolicLink, other
  }

  package var path: SitePath
  package var kind: Kind
  /// In bytes.
  package var size: Int
  /// Nanoseconds since 1970; with `size` and `inode` it tells whether a file was touched.
  package var modified: Int64
  package var inode: UInt64

  package init(path: SitePath, kind: Kind, size: Int, modified: Int64 = 0, inode: UInt64 = 0) {
    self.path = path
    self.kind = kind
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}

/// Why the disk refused something, with the path.
package struct FileError: Error, Hashable, CustomStringConvertible {
  package var action: String
  package var path: String
  package var reason: String

  package init(_ action: String, _ path: String, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// `cannot read Content/site.yaml: No such file or directory`
  package var description: String { "cannot \(action) \(path): \(reason)" }
}
