internal import Basics

/// An entry of the cache in the making: numbers, texts and whole columns one after the other, written
/// block by block so that no second copy of them lies in memory.
package struct CacheOutput {
  private let fileSystem: any FileSystem
  private let draft: SitePath
  private var bytes: [UInt8] = []
  /// Of each block that was written.
  private var checksums: [UInt64] = []
  /// The first failure; nothing is written after it.
  private(set) var error: FileError?

  init(to draft: SitePath, in fileSystem: any FileSystem) {
    self.draft = draft
    self.fileSystem = fileSystem
  }

  package mutating func number(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    writeBlocks()
  }

  package mutating func text(_ text: String) {
    column(Array(text.utf8))
  }

  /// Their lengths and then all their bytes.
  package mutating func texts(_ texts: [String]) {
    column(texts.map { Int32($0.utf8.count) })
    number(texts.reduce(0) { $0 + $1.utf8.count })
    for text in texts { bytes.append(contentsOf: text.utf8) }
    writeBlocks()
  }

  package mutating func texts(ifPresent texts: [String?]) {
    column(texts.map { UInt8($0 == nil ? 0 : 1) })
    self.texts(texts.map { $0 ?? "" })
  }

  /// The memory of a column of numbers as it is.
  package mutating func column<Number: FixedWidthInteger>(_ numbers: [Number]) {
    number(numbers.count)
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    writeBlocks()
  }

  private mutating func writeBlocks() {
    let whole = bytes.count / CacheBlock.size * CacheBlock.size
    if whole == 0 { return }
    for start in stride(from: 0, to: whole, by: CacheBlock.size) {
      write(bytes[start..<start + CacheBlock.size])
    }
    bytes.removeFirst(whole)
  }

  private mutating func write(_ block: ArraySlice<UInt8>) {
    if error != nil { return }
    checksums.append(CacheBlock.checksum(block))
    do throws(FileError) {
      try fileSystem.append(Array(block), to: draft)
    } catch {
      self.error = error
    }
  }

  /// Writes the rest and, behind it, the checksum of all.
  mutating func finish() {
    if !bytes.isEmpty { write(bytes[...]) }
    bytes = []
    let all = CacheBlock.checksum(of: checksums)
    let end = withUnsafeBytes(of: all.littleEndian) { Array($0) }
    if error != nil { return }
    do throws(FileError) {
      try fileSystem.append(end, to: draft)
    } catch {
      self.error = error
    }
  }
}

/// Tells damage, not malice: whoever can write to the cache can write the site's content too.
enum CacheBlock {
  static let size = 4 << 20

  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { hash($0) }
  }

  static func checksum(of blocks: [UInt64]) -> UInt64 {
    blocks.withUnsafeBytes { hash($0.bindMemory(to: UInt8.self)) }
  }
}

/// An entry of the cache as it is read back; what does not fit gives nothing rather than a crash.
package struct CacheInput: Sendable {
  private let bytes: [UInt8]
  private var place = 0
  /// When the file was written, in nanoseconds since 1970.
  package let writtenAt: Int64
  /// Whether all that was asked for was there.
  package private(set) var isGood = true

  init(_ bytes: [UInt8], writtenAt: Int64) {
    self.bytes = bytes
    self.writtenAt = writtenAt
  }

  /// Whether all but the last eight bytes has the checksum that they are.
  var isIntact: Bool {
    let end = bytes.count - 8
    guard end >= 0 else { return false }
    let blocks = inParallel((end + CacheBlock.size - 1) / CacheBlock.size) { number in
      let start = number * CacheBlock.size
      return CacheBlock.checksum(bytes[start..<min(start + CacheBlock.size, end)])
    }
    let wanted = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: end, as: UInt64.self) }
    return CacheBlock.checksum(of: blocks) == UInt64(littleEndian: wanted)
  }

  /// Notes that what was read does not fit.
  package mutating func fail() { isGood = false }

  package mutating func number() -> Int {
    guard bytes.count - place >= 8 else {
      isGood = false
      return 0
    }
    let number = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int64.self) }
    place += 8
    return Int(Int64(littleEndian: number))
  }

  package mutating func text() -> String {
    String(decoding: column(of: UInt8.self), as: UTF8.self)
  }

  package mutating func texts() -> [String] {
    let lengths = column(of: Int32.self)
    let all = column(of: UInt8.self)
    var start = 0
    return lengths.map { length in
      guard length >= 0, start + Int(length) <= all.count else {
        isGood = false
        return ""
      }
      defer { start += Int(length) }
      return String(decoding: all[start..<start + Int(length)], as: UTF8.self)
    }
  }

  package mutating func textsIfPresent() -> [String?] {
    let isPresent = column(of: UInt8.self)
    return zip(isPresent, texts()).map { $0 == 0 ? nil : $1 }
  }

  package mutating func column<Number: FixedWidthInteger>(of type: Number.Type) -> [Number] {
    let count = number()
    let size = MemoryLayout<Number>.stride
    guard count >= 0, count <= (bytes.count - place) / size else {
      isGood = false
      return []
    }
    let range = place..<place + count * size
    place = range.upperBound
    return [Number](unsafeUninitializedCapacity: count) { numbers, filled in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: $0[range]))
      }
      filled = count
    }
  }
}
