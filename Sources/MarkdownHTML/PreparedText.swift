/// A Markdown body as libcmark may see it: tokens for what is ours, footnotes in front.
struct PreparedText {
  /// The footnote definitions, each a block quotation, then the body.
  var text = MappedText()
  var tokens: [Token] = []
  /// As many of the document's first blocks are quotations that hold footnotes.
  var footnotes: [FootnoteDefinition] = []
  /// Offsets, in the text, of lines that may define a link reference.
  var referenceLines: [Int] = []
  var mayHaveTables = false
  var mayHaveStrikethrough = false
}
