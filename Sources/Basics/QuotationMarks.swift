/// The quotation marks of a language: `„“‚‘` in German.
package struct QuotationMarks: Sendable, Hashable {
  package let open: String
  package let close: String
  /// Around a quotation inside another.
  package let innerOpen: String
  package let innerClose: String

  /// The four marks one after another; nil when there are not four.
  package init?(_ text: String) {
    let marks = text.map(String.init)
    guard marks.count == 4, !text.contains(where: \.isWhitespace) else { return nil }
    (open, close, innerOpen, innerClose) = (marks[0], marks[1], marks[2], marks[3])
  }

  private init() {
    (open, close, innerOpen, innerClose) = ("“", "”", "‘", "’")
  }

  package static let english = QuotationMarks()
}
