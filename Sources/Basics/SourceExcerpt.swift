/// One line of a source with a marked stretch, shown under a diagnostic.
package struct SourceExcerpt: Sendable, Hashable {
  package var location: SourceLocation
  /// The line, without its end; of a long one what stands around the mark, with `…` for the rest.
  package var line: String
  /// Where the mark begins in `line`, in scalars counted from 1; the location's column unless the line
  /// is cut.
  package var column: Int
  /// How many scalars the caret line marks; at least 1.
  package var length: Int

  package init(location: SourceLocation, line: String, column: Int? = nil, length: Int = 1) {
    self.location = location
    self.line = line
    self.column = column ?? location.column
    self.length = max(1, length)
  }

  /// The line and its caret line, with a line number in the margin.
  ///
  ///     4 |   <h1>{{ page.titel }}</h1>
  ///       |               ^^^^^ did you mean `title`?
  package func text(label: String?) -> String {
    let number = String(location.line)
    let margin = String(repeating: " ", count: number.count)
    let lead = line.unicodeScalars.prefix(column - 1)
    // A tab in the lead stays a tab, so that the caret stands under its column on any terminal.
    let indent = String(
      String.UnicodeScalarView(lead.map { $0 == "\t" ? "\t" : " " as Unicode.Scalar }))
    let carets = String(repeating: "^", count: length)
    let tail = label.map { " " + $0 } ?? ""
    return "\(number) | \(line)\n\(margin) | \(indent)\(carets)\(tail)"
  }
}
