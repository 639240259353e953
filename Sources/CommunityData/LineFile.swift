internal import Basics
internal import Crypto
internal import Dispatch
internal import JSONText
internal import Synchronization

/// A file of lines on the disk, read window by window, its checksum taken on the way.
///
/// A compressed file would unpack between `read` and the windows; the checksum is of the file as it
/// lies on the disk.
struct LineFile {
  let path: SitePath
  let fileSystem: any FileSystem

  private static let windowSize = 16 << 20
  /// Small enough that two threads share a window evenly.
  private static let pieceSize = 2 << 20

  /// Parses pieces of whole lines on all cores and merges the results in the order of the file;
  /// returns the SHA-256 in hexadecimal.
  func read<Batch: Sendable>(
    parse: @Sendable (LinePiece) -> Batch, merge: (Batch) -> Void
  ) throws(FileError) -> String {
    let digest = Mutex(SHA256())
    var offset = 0
    var wanted = LineFile.windowSize
    while true {
      var window = try fileSystem.read(path, from: offset, count: wanted)
      let isLast = window.count < wanted
      let end = isLast ? window.count : (window.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
      if end == 0, !isLast {
        wanted *= 2  // a line longer than the window
        continue
      }
      // The rest is read again with the next window: cheaper than moving it there.
      window.removeSubrange(end...)
      let mark = offset == 0 && window.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      for batch in parsePieces(of: &window, from: mark, parse, into: digest) { merge(batch) }
      if isLast { return hexadecimal(digest.withLock { $0.finalize() }) }
      offset += end
      wanted = LineFile.windowSize
    }
  }

  /// The first iteration takes the checksum, the others parse a piece each.
  private func parsePieces<Batch: Sendable>(
    of window: inout [UInt8], from start: Int, _ parse: @Sendable (LinePiece) -> Batch,
    into digest: borrowing Mutex<SHA256>
  ) -> [Batch] {
    let cuts = cuts(of: window, from: start)
    let count = window.count
    window.append(contentsOf: repeatElement(0, count: JSONReader.padding))
    let results = Mutex<[Batch?]>(Array(repeating: nil, count: cuts.count - 1))
    window.withUnsafeBufferPointer { bytes in
      // Each iteration only reads, and none outlives this call.
      nonisolated(unsafe) let bytes = bytes
      DispatchQueue.concurrentPerform(iterations: cuts.count) { iteration in
        if iteration == 0 {
          let whole = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<count])
          return digest.withLock { $0.update(bufferPointer: whole) }
        }
        let range = cuts[iteration - 1]..<cuts[iteration]
        let batch = parse(LinePiece(bytes: UnsafeBufferPointer(rebasing: bytes[range])))
        results.withLock { $0[iteration - 1] = batch }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  /// Where pieces begin and end: at line starts, about ``pieceSize`` apart.
  private func cuts(of window: [UInt8], from start: Int) -> [Int] {
    var cuts = [start]
    while let last = cuts.last, last < window.count {
      let wanted = last + LineFile.pieceSize
      guard wanted < window.count, let end = window[wanted...].firstIndex(of: 0x0A) else {
        cuts.append(window.count)
        break
      }
      cuts.append(end + 1)
    }
    return cuts
  }
}
