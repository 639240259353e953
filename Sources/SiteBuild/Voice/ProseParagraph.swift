internal import Basics

/// A paragraph of an author's own words, as it stands in a Markdown file: no heading, table, code,
/// component, nor the words of others.
struct ProseParagraph {
  /// In bytes of the file.
  let range: Range<Int>
  let text: Substring

  /// The paragraphs of a file's body.
  static func all(of source: SourceText, from start: Int) -> [ProseParagraph] {
    var reader = ParagraphReader(source: source)
    var line = start
    while line < source.bytes.count {
      let end =
        source.bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      reader.take(line..<end)
      line = end + 1
    }
    reader.endParagraph()
    return reader.paragraphs
  }
}

private struct ParagraphReader {
  let source: SourceText
  var paragraphs: [ProseParagraph] = []
  private var open: Range<Int>?
  /// The mark that ends the code block we are in.
  private var fence: String?

  init(source: SourceText) {
    self.source = source
  }

  mutating func take(_ range: Range<Int>) {
    let line = String(decoding: source.bytes[range], as: UTF8.self)
    let text = line.drop { $0 == " " || $0 == "\t" }
    if let fence {
      if text.hasPrefix(fence) { self.fence = nil }
    } else if let mark = ["```", "~~~"].first(where: text.hasPrefix) {
      endParagraph()
      fence = mark
    } else if text.isEmpty || isOther(text) || open == nil && line.hasPrefix("    ") {
      endParagraph()
    } else {
      let indent = line.utf8.count - text.utf8.count
      open = (open?.lowerBound ?? range.lowerBound + indent)..<range.upperBound
    }
  }

  mutating func endParagraph() {
    guard let open else { return }
    let text = String(decoding: source.bytes[open], as: UTF8.self)
    paragraphs.append(ProseParagraph(range: open, text: text[...]))
    self.open = nil
  }

  /// Headings, quotes, tables and rules.
  private func isOther(_ text: Substring) -> Bool {
    ["#", ">", "|", "---", "***"].contains { text.hasPrefix($0) }
  }
}
