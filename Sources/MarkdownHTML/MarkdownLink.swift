/// A link or an image of a body, already found harmless.
package struct MarkdownLink: Sendable, Equatable {
  /// As written, entities and escapes resolved: `../insights/y.md#part`, `https://example.org/`.
  package var destination: String
  /// Whether it leads inside the site; then its address is a hole, ``RenderedMarkdown/Piece/destination(_:)``.
  package var isRelative: Bool
  package var isImage: Bool
  /// Its bytes in the source: the destination where it stands in the text, else the whole link.
  package var range: Range<Int>

  package init(destination: String, isRelative: Bool, isImage: Bool, range: Range<Int>) {
    self.destination = destination
    self.isRelative = isRelative
    self.isImage = isImage
    self.range = range
  }
}
