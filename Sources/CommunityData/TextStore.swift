/// The texts of a community, unescaped, one after the other, fetched by ``TextRange``.
package struct TextStore: Sendable {
  package private(set) var bytes: [UInt8]

  package init() {
    bytes = []
  }

  /// Stores a text and tells where.
  package mutating func append(_ text: some Collection<UInt8>) -> TextRange {
    let range = TextRange(offset: bytes.count, length: Int32(clamping: text.count))
    bytes.append(contentsOf: text)
    return range
  }

  package func string(_ range: TextRange) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  package func slice(_ range: TextRange) -> ArraySlice<UInt8> {
    range.isAbsent ? [] : bytes[range.offset..<range.offset + Int(range.length)]
  }
}
