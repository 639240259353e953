/// What libyaml's terms mean to an author.
struct YAMLWords: Sendable {
  var message: String
  var fix: String?

  // Problems whose place is looked for.
  static let secondColon = "mapping values are not allowed in this context"
  static let noColon = "could not find expected ':'"
  static let openQuote = "found unexpected end of stream"
  static let openQuoteAtDocument = "found unexpected document indicator"
}

extension YAMLWords {
  init(_ problem: String) {
    switch problem {
    case "found character that cannot start any token":
      self.init("a character that cannot start a value", "put the value in quotes")
    case "found a tab character that violates indentation":
      self.init("a tab in the indent", "indent with spaces")
    case "did not find expected node content":
      self.init(
        "a value that is missing or not closed", "close `[` with `]` and `{` with `}`")
    case "did not find expected key":
      self = .misfit
    case "did not find expected alphabetic or numeric character":
      self.init("a `*` or `&` that starts a value", "put the value in quotes")
    case "did not find expected ',' or ']'":
      self.init("a list that is not closed", "close it with `]`")
    case "did not find expected ',' or '}'":
      self.init("a map that is not closed", "close it with `}`")
    default:
      self.init("not readable as YAML: \(problem)", nil)
    }
  }

  private init(_ message: String, _ fix: String?) {
    self.message = message
    self.fix = fix
  }

  static let colonTwice = YAMLWords(
    "a second `: ` on a line", "put a value with a colon in quotes")
  static let noKey = YAMLWords(
    "a line that is not `key: value`", "write `key: value`, or indent what belongs above")
  static let misfit = YAMLWords(
    "a line that does not fit those above", "indent it as the lines above, or quote the value")
  static let quote = YAMLWords("a quote that is not closed", "close the quote")
}
