/// A place in a text an author wrote, as editors count: line and column start at 1, columns count
/// Unicode scalars.
package struct SourceLocation: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `Content/site.yaml:3:8`
  package var description: String { "\(file):\(line):\(column)" }

  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
