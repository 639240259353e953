package import Basics

/// One `{{ … }}` written in a Markdown file: an expression over host functions.
package struct InlineExpression: Sendable {
  private let asHTML: Program
  private let asText: Program

  /// `range` is what stands between the braces, in bytes of `source`; filters write numbers and days as
  /// `wording` has them, or in English.
  package init(
    _ source: SourceText, range: Range<Int>, functions: [HostFunction], wording: Wording? = nil
  ) throws(TemplateError) {
    do throws(Problem) {
      let tokens = try Lexer.expression(in: source, range: range, source: 0)
      let expression = try Parser.expression(
        tokens: tokens, source: 0, limits: TemplateLimits())
      var options = TemplateOptions()
      options.wording = wording
      asHTML = try Compiler.program(expression, source, functions, options)
      options.autoescape = false
      asText = try Compiler.program(expression, source, functions, options)
    } catch {
      throw TemplateError(error.diagnostic(in: [source]))
    }
  }

  /// The value as escaped HTML.
  package func html() throws(TemplateError) -> [UInt8] {
    try output(asHTML)
  }

  /// The value as plain text.
  package func text() throws(TemplateError) -> String {
    String(decoding: try output(asText), as: UTF8.self)
  }

  private func output(_ program: Program) throws(TemplateError) -> [UInt8] {
    var run = MachineRun(program.options)
    try run.render(program, .record([]))
    return Array(run.work.output.bytes)
  }
}
