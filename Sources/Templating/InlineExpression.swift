package import Basics

/// One `{{ … }}` written in a Markdown file: an expression over host functions, and perhaps over values
/// that are others each time it is written.
package struct InlineExpression: Sendable {
  private let asHTML: Program
  private let asText: Program
  /// An expression that every row of a table fills is written thousands of times.
  private let idle = IdleMachines()
  /// What is written where there is no value.
  private let none: String?

  /// `range` is what stands between the braces, in bytes of `source`; filters write numbers and days as
  /// `wording` has them, or in English. `values` are the names that it may use besides, and `none`
  /// is what it writes for `none`, which is `None` by itself.
  package init(
    _ source: SourceText, range: Range<Int>, functions: [HostFunction], wording: Wording? = nil,
    values: RecordModel = InlineExpression.noValues, none: String? = nil
  ) throws(TemplateError) {
    self.none = none
    do throws(Problem) {
      let tokens = try Lexer.expression(in: source, range: range, source: 0)
      let expression = try Parser.expression(
        tokens: tokens, source: 0, limits: TemplateLimits())
      var options = TemplateOptions()
      options.wording = wording
      asHTML = try Compiler.program(expression, source, functions, values, options)
      options.autoescape = false
      asText = try Compiler.program(expression, source, functions, values, options)
    } catch {
      throw TemplateError(error.diagnostic(in: [source]))
    }
  }

  /// For expressions over functions alone.
  package static let noValues = RecordModel(name: "expression", fields: [])

  /// The value as escaped HTML. `values` are a record in the model of the names; `functions`, where they
  /// are given, take the place of those it was read with, one for each.
  package func html(
    of values: TemplateValue = .record([]), functions: [HostFunction] = []
  ) throws(TemplateError) -> [UInt8] {
    try output(asHTML, values, functions)
  }

  /// The value as plain text, in the same way.
  package func text(
    of values: TemplateValue = .record([]), functions: [HostFunction] = []
  ) throws(TemplateError) -> String {
    String(decoding: try output(asText, values, functions), as: UTF8.self)
  }

  private func output(
    _ program: Program, _ values: TemplateValue, _ functions: [HostFunction]
  ) throws(TemplateError) -> [UInt8] {
    try idle.lend(program.options) { (run) throws(TemplateError) in
      run.hosts = functions
      run.work.none = none
      try run.render(program, values)
      return Array(run.work.output.bytes)
    }
  }
}
