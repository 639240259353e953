/// Excerpts: the line around a place, cut where it is long.
///
/// A line may be the whole of a file, and a file may have thousands of findings.
extension SourceText {
  /// How many bytes of a line are shown before a mark, of it, and after it, at most.
  package static let reach = 160

  /// The line around a byte range with the range marked, ready to be shown under a diagnostic.
  ///
  /// A range that spans lines is cut at the end of its first line; an empty one marks one column.
  package func excerpt(of range: Range<Int>) -> SourceExcerpt {
    let start = min(max(range.lowerBound, 0), bytes.count)
    return excerpt(
      of: start..<max(start, min(range.upperBound, bytes.count)), at: location(at: start),
      inLineFrom: bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
  }

  /// The excerpt at a place, with `length` scalars marked.
  package func excerpt(line: Int, column: Int = 1, length: Int = 1) -> SourceExcerpt {
    let lineStart = start(ofLine: line)
    let start = skip(column - 1, from: lineStart)
    return excerpt(
      of: start..<skip(length, from: start),
      at: SourceLocation(file: file, line: line, column: column), inLineFrom: lineStart)
  }

  /// The same for who knows the place already; `reach` bytes are shown on both sides.
  package func excerpt(
    of range: Range<Int>, at location: SourceLocation, inLineFrom lineStart: Int,
    reach: Int = SourceText.reach
  ) -> SourceExcerpt {
    let start = boundary(max(lineStart, range.lowerBound - reach), notBefore: lineStart)
    let markEnd = lineEnd(
      from: range.lowerBound, atMost: min(range.count, max(reach, 60)))
    let end = lineEnd(from: markEnd, atMost: reach)
    let lead = (start > lineStart ? "…" : "") + shown(start..<range.lowerBound)
    let marked = shown(range.lowerBound..<markEnd)
    let line = lead + marked + shown(markEnd..<end) + (isLineEnd(end) ? "" : "…")
    return SourceExcerpt(
      location: location, line: line, column: lead.unicodeScalars.count + 1,
      length: marked.unicodeScalars.count)
  }

  private func start(ofLine line: Int) -> Int {
    var start = 0
    for _ in 1..<max(line, 1) {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return start }
      start = end + 1
    }
    return start
  }

  /// The offset so many scalars on, in the same line.
  private func skip(_ scalars: Int, from offset: Int) -> Int {
    var offset = offset
    for _ in 0..<max(scalars, 0) {
      if isLineEnd(offset) { return offset }
      offset = nextBoundary(after: offset)
    }
    return offset
  }

  /// Where a line ends, or so many bytes of it, characters left whole.
  private func lineEnd(from start: Int, atMost count: Int) -> Int {
    var end = start
    while end < start + count, !isLineEnd(end) { end = nextBoundary(after: end) }
    return end
  }

  private func isLineEnd(_ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    if bytes[index] == UInt8(ascii: "\n") { return true }
    guard bytes[index] == UInt8(ascii: "\r") else { return false }
    return index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "\n")
  }

  /// Back to the start of a character.
  private func boundary(_ index: Int, notBefore start: Int) -> Int {
    var index = index
    while index > start, index < bytes.count, isContinuation(index) { index -= 1 }
    return index
  }

  private func nextBoundary(after index: Int) -> Int {
    var next = index + 1
    while next < bytes.count, isContinuation(next) { next += 1 }
    return next
  }

  private func isContinuation(_ index: Int) -> Bool { bytes[index] & 0xC0 == 0x80 }

  /// Tabs stay, as the caret line repeats them; other control characters mean something to terminals.
  private func shown(_ range: Range<Int>) -> String {
    String(
      String.UnicodeScalarView(
        String(decoding: bytes[range], as: UTF8.self).unicodeScalars.map {
          ($0.value < 0x20 && $0 != "\t") || $0.value == 0x7F ? "\u{FFFD}" : $0
        }))
  }
}
