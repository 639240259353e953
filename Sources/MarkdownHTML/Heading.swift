/// A heading of a body, for the table of contents and for anchors.
package struct Heading: Sendable, Equatable {
  /// 1 for `#` … 6.
  package var level: Int
  /// Unique within the body; made from the text without its inline values.
  package var id: String
  package var text: MarkdownText
  /// Its bytes in the source.
  package var range: Range<Int>

  package init(level: Int, id: String, text: MarkdownText, range: Range<Int>) {
    self.level = level
    self.id = id
    self.text = text
    self.range = range
  }
}
