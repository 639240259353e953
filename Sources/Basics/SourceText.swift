/// A file's bytes with its name: turns byte offsets into places and excerpts.
package struct SourceText: Sendable, Equatable {
  package let file: String
  package let bytes: [UInt8]

  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  package init(file: String, text: String) {
    self.init(file: file, bytes: Array(text.utf8))
  }

  /// The place of a byte offset; an offset past the end is the end.
  package func location(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return SourceLocation(file: file, line: line, column: scalars(in: lineStart..<offset) + 1)
  }

  /// The line around a byte range with the range marked, ready to be shown under a diagnostic.
  ///
  /// A range that spans lines is cut at the end of its first line; an empty one marks one column.
  package func excerpt(of range: Range<Int>) -> SourceExcerpt {
    let start = location(at: range.lowerBound)
    let from = min(max(range.lowerBound, 0), bytes.count)
    let lineStart = bytes[..<from].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let lineEnd = bytes[from...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let marked = from..<max(from, min(range.upperBound, lineEnd))
    return SourceExcerpt(
      location: start,
      line: String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
        .trimmingTrailingCarriageReturn(),
      length: max(1, scalars(in: marked)))
  }

  /// The excerpt of a whole line, counted from 1, marking `length` scalars from `column`.
  package func excerpt(line: Int, column: Int = 1, length: Int = 1) -> SourceExcerpt {
    var number = 1
    var start = 0
    while number < line, let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      start = end + 1
      number += 1
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return SourceExcerpt(
      location: SourceLocation(file: file, line: line, column: column),
      line: String(decoding: bytes[start..<end], as: UTF8.self).trimmingTrailingCarriageReturn(),
      length: length)
  }

  private func scalars(in range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

extension String {
  fileprivate func trimmingTrailingCarriageReturn() -> String {
    unicodeScalars.last == "\r" ? String(String.UnicodeScalarView(unicodeScalars.dropLast())) : self
  }
}
