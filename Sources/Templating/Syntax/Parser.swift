internal import Basics

/// Builds the tree of one template from its tokens.
///
/// A fault inside one output or one tag's expression is noted and reading goes on after it; a fault
/// in the nesting of tags ends the reading, since all that follows would look wrong.
struct Parser {
  let tokens: [Token]
  let source: Int
  let nestingLimit: Int
  let chainLimit: Int
  var at = 0
  var depth = 0
  var problems: [Problem] = []
  /// The tags that are open, innermost last, for messages.
  var openTags: [(name: String, place: Place)] = []

  private init(_ tokens: [Token], source: Int, _ limits: TemplateLimits) {
    self.tokens = tokens
    self.source = source
    nestingLimit = limits.nesting
    chainLimit = limits.chain
  }

  static func template(
    _ name: String, tokens: [Token], source: Int, limits: TemplateLimits
  ) -> (template: ParsedTemplate, problems: [Problem]) {
    var parser = Parser(tokens, source: source, limits)
    var nodes: [Node] = []
    do throws(Problem) {
      nodes = try parser.nodes(until: [])
    } catch {
      parser.problems.append(error)
    }
    let template = ParsedTemplate(name: name, source: source, nodes: nodes)
    return (template, parser.problems)
  }

  /// Reads one expression that stands by itself.
  static func expression(
    tokens: [Token], source: Int, limits: TemplateLimits
  ) throws(Problem) -> Expression {
    var parser = Parser(tokens, source: source, limits)
    let expression = try parser.tuple()
    guard parser.current.kind == .end else { throw parser.unexpected() }
    return expression
  }
}

// MARK: Tokens

extension Parser {
  var current: Token { tokens[at] }
  var next: Token { tokens[min(at + 1, tokens.count - 1)] }
  var previousPlace: Place { tokens[max(0, at - 1)].place }

  @discardableResult
  mutating func take() -> Token {
    let token = tokens[at]
    if at < tokens.count - 1 { at += 1 }
    return token
  }

  func isName(_ name: String) -> Bool { current.kind == .name(name) }

  func isMark(_ mark: Mark) -> Bool { current.kind == .mark(mark) }

  mutating func takeName(_ name: String) -> Bool {
    guard isName(name) else { return false }
    take()
    return true
  }

  mutating func takeMark(_ mark: Mark) -> Bool {
    guard isMark(mark) else { return false }
    take()
    return true
  }

  mutating func expect(_ kind: Token.Kind) throws(Problem) {
    guard current.kind == kind else { throw unexpected(wanted: kind.spoken) }
    take()
  }

  mutating func expectName(_ what: String) throws(Problem) -> (name: String, place: Place) {
    guard case .name(let name) = current.kind else { throw unexpected(wanted: what) }
    return (name, take().place)
  }

  func unexpected(wanted: String? = nil) -> Problem {
    let tail = wanted.map { ", expected \($0)" } ?? ""
    let found =
      switch current.kind {
      case .tagEnd: "end of the tag"
      case .end: "end of the template"
      default: current.kind.spoken
      }
    return Problem(TemplatingCodes.syntax, "unexpected \(found)\(tail)", at: current.place)
  }

  /// Runs a step one level deeper, so that hostile nesting cannot exhaust the stack.
  mutating func nested<Result>(
    _ step: (inout Parser) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= nestingLimit else {
      throw Problem(
        TemplatingCodes.limit, "nested deeper than \(nestingLimit) levels", at: current.place)
    }
    return try step(&self)
  }
}

// MARK: Nodes

extension Parser {
  /// Reads up to a tag with one of these names, or to the end of the template when there are none.
  mutating func nodes(until ends: [String]) throws(Problem) -> [Node] {
    try nested { (parser) throws(Problem) in try parser.flatNodes(until: ends) }
  }

  private mutating func flatNodes(until ends: [String]) throws(Problem) -> [Node] {
    var output: [Node] = []
    while true {
      switch current.kind {
      case .data(let bytes): output.append(Node(kind: .data(bytes), place: take().place))
      case .outputStart: output.append(self.output())
      case .tagStart:
        if case .name(let name) = next.kind, ends.contains(name) {
          take()
          return output
        }
        output += try statement()
      default: return output
      }
    }
  }

  private mutating func output() -> Node {
    let start = take().place
    let expression = recovering(before: .outputEnd) { (parser) throws(Problem) in
      try parser.tuple()
    }
    let end = take().place
    return Node(kind: .output(expression), place: start.through(end))
  }

  /// Reads something that must be followed by `end`; a fault is noted and stands as `invalid`.
  mutating func recovering(
    before end: Token.Kind, _ read: (inout Parser) throws(Problem) -> Expression
  ) -> Expression {
    let start = current.place
    do throws(Problem) {
      let expression = try read(&self)
      guard current.kind == end else { throw unexpected() }
      return expression
    } catch {
      problems.append(error)
      while current.kind != end, current.kind != .end { take() }
      return Expression(kind: .invalid, place: start)
    }
  }

  /// The body of a tag that has been read up to its end: `%} … {% endname %}`.
  mutating func body(_ tag: (name: String, place: Place), until ends: [String]) throws(Problem)
    -> [Node]
  {
    _ = takeMark(.colon)
    try expect(.tagEnd)
    openTags.append(tag)
    let body = try nodes(until: ends)
    guard current.kind != .end else {
      let fix = ends.map { "`{% \($0) %}`" }.joined(separator: " or ")
      throw Problem(
        TemplatingCodes.unclosed, "`\(tag.name)` is never closed", at: tag.place,
        fix: "write \(fix) after it")
    }
    openTags.removeLast()
    return body
  }

  /// The body up to `{% endname %}`, which is read too.
  mutating func wholeBody(_ tag: (name: String, place: Place)) throws(Problem) -> [Node] {
    let body = try body(tag, until: ["end" + tag.name])
    take()
    return body
  }
}
