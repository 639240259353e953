internal import Basics

/// A file that a command was told to write, anywhere on this machine.
enum WrittenFile {
  /// Writes it whole or not at all, in a folder that is there.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    guard let (disk, name) = CapturedFile.place(path), let file = try? SitePath(name) else {
      throw FileError("write", path, reason: "this is no name of a file")
    }
    try disk.write(bytes, to: file)
  }
}
