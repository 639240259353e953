internal import Basics

/// An entry of the cache in the making: numbers, texts and whole columns one after the other, written
/// some blocks at a time so that no second copy of them lies in memory.
package struct CacheOutput {
  private let fileSystem: any FileSystem
  private let draft: SitePath
  /// What waits to be written, always less than a stretch of blocks.
  private var bytes: [UInt8] = []
  private var written = 0
  /// Of each block that was written.
  private var checksums: [UInt64] = []
  /// The first failure; nothing is written after it.
  private(set) var error: FileError?

  private static let stretch = CacheBlocks.size * CacheBlocks.stretch

  init(to draft: SitePath, in fileSystem: any FileSystem) {
    self.draft = draft
    self.fileSystem = fileSystem
    bytes.reserveCapacity(CacheOutput.stretch)
  }

  package mutating func number(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { add($0) }
  }

  package mutating func text(_ text: String) {
    column(Array(text.utf8))
  }

  /// Their lengths and then all their bytes.
  package mutating func texts(_ texts: [String]) {
    column(texts.map { Int32($0.utf8.count) })
    number(texts.reduce(0) { $0 + $1.utf8.count })
    for var text in texts { text.withUTF8 { add(UnsafeRawBufferPointer($0)) } }
  }

  /// Nothing but a 0 where none is there.
  package mutating func texts(ifPresent texts: [String?]) {
    let isPresent = texts.contains { $0 != nil }
    number(isPresent ? 1 : 0)
    if !isPresent { return }
    column(texts.map { UInt8($0 == nil ? 0 : 1) })
    self.texts(texts.map { $0 ?? "" })
  }

  /// The memory of a column of numbers as it is.
  package mutating func column<Number: FixedWidthInteger>(_ numbers: [Number]) {
    number(numbers.count)
    numbers.withUnsafeBytes { add($0) }
  }

  private mutating func add(_ added: UnsafeRawBufferPointer) {
    var rest = added
    while bytes.count + rest.count >= CacheOutput.stretch {
      let fitting = CacheOutput.stretch - bytes.count
      bytes.append(contentsOf: rest.prefix(fitting))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(fitting))
      writeBlocks()
    }
    bytes.append(contentsOf: rest)
  }

  private mutating func writeBlocks() {
    checksums += bytes.withUnsafeBytes(CacheBlocks.checksums)
    written += bytes.count
    append(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ bytes: [UInt8]) {
    if error != nil { return }
    do throws(FileError) {
      try fileSystem.append(bytes, to: draft)
    } catch {
      self.error = error
    }
  }

  /// Writes the rest and, behind it, what tells whether all is as it was written.
  mutating func finish() {
    if !bytes.isEmpty { writeBlocks() }
    for number in checksums + [UInt64(written), CacheBlocks.checksum(of: checksums)] {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(bytes)
  }
}
