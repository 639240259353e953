/// Where a text lies in a ``TextStore``; an absent text has a negative offset.
///
/// The offset packs three things: the source in bits 42…57, the place in it in the lower 42, and in
/// bit 58 whether it stands there as in a JSON string, with escapes.
package struct TextRange: Sendable, Hashable {
  package var offset: Int
  /// In bytes, as they lie in the source.
  package var length: Int32

  @inlinable
  package init(offset: Int, length: Int32) {
    self.offset = offset
    self.length = length
  }

  @inlinable package static var absent: TextRange { TextRange(offset: -1, length: 0) }

  @inlinable package var isAbsent: Bool { offset < 0 }

  static let placeBits = 42
  static let mostSources = 1 << 16
  private static let escapedBit = 1 << 58

  var place: Int { offset & (1 << TextRange.placeBits - 1) }
  var source: Int { offset >> TextRange.placeBits & (TextRange.mostSources - 1) }
  var isEscaped: Bool { offset & TextRange.escapedBit != 0 }

  /// A text as it stands between the quotes of a JSON string.
  static func quoted(at place: Int, _ length: Int, hasEscapes: Bool) -> TextRange {
    TextRange(offset: place | (hasEscapes ? escapedBit : 0), length: Int32(length))
  }

  /// What to add to an offset without a source so that it lies in one.
  static func offset(ofSource number: Int) -> Int { number << placeBits }
}
