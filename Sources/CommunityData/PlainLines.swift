internal import Basics
internal import Crypto
internal import Dispatch
internal import JSONText
internal import Synchronization

/// Reads a plain file of lines in pieces that all cores take in turn, each read, parsed and let go by
/// itself; one core takes the checksum meanwhile.
struct PlainLines {
  let path: SitePath
  let fileSystem: any FileSystem

  private static let pieceSize = 4 << 20

  func read<Batch: Sendable>(
    parse: @Sendable (LinePiece) -> Batch, merge: (Batch) -> Void
  ) throws(FileError) -> String {
    let before = try entry()
    let digest =
      try before.size <= PlainLines.pieceSize
      ? readWhole(before.size, parse, merge) : readPieces(of: before.size, parse, merge)
    // Pieces and checksum are read apart from each other: they must be of the same bytes.
    if try entry() == before { return digest }
    throw FileError("read", path.text, reason: "it changed while it was read")
  }

  private func entry() throws(FileError) -> FileEntry {
    if let entry = try fileSystem.entry(at: path), entry.kind == .file { return entry }
    // Says what is wrong with it.
    _ = try fileSystem.read(path, from: 0, count: 1)
    throw FileError("read", path.text, reason: "not a plain file")
  }

  private func readWhole<Batch: Sendable>(
    _ size: Int, _ parse: @Sendable (LinePiece) -> Batch, _ merge: (Batch) -> Void
  ) throws(FileError) -> String {
    let bytes = try fileSystem.read(path, from: 0, count: size + 1)
    let digest = hexadecimal(SHA256.hash(data: bytes))
    let start = LineFile.markLength(of: bytes)
    if start < bytes.count { merge(Self.parse(bytes, start..<bytes.count, at: 0, parse)) }
    return digest
  }

  private func readPieces<Batch: Sendable>(
    of size: Int, _ parse: @Sendable (LinePiece) -> Batch, _ merge: (Batch) -> Void
  ) throws(FileError) -> String {
    let count = (size + PlainLines.pieceSize - 1) / PlainLines.pieceSize
    let digest = Mutex<Result<String, FileError>?>(nil)
    let failure = Mutex<FileError?>(nil)
    let queue = MergeQueue<Batch>()
    // One at a time, and none after this call.
    nonisolated(unsafe) let merge = merge
    DispatchQueue.concurrentPerform(iterations: count + 1) { iteration in
      if iteration == 0 {
        let taken = takeDigest(of: size)
        return digest.withLock { $0 = taken }
      }
      do throws(FileError) {
        queue.add(try batch(iteration - 1, of: size, parse), at: iteration - 1, merge)
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    queue.mergeRest(merge)
    if let error = failure.withLock({ $0 }) { throw error }
    guard let taken = digest.withLock({ $0 }) else { return "" }
    return try taken.get()
  }

  private func takeDigest(of size: Int) -> Result<String, FileError> {
    var digest = SHA256()
    do throws(FileError) {
      for offset in stride(from: 0, to: size, by: 1 << 20) {
        digest.update(data: try fileSystem.read(path, from: offset, count: 1 << 20))
      }
      return .success(hexadecimal(digest.finalize()))
    } catch {
      return .failure(error)
    }
  }

  /// The lines that begin in a piece; nil when none does.
  private func batch<Batch: Sendable>(
    _ number: Int, of size: Int, _ parse: @Sendable (LinePiece) -> Batch
  ) throws(FileError) -> Batch? {
    let start = number * PlainLines.pieceSize
    let end = min(start + PlainLines.pieceSize, size)
    // The byte before tells whether a line begins right here.
    let from = max(0, start - 1)
    var bytes = try fileSystem.read(path, from: from, count: end - from + 4096)
    var first = number == 0 ? LineFile.markLength(of: bytes) : 0
    if number > 0 {
      guard let lineEnd = bytes[..<min(end - from, bytes.count)].firstIndex(of: 0x0A),
        from + lineEnd + 1 < end
      else { return nil }
      first = lineEnd + 1
    }
    let last = try endOfLine(from: end - 1 - from, at: from, in: &bytes)
    return Self.parse(bytes, first..<last, at: from, parse)
  }

  /// Where the line that holds a byte ends, its line end included; reads on where need be.
  private func endOfLine(
    from index: Int, at offset: Int, in bytes: inout [UInt8]
  ) throws(FileError) -> Int {
    var seen = min(index, bytes.count)
    while true {
      if let end = bytes[seen...].firstIndex(of: 0x0A) { return end + 1 }
      seen = bytes.count
      let more = try fileSystem.read(path, from: offset + seen, count: max(1 << 20, seen))
      if more.isEmpty { return seen }
      if seen + more.count > LineFile.longestLine { throw LineFile.tooLong(path) }
      bytes += more
    }
  }

  private static func parse<Batch: Sendable>(
    _ bytes: consuming [UInt8], _ range: Range<Int>, at offset: Int,
    _ parse: @Sendable (LinePiece) -> Batch
  ) -> Batch {
    // What lies behind the range in the file does as padding.
    let missing = range.upperBound + JSONReader.padding - bytes.count
    if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: missing)) }
    return bytes.withUnsafeBufferPointer { bytes in
      parse(
        LinePiece(
          bytes: UnsafeBufferPointer(rebasing: bytes[range]), offset: offset + range.lowerBound))
    }
  }
}

/// Merges what comes in any order in the order of its numbers, on whichever thread has the next.
private struct MergeQueue<Batch: Sendable>: ~Copyable {
  private let waiting = Mutex<[Int: Batch?]>([:])
  /// The number that is to be merged next; held while merging.
  private let next = Mutex(0)

  /// A nil stands for a number without anything to merge.
  func add(_ batch: Batch?, at number: Int, _ merge: (Batch) -> Void) {
    waiting.withLock { $0[number] = .some(batch) }
    // Whoever merges already looks again before it stops, or leaves it to the end.
    _ = next.withLockIfAvailable { drain(&$0, merge) }
  }

  func mergeRest(_ merge: (Batch) -> Void) {
    next.withLock { drain(&$0, merge) }
  }

  private func drain(_ next: inout Int, _ merge: (Batch) -> Void) {
    while let batch = waiting.withLock({ $0.removeValue(forKey: next) }) {
      if let batch { merge(batch) }
      next += 1
    }
  }
}
