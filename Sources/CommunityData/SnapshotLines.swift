internal import Basics

/// The lines of a snapshot's file, plain or compressed, in windows of whole lines.
struct SnapshotLines {
  let path: SitePath
  let fileSystem: any FileSystem

  private static let windowSize = 4 << 20

  func forEachWindow(_ body: ([UInt8]) throws(FileError) -> Void) throws(FileError) {
    if let compression = Compression(of: path) {
      var file = try CompressedFile.open(path, compression, in: fileSystem)
      while let window = try file.nextLines() { try body(window) }
      return
    }
    var rest: [UInt8] = []
    var offset = 0
    while true {
      let window = try fileSystem.read(path, from: offset, count: SnapshotLines.windowSize)
      if window.isEmpty { break }
      offset += window.count
      rest += window
      guard let end = rest.lastIndex(of: 0x0A) else { continue }
      try body(Array(rest[...end]))
      rest.removeSubrange(...end)
    }
    if !rest.isEmpty { try body(rest) }
  }
}
