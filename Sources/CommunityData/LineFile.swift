internal import Basics
internal import Crypto

/// A file of lines on the disk, plain or compressed, read piece by piece; the checksum of the file
/// as it lies on the disk is taken on the way.
struct LineFile {
  let path: SitePath
  let fileSystem: any FileSystem

  static let windowSize = 16 << 20
  /// A longer line is a fault of the file: it would have to be held in memory as a whole.
  static let longestLine = 512 << 20

  /// Parses pieces of whole lines on all cores and merges the results in the order of the file, one
  /// at a time though on any thread; returns the SHA-256 in hexadecimal.
  func read<Batch: Sendable>(
    parse: @Sendable (LinePiece) -> Batch, merge: (Batch) -> Void
  ) throws(FileError) -> String {
    guard let compression = Compression(of: path) else {
      return try PlainLines(path: path, fileSystem: fileSystem).read(parse: parse, merge: merge)
    }
    var file = try CompressedFile.open(path, compression, in: fileSystem)
    var isFirst = true
    while let window = try file.nextLines() {
      let start = isFirst ? LineFile.markLength(of: window) : 0
      let pieces = LinePieces(window, from: start)
      for batch in pieces.parse(parse) { merge(batch) }
      isFirst = false
    }
    return hexadecimal(file.digest)
  }

  /// The text of a file that is read as a whole, unpacked.
  func text() throws(FileError) -> [UInt8] {
    guard let compression = Compression(of: path) else { return try fileSystem.read(path) }
    var file = try CompressedFile.open(path, compression, in: fileSystem)
    var text: [UInt8] = []
    while let lines = try file.nextLines() { text += lines }
    return text
  }

  static func tooLong(_ path: SitePath) -> FileError {
    FileError("read", path.text, reason: "a line is longer than \(longestLine >> 20) MB")
  }

  /// 3 when a text begins with a byte order mark, else 0.
  static func markLength(of text: [UInt8]) -> Int {
    text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}
