internal import Basics

/// Turns offsets, asked for in rising order, into places and short excerpts in one pass over a file.
///
/// Built pages have lines of many kilobytes, so an excerpt shows the surroundings only.
struct SourcePlaces {
  private let source: SourceText
  private var offset = 0
  private var line = 1
  private var column = 1
  private var lineStart = 0

  /// How many bytes of the line are shown before and after the marked ones.
  private static let reach = 40

  init(_ source: SourceText) {
    self.source = source
  }

  mutating func excerpt(of range: Range<Int>) -> SourceExcerpt {
    advance(to: min(range.lowerBound, source.bytes.count))
    return source.excerpt(
      of: offset..<max(offset, min(range.upperBound, source.bytes.count)),
      at: SourceLocation(file: source.file, line: line, column: column), inLineFrom: lineStart,
      reach: SourcePlaces.reach)
  }

  private mutating func advance(to target: Int) {
    while offset < target {
      let byte = source.bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
        lineStart = offset
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
