/// The quotation marks of a language: `„“‚‘` in German.
package struct QuotationMarks: Sendable, Hashable {
  package let open: String
  package let close: String
  /// Around a quotation inside another.
  package let innerOpen: String
  package let innerClose: String

  /// The four marks one after another, or parted by blanks where no-break spaces belong to them:
  /// `« » “ ”`. nil when there are not four.
  package init?(_ text: String) {
    let isParted = text.contains(" ")
    let marks = isParted ? text.split(separator: " ").map(String.init) : text.map(String.init)
    guard marks.count == 4, marks.allSatisfy(QuotationMarks.isMark) else { return nil }
    (open, close, innerOpen, innerClose) = (marks[0], marks[1], marks[2], marks[3])
  }

  /// Whether a text is one sign, with spaces beside it or not at which no line breaks.
  private static func isMark(_ text: String) -> Bool {
    let signs = text.filter { $0 != "\u{A0}" && $0 != "\u{202F}" }
    return signs.count == 1 && !signs.contains(where: \.isWhitespace)
  }

  private init() {
    (open, close, innerOpen, innerClose) = ("“", "”", "‘", "’")
  }

  package static let english = QuotationMarks()
}
