package import Basics

/// A Markdown body as HTML with holes, and what was seen on the way.
///
/// The holes are filled by whoever knows the data and the other pages; until then rendering needs
/// nothing but the text, so all pages can be rendered at once.
package struct RenderedMarkdown: Sendable, Equatable {
  /// A stretch of finished HTML, or a hole.
  package enum Piece: Sendable, Equatable {
    /// A range of ``RenderedMarkdown/html``.
    case html(Range<Int>)
    /// An index into ``RenderedMarkdown/inlineValues``, standing in text: fill with escaped text.
    case inlineValue(Int)
    /// The same within a quoted attribute (`alt`, `title`): fill with escaped text, never markup.
    case attributeValue(Int)
    /// An index into ``RenderedMarkdown/components``, standing between blocks.
    case component(Int)
    /// An index into ``RenderedMarkdown/links``: fill with an address as ``AddressEscaping`` writes it.
    case destination(Int)
    /// An index into ``RenderedMarkdown/links``, standing in an `img` after its attributes: fill with
    /// ` width="…" height="…"`, or nothing.
    case imageSize(Int)
  }

  /// The finished stretches, one after the other; UTF-8.
  package var html: [UInt8] = []
  package var pieces: [Piece] = []
  /// In document order; ids are unique within the body.
  package var headings: [Heading] = []
  /// In the order in which they are rendered.
  package var links: [MarkdownLink] = []
  package var inlineValues: [InlineValue] = []
  package var components: [ComponentBlock] = []
  package var diagnostics: [Diagnostic] = []

  package init() {}

  /// The HTML of a body without holes; nil for one with some.
  package var wholeHTML: [UInt8]? {
    pieces.isEmpty || pieces == [.html(html.indices)] ? html : nil
  }

  /// Writes the HTML with every hole filled; the closure gets each piece that is a hole.
  package func write(
    to output: inout [UInt8], filling fill: (Piece, inout [UInt8]) -> Void
  ) {
    output.reserveCapacity(output.count + html.count)
    for piece in pieces {
      if case .html(let range) = piece {
        output += html[range]
      } else {
        fill(piece, &output)
      }
    }
  }
}
