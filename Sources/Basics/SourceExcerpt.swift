/// One line of a source with a marked stretch, shown under a diagnostic.
package struct SourceExcerpt: Sendable, Hashable {
  package var location: SourceLocation
  /// The whole line, without its end.
  package var line: String
  /// How many scalars the caret line marks; at least 1.
  package var length: Int

  package init(location: SourceLocation, line: String, length: Int = 1) {
    self.location = location
    self.line = line
    self.length = max(1, length)
  }

  /// The line and its caret line, with a line number in the margin.
  ///
  ///     4 |   <h1>{{ page.titel }}</h1>
  ///       |               ^^^^^ did you mean `title`?
  package func text(label: String?) -> String {
    let number = String(location.line)
    let margin = String(repeating: " ", count: number.count)
    let lead = line.unicodeScalars.prefix(location.column - 1)
    // A tab in the lead stays a tab, so that the caret stands under its column on any terminal.
    let indent = String(
      String.UnicodeScalarView(lead.map { $0 == "\t" ? "\t" : " " as Unicode.Scalar }))
    let carets = String(repeating: "^", count: length)
    let tail = label.map { " " + $0 } ?? ""
    return "\(number) | \(line)\n\(margin) | \(indent)\(carets)\(tail)"
  }
}
