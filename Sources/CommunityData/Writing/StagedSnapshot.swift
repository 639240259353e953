internal import Basics
internal import Crypto

/// A snapshot on its way to the disk: files gather in a folder beside the final one, which appears
/// only when all of them are safely there.
struct StagedSnapshot {
  private let folder: SitePath
  private let staging: SitePath
  private let fileSystem: any FileSystem
  private let isCompressed: Bool
  private(set) var files: [SnapshotManifest.File] = []

  /// Clears what a killed run may have left.
  init(
    of folder: SitePath, in fileSystem: any FileSystem, compressed isCompressed: Bool
  ) throws(FileError) {
    self.isCompressed = isCompressed
    self.folder = folder
    self.fileSystem = fileSystem
    do {
      staging = try folder.folder.appending(".\(folder.name).part")
    } catch {
      throw FileError("write", folder.text, reason: error.description)
    }
    try fileSystem.remove(staging)
  }

  /// Writes a file from pieces and notes its checksum.
  mutating func add(
    _ name: SnapshotFileName, rows: Int,
    _ pieces: (_ write: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    var file = try begin(name.rawValue, isCompressed ? .gzip : nil)
    try pieces { piece throws(FileError) in try file.write(piece) }
    files.append(try file.finish(rows: rows))
  }

  /// Writes the lines of the items to so many files of equally many, each compressed.
  mutating func addItems(
    inParts parts: Int, rows: Int,
    _ pieces: (_ write: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    var splitter = PartSplitter(rows: rows, parts: parts)
    var file = try begin(SnapshotFileName.items(part: 0), .zstandard)
    try pieces { piece throws(FileError) in
      var rest = piece[...]
      while let cut = splitter.cut(&rest) {
        try file.write(Array(cut))
        if !splitter.isFull { continue }
        files.append(try file.finish(rows: splitter.rowsOfPart))
        splitter.beginNext()
        file = try begin(SnapshotFileName.items(part: splitter.part), .zstandard)
      }
    }
    files.append(try file.finish(rows: splitter.rowsOfPart))
  }

  private func begin(_ name: String, _ compression: Compression?) throws(FileError) -> StagedFile {
    let fileName = name + (compression?.rawValue ?? "")
    return try StagedFile(fileName, at: child(fileName), compression, in: fileSystem)
  }

  /// Takes over a file that lies on the disk already.
  mutating func take(
    _ name: SnapshotFileName, rows: Int, from run: LineRunFile
  ) throws(FileError) {
    let path = try child(name.rawValue)
    try fileSystem.move(run.path, to: path)
    try fileSystem.synchronize(path)
    files.append(SnapshotManifest.File(path: name.rawValue, sha256: run.sha256, rows: rows))
  }

  /// Writes the manifest and gives the folder its name. False when there is another one by that
  /// name already; the same one is fine.
  func publish(manifest: [UInt8]) throws(FileError) -> Bool {
    if try fileSystem.entry(at: folder) != nil {
      let path = try child("manifest.json", of: folder)
      var isSame = false
      if try fileSystem.entry(at: path) != nil { isSame = try fileSystem.read(path) == manifest }
      try fileSystem.remove(staging)
      return isSame
    }
    try fileSystem.write(manifest, to: child("manifest.json"))
    try fileSystem.synchronize(staging)
    try fileSystem.move(staging, to: folder)
    return true
  }

  /// Clears the staging folder after a failure.
  func abandon() {
    // The failure that led here is what is told; leftovers are cleared by the next run.
    try? fileSystem.remove(staging)
  }

  private func child(_ name: String, of parent: SitePath? = nil) throws(FileError) -> SitePath {
    do {
      return try (parent ?? staging).appending(name)
    } catch {
      throw FileError("write", name, reason: error.description)
    }
  }
}

/// Lower-case hexadecimal digits: `[0x0A, 0xFF]` → `"0aff"`.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
