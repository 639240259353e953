package import Basics

/// What publishing asks of the operating system; the disk and, in tests, a disk that fails.
///
/// Paths are relative to an open folder, and no call follows a symbolic link in their last part.
package protocol DiskCalls: Sendable {
  /// Opens a folder the user named; links on the way to it are the user's own choice.
  func openFolder(at path: String) throws(PublishError) -> OpenFolder
  /// Opens a folder below another one.
  func openFolder(_ path: RawPath, in folder: OpenFolder) throws(PublishError) -> OpenFolder
  /// Closes a folder.
  func close(_ folder: OpenFolder)
  /// What lies directly in a folder, by name; paths are names.
  func entries(in folder: OpenFolder) throws(PublishError) -> [DiskEntry]
  /// What lies at a path, or nil.
  func entry(at path: RawPath, in folder: OpenFolder) throws(PublishError) -> DiskEntry?
  /// The whole content of a plain file.
  func read(_ path: RawPath, in folder: OpenFolder) throws(PublishError) -> [UInt8]
  /// Whether a plain file holds these bytes and no others.
  func holds(
    _ bytes: [UInt8], at path: RawPath, in folder: OpenFolder
  ) throws(PublishError) -> Bool
  /// Writes a file that must not be there yet.
  func create(_ path: RawPath, in folder: OpenFolder, _ bytes: [UInt8]) throws(PublishError)
  /// Makes a folder that must not be there yet.
  func makeFolder(_ path: RawPath, in folder: OpenFolder) throws(PublishError)
  /// Sets the permission bits of a folder.
  func setMode(_ mode: UInt32, of path: RawPath, in folder: OpenFolder) throws(PublishError)
  /// Gives a plain file the same path in another folder, as a hard link.
  func link(
    _ path: RawPath, from source: OpenFolder, to target: OpenFolder
  ) throws(PublishError)
  /// Copies a plain file with its permissions and time to the same path in another folder.
  func copy(
    _ path: RawPath, from source: OpenFolder, to target: OpenFolder
  ) throws(PublishError)
  /// Moves a file or folder, replacing a file or an empty folder of the new name.
  func rename(
    _ path: RawPath, to newPath: RawPath, in folder: OpenFolder
  ) throws(PublishError)
  /// Lets two folders change names at one stroke.
  func exchange(_ one: RawPath, _ other: RawPath, in folder: OpenFolder) throws(PublishError)
  /// Removes a file or, if `kind` is a folder, an empty folder.
  func remove(
    _ path: RawPath, _ kind: FileEntry.Kind, in folder: OpenFolder
  ) throws(PublishError)
  /// Returns once the names in a folder are safe from a loss of power.
  func sync(_ folder: OpenFolder) throws(PublishError)
  /// Returns once everything written to the folder's file system is safe from a loss of power.
  func syncFileSystem(of folder: OpenFolder) throws(PublishError)
}

/// A folder held open, with its path as told to the user.
package struct OpenFolder: Sendable, Hashable {
  package var descriptor: Int32
  package var path: String

  package init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// The path of something in it, for messages.
  package func naming(_ path: RawPath) -> String {
    self.path == "." ? path.description : "\(self.path)/\(path)"
  }
}

/// Something in a folder on disk.
package struct DiskEntry: Sendable, Hashable {
  package var path: RawPath
  package var kind: FileEntry.Kind
  /// In bytes.
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int64
  /// When the content, the names in a folder, the permissions or the own name last changed, in
  /// nanoseconds since 1970. The kernel notes it, and nobody can set it back.
  package var changed: Int64
  package var inode: UInt64
  /// The file system it is on.
  package var device: UInt64
  /// The permission bits.
  package var mode: UInt32
}
