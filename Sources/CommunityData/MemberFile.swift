internal import Basics
internal import Crypto

/// A file of a snapshot on its way to other member ids.
struct MemberFile {
  let source: SitePath
  let target: SitePath
  let fileSystem: any FileSystem

  /// Writes the file with its ids replaced, compressed as the source is; its checksum.
  func copy(sorted: Bool, _ rename: (String) -> String) throws(FileError) -> String {
    var output = Output(target: target, fileSystem: fileSystem)
    if let compression = Compression(of: source) {
      output.compressor = try CompressedOutput(compression, path: target)
    }
    var lines: [UInt8] = []
    try SnapshotLines(path: source, fileSystem: fileSystem).forEachWindow {
      window throws(FileError) in
      let renamed = MemberIDs.replaced(in: window, rename)
      if sorted { lines += renamed } else { try output.add(renamed) }
    }
    if sorted { try output.add(MemberFile.sorted(lines)) }
    return try output.finish()
  }

  private static func sorted(_ text: [UInt8]) -> [UInt8] {
    let lines = text.split(separator: 0x0A).sorted { $0.lexicographicallyPrecedes($1) }
    return lines.flatMap { $0 + [0x0A] }
  }

  /// Takes pieces of the file and writes them.
  private struct Output {
    let target: SitePath
    let fileSystem: any FileSystem
    var compressor: CompressedOutput?
    private var digest = SHA256()

    init(target: SitePath, fileSystem: any FileSystem) {
      self.target = target
      self.fileSystem = fileSystem
    }

    mutating func add(_ bytes: [UInt8]) throws(FileError) {
      if let compressor { try write(compressor.add(bytes, to: target)) } else { try write(bytes) }
    }

    private mutating func write(_ bytes: [UInt8]) throws(FileError) {
      digest.update(data: bytes)
      try fileSystem.append(bytes, to: target)
    }

    /// SHA-256 of the bytes as they lie on the disk, in hexadecimal.
    mutating func finish() throws(FileError) -> String {
      if let compressor { try write(compressor.finish(target)) }
      // A file without a line is a file too.
      try fileSystem.append([], to: target)
      try fileSystem.synchronize(target)
      return hexadecimal(digest.finalize())
    }
  }
}
