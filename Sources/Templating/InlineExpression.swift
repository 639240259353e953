package import Basics

/// One `{{ … }}` written in a Markdown file: an expression over host functions.
package struct InlineExpression: Sendable {
  /// `range` is what stands between the braces, in bytes of `source`.
  package init(
    _ source: SourceText, range: Range<Int>, functions: [HostFunction]
  ) throws(TemplateError) {
    throw TemplateError(
      Diagnostic(TemplatingCodes.syntax, "not yet", at: source.excerpt(of: range)))
  }

  /// The value as escaped HTML.
  package func html() throws(TemplateError) -> [UInt8] { [] }

  /// The value as plain text.
  package func text() throws(TemplateError) -> String { "" }
}
