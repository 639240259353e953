internal import Basics
internal import Crypto
internal import Synchronization

/// A file of lines on the disk, plain or compressed, read window by window; the checksum of the file
/// as it lies on the disk is taken on the way.
struct LineFile {
  let path: SitePath
  let fileSystem: any FileSystem

  static let windowSize = 16 << 20
  /// A longer line is a fault of the file: it would have to be held in memory as a whole.
  static let longestLine = 512 << 20

  /// Parses pieces of whole lines on all cores and merges the results in the order of the file;
  /// returns the SHA-256 in hexadecimal.
  func read<Batch: Sendable>(
    parse: @Sendable (LinePiece) -> Batch, merge: (Batch) -> Void
  ) throws(FileError) -> String {
    guard let compression = Compression(of: path) else {
      return try readPlain(parse: parse, merge: merge)
    }
    var file = try CompressedFile.open(path, compression, in: fileSystem)
    var isFirst = true
    while let window = try file.nextLines() {
      let start = isFirst ? LineFile.markLength(of: window) : 0
      let pieces = LinePieces(window, from: start)
      for batch in pieces.parse(parse, beside: { _ in }) { merge(batch) }
      isFirst = false
    }
    return hexadecimal(file.digest)
  }

  private func readPlain<Batch: Sendable>(
    parse: @Sendable (LinePiece) -> Batch, merge: (Batch) -> Void
  ) throws(FileError) -> String {
    let digest = Mutex(SHA256())
    var offset = 0
    while let window = try nextLines(from: offset) {
      let size = window.count
      let start = offset == 0 ? LineFile.markLength(of: window) : 0
      let pieces = LinePieces(window, from: start)
      let batches = pieces.parse(parse) { bytes in
        digest.withLock { $0.update(bufferPointer: bytes) }
      }
      for batch in batches { merge(batch) }
      offset += size
    }
    return hexadecimal(digest.withLock { $0.finalize() })
  }

  /// Whole lines from an offset on, the last one with or without its end; nil at the end.
  private func nextLines(from offset: Int) throws(FileError) -> [UInt8]? {
    var wanted = LineFile.windowSize
    while true {
      var window = try fileSystem.read(path, from: offset, count: wanted)
      if window.isEmpty { return nil }
      if window.count < wanted { return window }
      if let end = window.lastIndex(of: 0x0A) {
        // The rest is read again with the next window: cheaper than moving it there.
        window.removeSubrange((end + 1)...)
        return window
      }
      if wanted >= LineFile.longestLine { throw LineFile.tooLong(path) }
      wanted *= 2
    }
  }

  static func tooLong(_ path: SitePath) -> FileError {
    FileError("read", path.text, reason: "a line is longer than \(longestLine >> 20) MB")
  }

  /// 3 when a text begins with a byte order mark, else 0.
  private static func markLength(of text: [UInt8]) -> Int {
    text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}
