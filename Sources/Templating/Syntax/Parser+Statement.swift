internal import Basics

extension Parser {
  static let tags = [
    "for", "if", "block", "extends", "include", "import", "from", "macro", "call", "filter", "set",
    "with", "break", "continue", "raw", "print", "autoescape",
  ]

  /// One `{% … %}` with its body, if it has one.
  mutating func statement() throws(Problem) -> [Node] {
    let start = take().place
    let (name, place) = try expectName("the name of a tag")
    let tag = (name: name, place: place)
    let kind: Node.Kind
    switch name {
    case "for": kind = try loop(tag)
    case "if": kind = try branch(tag)
    case "set": kind = try set(tag)
    case "with": kind = try with(tag)
    case "block": kind = try block(tag)
    case "extends": kind = .extends(try templateNames())
    case "include": kind = try include()
    case "import": kind = try importModule()
    case "from": kind = try importNames()
    case "macro": kind = try macro(tag)
    case "call": kind = try callBlock(tag)
    case "filter": kind = try filterBlock(tag)
    case "autoescape": kind = try autoescape(tag)
    case "print": return try printed()
    case "break": kind = .leave
    case "continue": kind = .skip
    default: throw unknownTag(name, at: place)
    }
    try expect(.tagEnd)
    return [Node(kind: kind, place: start.through(place))]
  }

  private mutating func printed() throws(Problem) -> [Node] {
    var nodes: [Node] = []
    repeat {
      let value = try expression()
      nodes.append(Node(kind: .output(value), place: value.place))
    } while takeMark(.comma)
    try expect(.tagEnd)
    return nodes
  }

  /// Tags of Jinja2's extensions, and what to do instead.
  static let leftOut: [String: String] = [
    "do": "use `{% set name = … %}`", "debug": "print the value: `{{ value|tojson }}`",
    "trans": "write the text out, or take it from a variable of the page",
    "pluralize": "choose with `{{ 'one' if n == 1 else 'many' }}`",
  ]

  private func unknownTag(_ name: String, at place: Place) -> Problem {
    if let open = openTags.last, name.hasPrefix("end") || name == "else" || name == "elif" {
      return Problem(
        TemplatingCodes.unclosed, "`\(name)` does not fit here: `\(open.name)` is open", at: place,
        fix: "close it first with `{% end\(open.name) %}`")
    }
    if name.hasPrefix("end"), Parser.tags.contains(String(name.dropFirst(3))) {
      return Problem(TemplatingCodes.unclosed, "`\(name)` closes nothing", at: place)
    }
    if name == "else" || name == "elif" {
      let around = name == "else" ? "`if` and `for`" : "`if`"
      return Problem(
        TemplatingCodes.unclosed, "`\(name)` stands outside of \(around)", at: place)
    }
    if let instead = Parser.leftOut[name] {
      return Problem(
        TemplatingCodes.unsupported, "the tag `\(name)` is left out", at: place, fix: instead)
    }
    let ends = openTags.last.map { ["end" + $0.name, "else", "elif"] } ?? []
    return Problem(
      TemplatingCodes.unknownTag, "unknown tag `\(name)`", at: place,
      fix: suggestion(for: name, among: Parser.tags + ends))
  }

  private mutating func loop(_ tag: (name: String, place: Place)) throws(Problem) -> Node.Kind {
    let target = try target(tupleUntil: "in")
    try expect(.name("in"))
    let sequence = try tuple(conditional: false, until: ["recursive"])
    let condition = takeName("if") ? try expression() : nil
    let isRecursive = takeName("recursive")
    let body = try body(tag, until: ["endfor", "else"])
    var otherwise: [Node] = []
    if take().kind == .name("else") { otherwise = try wholeBody(tag) }
    return .loop(
      Loop(
        target: target, sequence: sequence, condition: condition, isRecursive: isRecursive,
        body: body, otherwise: otherwise, place: tag.place))
  }

  private mutating func branch(_ tag: (name: String, place: Place)) throws(Problem) -> Node.Kind {
    var branches: [Branch] = []
    var place = tag.place
    while true {
      let condition = recovering(before: .tagEnd) { (parser) throws(Problem) in
        let read = try parser.tuple(conditional: false)
        _ = parser.takeMark(.colon)
        return read
      }
      let body = try body(tag, until: ["elif", "else", "endif"])
      branches.append(Branch(condition: condition, body: body, place: place))
      let end = take()
      place = end.place
      if end.kind == .name("elif") { continue }
      let otherwise = end.kind == .name("else") ? try wholeBody(tag) : []
      return .branch(branches, otherwise: otherwise)
    }
  }

