internal import Basics

/// An entry of the cache as it is read back; what does not fit gives nothing rather than a crash.
///
/// Columns are read from the file straight into their place, in parallel, and each block is held against
/// its checksum on the way.
package struct CacheInput: Sendable {
  private let fileSystem: any FileSystem
  private let path: SitePath
  /// How many bytes it holds, without checksums.
  private let size: Int
  private let checksums: [UInt64]
  private var place = 0
  /// The block that small things are read from, and its number.
  private var block: [UInt8] = []
  private var blockNumber = -1
  /// When the file was written, in nanoseconds since 1970.
  package let writtenAt: Int64
  /// Whether all that was asked for was there.
  package private(set) var isGood = true
  /// Whether all that was read so far is as it was written.
  private(set) var isIntact = true

  /// nil when it does not end as an entry does.
  init?(_ entry: FileEntry, in fileSystem: any FileSystem) throws(FileError) {
    let endSize = CacheBlocks.endSize
    guard entry.size >= endSize else { return nil }
    let end = try fileSystem.read(entry.path, from: entry.size - endSize, count: endSize)
    guard end.count == endSize else { return nil }
    let size = end.number(at: 0)
    let count = size.map(CacheBlocks.count(of:)) ?? 0
    guard let size, entry.size - endSize - count * 8 == size else { return nil }
    let sums = try fileSystem.read(entry.path, from: size, count: count * 8)
    checksums = (0..<sums.count / 8).map { sums.checksum(at: $0 * 8) }
    guard checksums.count == count, CacheBlocks.checksum(of: checksums) == end.checksum(at: 8)
    else { return nil }
    self.fileSystem = fileSystem
    path = entry.path
    self.size = size
    writtenAt = entry.modified
  }

  /// Notes that what was read does not fit.
  package mutating func fail() { isGood = false }

  package mutating func number() -> Int {
    var number: Int64 = 0
    withUnsafeMutableBytes(of: &number) { read(into: $0) }
    return Int(Int64(littleEndian: number))
  }

  package mutating func text() -> String {
    String(decoding: column(of: UInt8.self), as: UTF8.self)
  }

  package mutating func texts() -> [String] {
    let lengths = column(of: Int32.self)
    let all = column(of: UInt8.self)
    guard lengths.allSatisfy({ $0 >= 0 }), lengths.reduce(0, { $0 + Int($1) }) == all.count else {
      isGood = false
      return []
    }
    return all.withUnsafeBufferPointer { all in
      var start = 0
      return lengths.map { length in
        defer { start += Int(length) }
        let bytes = UnsafeBufferPointer(rebasing: all[start..<start + Int(length)])
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  /// `count` of them.
  package mutating func texts(ifPresent count: Int) -> [String?] {
    if number() == 0 { return [String?](repeating: nil, count: count) }
    let isPresent = column(of: UInt8.self)
    let texts = texts()
    if isPresent.count != count || texts.count != count { isGood = false }
    return zip(isPresent, texts).map { $0 == 0 ? nil : $1 }
  }

  package mutating func column<Number: FixedWidthInteger>(of type: Number.Type) -> [Number] {
    let count = number()
    guard isGood, count >= 0, count <= (size - place) / MemoryLayout<Number>.stride else {
      isGood = false
      return []
    }
    // With room for what a refresh brings, so that it does not move the column.
    return [Number](unsafeUninitializedCapacity: count + count / 16) { numbers, filled in
      let room = UnsafeMutableRawBufferPointer(numbers)[..<(count * MemoryLayout<Number>.stride)]
      read(into: UnsafeMutableRawBufferPointer(rebasing: room))
      filled = count
    }
  }

  // MARK: Bytes

  /// Fills a buffer with what comes next; with zeros, and no longer good, where that is missing.
  private mutating func read(into buffer: UnsafeMutableRawBufferPointer) {
    guard isGood, buffer.count <= size - place else {
      isGood = false
      buffer.initializeMemory(as: UInt8.self, repeating: 0)
      return
    }
    let wanted = place..<place + buffer.count
    place = wanted.upperBound
    // Whole blocks go straight to where they belong; of those at both ends the part that is wanted.
    let first = CacheBlocks.count(of: wanted.lowerBound)
    let last = wanted.upperBound / CacheBlocks.size
    if first + 1 >= last { return copy(wanted, buffer, from: wanted) }
    let whole = first * CacheBlocks.size..<last * CacheBlocks.size
    copy(wanted.lowerBound..<whole.lowerBound, buffer, from: wanted)
    readBlocks(first..<last, part(whole, of: buffer, from: wanted))
    copy(whole.upperBound..<wanted.upperBound, buffer, from: wanted)
  }

  private func part(
    _ range: Range<Int>, of buffer: UnsafeMutableRawBufferPointer, from wanted: Range<Int>
  ) -> UnsafeMutableRawBufferPointer {
    let start = range.lowerBound - wanted.lowerBound
    return UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + range.count])
  }

  /// Copies a range by way of the blocks that it lies in.
  private mutating func copy(
    _ range: Range<Int>, _ buffer: UnsafeMutableRawBufferPointer, from wanted: Range<Int>
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let number = start / CacheBlocks.size
      let end = min((number + 1) * CacheBlocks.size, range.upperBound)
      load(number)
      let first = start - number * CacheBlocks.size
      block.withUnsafeBytes { block in
        part(start..<end, of: buffer, from: wanted)
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: block[first..<first + end - start]))
      }
      start = end
    }
  }

  private mutating func load(_ number: Int) {
    if number == blockNumber { return }
    let start = number * CacheBlocks.size
    let count = min(CacheBlocks.size, size - start)
    var loaded = [UInt8](repeating: 0, count: count)
    if !loaded.withUnsafeMutableBytes({ isRead(number..<number + 1, into: $0) }) { damaged() }
    block = loaded
    blockNumber = number
  }

  private mutating func readBlocks(
    _ blocks: Range<Int>, _ buffer: UnsafeMutableRawBufferPointer
  ) {
    let stretch = CacheBlocks.stretch
    // Each stretch has a part of the buffer of its own, and none outlives this call.
    nonisolated(unsafe) let buffer = buffer
    let input = self
    let areRead = inParallel((blocks.count + stretch - 1) / stretch) { number in
      let first = blocks.lowerBound + number * stretch
      let some = first..<min(first + stretch, blocks.upperBound)
      let start = number * stretch * CacheBlocks.size
      let part = buffer[start..<start + some.count * CacheBlocks.size]
      return input.isRead(some, into: UnsafeMutableRawBufferPointer(rebasing: part))
    }
    if areRead.contains(false) { damaged() }
  }

  /// Whether some blocks could be read and are what was written.
  private func isRead(_ blocks: Range<Int>, into part: UnsafeMutableRawBufferPointer) -> Bool {
    let start = blocks.lowerBound * CacheBlocks.size
    guard let count = try? fileSystem.read(path, from: start, into: part), count == part.count
    else { return false }
    return CacheBlocks.checksums(UnsafeRawBufferPointer(part)) == Array(checksums[blocks])
  }

  private mutating func damaged() {
    isGood = false
    isIntact = false
  }
}

extension [UInt8] {
  fileprivate func checksum(at place: Int) -> UInt64 {
    withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }

  /// nil for what cannot be the size of a file.
  fileprivate func number(at place: Int) -> Int? {
    Int(exactly: checksum(at: place)).flatMap { $0 < Int.max / 2 ? $0 : nil }
  }
}
