internal import Basics
internal import JSONText

/// The texts of a community, fetched by ``TextRange``.
///
/// A text of a plain snapshot file stays there and is read when it is asked for; ids, and texts of
/// compressed files, lie in memory in blocks that never move once filled.
package struct TextStore: Sendable {
  enum Source: Sendable {
    case memory([UInt8])
    case file(SitePath, any FileSystem)
  }

  private(set) var sources: [Source]
  let fault = TextFault()

  package init() {
    sources = []
  }

  init(sources: [Source]) {
    self.sources = sources
  }

  /// Stores a text and tells where.
  package mutating func append(_ text: some Collection<UInt8>) -> TextRange {
    let last = writableBlock(for: text.count)
    guard case .memory(var block) = sources[last] else { return .absent }
    sources[last] = .memory([])
    let offset = TextRange.offset(ofSource: last) + block.count
    block.append(contentsOf: text)
    sources[last] = .memory(block)
    return TextRange(offset: offset, length: Int32(text.count))
  }

  /// The number of a block in memory with room for so many bytes.
  private mutating func writableBlock(for count: Int) -> Int {
    if case .memory(let block)? = sources.last, block.count + count <= TextStore.blockSize {
      return sources.count - 1
    }
    var block: [UInt8] = []
    // Small stores, as in tests, stay small; a second block means that there is much to come.
    if !sources.isEmpty { block.reserveCapacity(max(count, TextStore.blockSize)) }
    sources.append(.memory(block))
    return sources.count - 1
  }

  package func string(_ range: TextRange) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  /// The bytes of a text without escapes; none, and a ``Community/textFault``, where its file cannot
  /// be read any more.
  package func slice(_ range: TextRange) -> ArraySlice<UInt8> {
    if range.isAbsent { return [] }
    switch sources[range.source] {
    case .memory(let block):
      let raw = block[range.place..<range.place + Int(range.length)]
      return range.isEscaped ? raw.withUnsafeBufferPointer { unescaped($0)[...] } : raw
    case .file(let path, let fileSystem):
      let count = Int(range.length)
      guard
        let read = fault.read(path, fileSystem, from: range.place, count: count, least: count)
      else { return [] }
      return range.isEscaped ? read.withUnsafeBufferPointer { unescaped($0)[...] } : read[...]
    }
  }

  /// Calls with the bytes of a text in memory where they lie.
  @inline(__always)
  func withBytes<Result>(
    _ range: TextRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard !range.isAbsent, case .memory(let block) = sources[range.source] else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return block.withUnsafeBufferPointer { block in
      body(UnsafeBufferPointer(rebasing: block[range.place..<range.place + Int(range.length)]))
    }
  }

  /// The first of some texts in memory that is the one wanted.
  func firstIndex(of wanted: UnsafeBufferPointer<UInt8>, in ranges: TextColumn) -> Int? {
    var index = 0
    while index < ranges.count {
      let source = ranges[index].source
      guard !ranges[index].isAbsent, case .memory(let block) = sources[source] else {
        index += 1
        continue
      }
      // A block is taken up once for all texts in a row that lie in it.
      let found = block.withUnsafeBufferPointer { block -> Int? in
        while index < ranges.count, ranges[index].source == source {
          let range = ranges[index]
          if Int(range.length) == wanted.count,
            isEqual(
              UnsafeBufferPointer(rebasing: block[range.place..<range.place + wanted.count]), wanted
            )
          {
            return index
          }
          index += 1
        }
        return nil
      }
      if let found { return found }
    }
    return nil
  }

  /// Takes a block filled elsewhere, or a file, as it is; what to add to the offsets of its ranges.
  mutating func adopt(_ source: Source) -> Int {
    sources.append(source)
    return TextRange.offset(ofSource: sources.count - 1)
  }

  /// Takes over all texts of another store; ids, which lie in the first source of both, are put into
  /// one. What to add to the offsets of ids, and of other texts.
  mutating func append(_ other: TextStore) -> (ids: Int, texts: Int) {
    guard case .memory(let otherIDs)? = other.sources.first, case .memory(var ids)? = sources.first
    else { preconditionFailure("ids lie in the first source") }
    sources[0] = .memory([])
    let idOffset = ids.count
    ids += otherIDs
    sources[0] = .memory(ids)
    // The other's second source comes right behind those that are here.
    let textOffset = TextRange.offset(ofSource: sources.count - 1)
    sources += other.sources.dropFirst()
    return (idOffset, textOffset)
  }

  mutating func replace(_ number: Int, by source: Source) {
    sources[number] = source
  }

  /// Whether one text in memory comes before another in the order of their bytes.
  func precedes(_ left: TextRange, _ right: TextRange) -> Bool {
    withBytes(left) { left in withBytes(right) { left.lexicographicallyPrecedes($0) } }
  }

  private static let blockSize = 8 << 20
}