  private mutating func set(_ tag: (name: String, place: Place)) throws(Problem) -> Node.Kind {
    let target = try target(tupleUntil: nil)
    if takeMark(.assign) {
      let value = recovering(before: .tagEnd) { (parser) throws(Problem) in try parser.tuple() }
      return .set(target, value)
    }
    var filter = Expression(kind: .body, place: tag.place)
    while takeMark(.pipe) { filter = try self.filter(filter) }
    return .setBlock(target, filter: filter, try wholeBody(tag))
  }

  private mutating func with(_ tag: (name: String, place: Place)) throws(Problem) -> Node.Kind {
    var pairs: [(target: Target, value: Expression)] = []
    while current.kind != .tagEnd {
      if !pairs.isEmpty { try expect(.mark(.comma)) }
      let target = try simpleTarget()
      try expect(.mark(.assign))
      pairs.append((target, try expression()))
    }
    return .with(pairs, try wholeBody(tag))
  }

  private mutating func block(_ tag: (name: String, place: Place)) throws(Problem) -> Node.Kind {
    let (name, place) = try expectName("the name of the block")
    let isScoped = takeName("scoped")
    let isRequired = takeName("required")
    if isMark(.minus) {
      throw Problem(
        TemplatingCodes.syntax, "a block name cannot hold a hyphen", at: current.place,
        fix: "write `_`")
    }
    let body = try wholeBody(tag)
    _ = takeName(name)
    if isRequired, !body.allSatisfy(\.isBlankData) {
      throw Problem(
        TemplatingCodes.syntax, "a required block must be empty", at: place,
        fix: "drop `required` or the text inside")
    }
    return .block(
      Block(name: name, isScoped: isScoped, isRequired: isRequired, body: body, place: place))
  }

  private mutating func macro(_ tag: (name: String, place: Place)) throws(Problem) -> Node.Kind {
    let (name, place) = try expectName("the name of the macro")
    let parameters = try parameters()
    let body = try wholeBody(tag)
    return .macro(Macro(name: name, parameters: parameters, body: body, place: place))
  }

  private mutating func callBlock(_ tag: (name: String, place: Place)) throws(Problem)
    -> Node.Kind
  {
    let parameters = isMark(.openParenthesis) ? try parameters() : []
    let call = try expression()
    guard case .call = call.kind else {
      throw Problem(
        TemplatingCodes.syntax, "`call` needs a macro call", at: call.place,
        fix: "write `{% call name() %}`")
    }
    let body = try wholeBody(tag)
    return .callBlock(
      Macro(name: "caller", parameters: parameters, body: body, place: tag.place), call: call)
  }

  private mutating func filterBlock(_ tag: (name: String, place: Place)) throws(Problem)
    -> Node.Kind
  {
    var filter = try filter(Expression(kind: .body, place: tag.place))
    while takeMark(.pipe) { filter = try self.filter(filter) }
    return .filterBlock(filter, try wholeBody(tag))
  }

  private mutating func autoescape(_ tag: (name: String, place: Place)) throws(Problem)
    -> Node.Kind
  {
    let flag = try expression()
    return .autoescape(flag, try wholeBody(tag))
  }

  private mutating func parameters() throws(Problem) -> [Parameter] {
    try expect(.mark(.openParenthesis))
    var result: [Parameter] = []
    while !isMark(.closeParenthesis) {
      if !result.isEmpty { try expect(.mark(.comma)) }
      let (name, place) = try expectName("the name of a parameter")
      let fallback = takeMark(.assign) ? try expression() : nil
      if fallback == nil, result.last?.fallback != nil {
        throw Problem(
          TemplatingCodes.syntax, "`\(name)` needs a default, as the parameter before it has one",
          at: place)
      }
      result.append(Parameter(name: name, fallback: fallback))
    }
    take()
    return result
  }
}

extension Node {
  fileprivate var isBlankData: Bool {
    guard case .data(let bytes) = kind else { return false }
    return bytes.allSatisfy(isBlank)
  }
}
