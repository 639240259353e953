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
  private let before = 40
  private let after = 40
  /// How many bytes are marked at most.
  private let longest = 60

  init(_ source: SourceText) {
    self.source = source
  }

  /// The true place, and an excerpt whose column counts from where it starts.
  mutating func place(of range: Range<Int>) -> (SourceLocation, SourceExcerpt) {
    advance(to: min(range.lowerBound, source.bytes.count))
    let location = SourceLocation(file: source.file, line: line, column: column)
    let start = boundary(max(lineStart, offset - before))
    let marked = end(from: offset, atMost: min(range.count, longest))
    let end = end(from: marked, atMost: after)
    let lead = (start > lineStart ? "…" : "") + text(start..<offset)
    let shown = lead + text(offset..<marked) + text(marked..<end) + (isLineEnd(end) ? "" : "…")
    let excerpt = SourceExcerpt(
      location: SourceLocation(
        file: source.file, line: line, column: lead.unicodeScalars.count + 1),
      line: shown, length: max(1, text(offset..<marked).unicodeScalars.count))
    return (location, excerpt)
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

  /// Back to the start of a character.
  private func boundary(_ index: Int) -> Int {
    var index = index
    while index > lineStart, index < source.bytes.count, source.bytes[index] & 0xC0 == 0x80 {
      index -= 1
    }
    return index
  }

  private func end(from start: Int, atMost count: Int) -> Int {
    var end = start
    while end < start + count, !isLineEnd(end) { end += 1 }
    while end < source.bytes.count, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private func isLineEnd(_ index: Int) -> Bool {
    index >= source.bytes.count || source.bytes[index] == 0x0A || source.bytes[index] == 0x0D
  }

  /// Tabs count as one column, as in any excerpt; other control characters are not shown.
  private func text(_ range: Range<Int>) -> String {
    let text = String(decoding: source.bytes[range], as: UTF8.self)
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 && $0 != "\t" ? "\u{FFFD}" : $0 }))
  }
}
