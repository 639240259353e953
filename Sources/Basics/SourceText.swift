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

  /// A stretch of it as a text of its own.
  package func part(_ range: Range<Int>) -> SourceText {
    SourceText(file: file, bytes: Array(bytes[range]))
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

  private func scalars(in range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
