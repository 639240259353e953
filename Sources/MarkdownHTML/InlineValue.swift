/// One `{{ … }}` of a body, to be evaluated by whoever knows the data.
package struct InlineValue: Sendable, Equatable {
  /// What stands between the braces, blanks included, so that offsets in it are offsets in the file.
  package var expression: String
  /// The bytes from `{{` to `}}` in the source; the expression starts two bytes later.
  package var range: Range<Int>

  package init(expression: String, range: Range<Int>) {
    self.expression = expression
    self.range = range
  }
}
