internal import Basics
internal import Crypto

/// One file of a snapshot while it is written piece by piece, plain or compressed, with its checksum.
struct StagedFile {
  private let name: String
  private let path: SitePath
  private let fileSystem: any FileSystem
  private let compressor: CompressedOutput?
  private var digest = SHA256()

  init(
    _ name: String, at path: SitePath, _ compression: Compression?, in fileSystem: any FileSystem
  ) throws(FileError) {
    self.name = name
    self.path = path
    self.fileSystem = fileSystem
    if let compression {
      compressor = try CompressedOutput(compression, path: path)
    } else {
      compressor = nil
    }
  }

  mutating func write(_ piece: [UInt8]) throws(FileError) {
    if let compressor { try append(compressor.add(piece, to: path)) } else { try append(piece) }
  }

  /// Puts the file safely on the disk.
  mutating func finish(rows: Int) throws(FileError) -> SnapshotManifest.File {
    if let compressor { try append(compressor.finish(path)) }
    try fileSystem.synchronize(path)
    return SnapshotManifest.File(path: name, sha256: hexadecimal(digest.finalize()), rows: rows)
  }

  private mutating func append(_ bytes: [UInt8]) throws(FileError) {
    digest.update(data: bytes)
    try fileSystem.append(bytes, to: path)
  }
}
