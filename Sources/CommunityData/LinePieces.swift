internal import Dispatch
internal import JSONText
internal import Synchronization

/// Whole lines in memory, parsed piece by piece on all cores.
struct LinePieces: ~Copyable {
  private var bytes: [UInt8]
  /// Where pieces begin and end, at line starts.
  private let cuts: [Int]

  /// Small enough that two threads share a window evenly.
  private static let pieceSize = 2 << 20

  /// `start` is behind a byte order mark.
  init(_ bytes: consuming [UInt8], from start: Int) {
    cuts = LinePieces.cuts(of: bytes, from: start)
    bytes.append(contentsOf: repeatElement(0, count: JSONReader.padding))
    self.bytes = bytes
  }

  /// The batches in the order of the lines.
  func parse<Batch: Sendable>(_ parse: @Sendable (LinePiece) -> Batch) -> [Batch] {
    let results = Mutex<[Batch?]>(Array(repeating: nil, count: cuts.count - 1))
    bytes.withUnsafeBufferPointer { bytes in
      // Each iteration only reads, and none outlives this call.
      nonisolated(unsafe) let bytes = bytes
      let cuts = cuts
      DispatchQueue.concurrentPerform(iterations: cuts.count - 1) { iteration in
        let range = cuts[iteration]..<cuts[iteration + 1]
        let batch = parse(LinePiece(bytes: UnsafeBufferPointer(rebasing: bytes[range])))
        results.withLock { $0[iteration] = batch }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private static func cuts(of bytes: borrowing [UInt8], from start: Int) -> [Int] {
    var cuts = [start]
    while let last = cuts.last, last < bytes.count {
      let wanted = last + pieceSize
      guard wanted < bytes.count, let end = bytes[wanted...].firstIndex(of: 0x0A) else {
        cuts.append(bytes.count)
        break
      }
      cuts.append(end + 1)
    }
    return cuts
  }
}
