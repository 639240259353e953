internal import Basics

/// All templates of a set, parsed.
struct Library {
  private(set) var templates: [String: ParsedTemplate] = [:]
  private(set) var sources: [SourceText] = []
  private(set) var problems: [Problem] = []

  init(_ given: [TemplateSource], options: TemplateOptions) {
    for source in given { add(source, options) }
  }

  /// A text that holds one expression and no template.
  init(_ source: SourceText) {
    sources = [source]
  }

  var names: [String] { templates.keys.sorted() }

  /// Whether any template may hold an `autoescape` block; then code that is called sets its own.
  private(set) var switchesEscaping = false

  mutating func add(_ given: TemplateSource, _ options: TemplateOptions) {
    let number = sources.count
    let text = given.text.normalized(keepingTrailingNewline: options.keepTrailingNewline)
    sources.append(text)
    do throws(Problem) {
      let tokens = try Lexer.tokens(of: text, source: number, options: options)
      let (template, found) = Parser.template(
        given.name, tokens: tokens, source: number, limits: options.limits)
      templates[given.name] = template
      problems += found
      if tokens.contains(where: { $0.kind == .name("autoescape") }) { switchesEscaping = true }
    } catch {
      problems.append(error)
      templates[given.name] = ParsedTemplate(name: given.name, source: number, nodes: [])
    }
  }
}
