/// The texts of a community, unescaped, fetched by ``TextRange``.
///
/// They lie in blocks that never move once filled, so that reading a large snapshot copies no text
/// twice; a range's offset is the block's number in the upper half and the place in it in the lower.
package struct TextStore: Sendable {
  private var blocks: [[UInt8]]

  package init() {
    blocks = []
  }

  /// Stores a text and tells where.
  package mutating func append(_ text: some Collection<UInt8>) -> TextRange {
    if blocks.isEmpty || blocks[blocks.count - 1].count + text.count > TextStore.blockSize {
      var block: [UInt8] = []
      // Small stores, as in tests, stay small; a second block means that there is much to come.
      if !blocks.isEmpty { block.reserveCapacity(max(text.count, TextStore.blockSize)) }
      blocks.append(block)
    }
    let last = blocks.count - 1
    let offset = TextStore.offset(ofBlock: last) + blocks[last].count
    blocks[last].append(contentsOf: text)
    return TextRange(offset: offset, length: Int32(text.count))
  }

  package func string(_ range: TextRange) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  package func slice(_ range: TextRange) -> ArraySlice<UInt8> {
    if range.isAbsent { return [] }
    let start = range.offset & TextStore.blockMask
    return blocks[range.offset >> TextStore.blockBits][start..<start + Int(range.length)]
  }

  /// Calls with the bytes of a text where they lie.
  @inline(__always)
  func withBytes<Result>(
    _ range: TextRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if range.isAbsent { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let start = range.offset & TextStore.blockMask
    return blocks[range.offset >> TextStore.blockBits].withUnsafeBufferPointer { block in
      body(UnsafeBufferPointer(rebasing: block[start..<start + Int(range.length)]))
    }
  }

  /// Takes a block filled elsewhere as it is; what to add to the offsets of its ranges.
  mutating func adopt(_ block: [UInt8]) -> Int {
    blocks.append(block)
    return TextStore.offset(ofBlock: blocks.count - 1)
  }

  /// Whether one text comes before another in the order of their bytes.
  func precedes(_ left: TextRange, _ right: TextRange) -> Bool {
    withBytes(left) { left in withBytes(right) { left.lexicographicallyPrecedes($0) } }
  }

  private static let blockSize = 8 << 20
  private static let blockBits = 32
  private static let blockMask = 1 << blockBits - 1

  private static func offset(ofBlock number: Int) -> Int { number << blockBits }
}
