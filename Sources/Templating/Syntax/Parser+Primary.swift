internal import Basics

extension Parser {
  /// A literal, a name, or something in brackets.
  mutating func primary() throws(Problem) -> Expression {
    let token = current
    switch token.kind {
    case .name(let name):
      take()
      return Expression(kind: constant(name) ?? .name(name), place: token.place)
    case .integer(let value):
      take()
      return Expression(kind: .integer(value), place: token.place)
    case .number(let value):
      take()
      return Expression(kind: .number(value), place: token.place)
    case .text: return text()
    case .mark(.openParenthesis): return try parenthesized()
    case .mark(.openBracket): return try list()
    case .mark(.openBrace): return try dictionary()
    default: throw unexpected(wanted: "an expression")
    }
  }

  private func constant(_ name: String) -> Expression.Kind? {
    switch name {
    case "true", "True": .boolean(true)
    case "false", "False": .boolean(false)
    case "none", "None": Expression.Kind.none
    default: nil
    }
  }

  /// Strings side by side are one string: `'a' 'b'` → `ab`.
  private mutating func text() -> Expression {
    let start = current.place
    var whole = ""
    while case .text(let part) = current.kind {
      whole += part
      take()
    }
    return Expression(kind: .text(whole), place: start.through(previousPlace))
  }

  private mutating func parenthesized() throws(Problem) -> Expression {
    let start = take().place
    if takeMark(.closeParenthesis) {
      return Expression(kind: .tuple([]), place: start.through(previousPlace))
    }
    var inner = try tuple()
    try expect(.mark(.closeParenthesis))
    inner.place = start.through(previousPlace)
    return inner
  }

  private mutating func list() throws(Problem) -> Expression {
    let start = take().place
    var items: [Expression] = []
    while !isMark(.closeBracket) {
      if !items.isEmpty {
        try expect(.mark(.comma))
        if isMark(.closeBracket) { break }
      }
      items.append(try expression())
    }
    take()
    return Expression(kind: .list(items), place: start.through(previousPlace))
  }

  private mutating func dictionary() throws(Problem) -> Expression {
    let start = take().place
    var items: [(key: Expression, value: Expression)] = []
    while !isMark(.closeBrace) {
      if !items.isEmpty {
        try expect(.mark(.comma))
        if isMark(.closeBrace) { break }
      }
      let key = try expression()
      try expect(.mark(.colon))
      items.append((key, try expression()))
    }
    take()
    return Expression(kind: .dictionary(items), place: start.through(previousPlace))
  }
}

// MARK: What follows a primary

extension Parser {
  /// `.a`, `[i]`, `[a:b]`, `(…)`, as many as there are.
  mutating func postfix(_ subject: Expression) throws(Problem) -> Expression {
    var result = subject
    while true {
      switch current.kind {
      case .mark(.dot): result = try field(result)
      case .mark(.openBracket): result = try subscripted(result)
      case .mark(.openParenthesis): result = try made(.call(result, arguments()), from: result)
      default: return result
      }
    }
  }

  private mutating func field(_ subject: Expression) throws(Problem) -> Expression {
    take()
    switch current.kind {
    case .name(let name):
      take()
      return try made(.field(subject, name), from: subject)
    case .integer(let value):
      let index = Expression(kind: .integer(value), place: take().place)
      return try made(.index(subject, index), from: subject)
    default: throw unexpected(wanted: "a name")
    }
  }

  private mutating func subscripted(_ subject: Expression) throws(Problem) -> Expression {
    take()
    let from = isMark(.colon) ? nil : try tupleInBrackets()
    guard isMark(.colon) else {
      guard let from else { throw unexpected(wanted: "an expression") }
      try expect(.mark(.closeBracket))
      return try made(.index(subject, from), from: subject)
    }
    var bounds = SliceBounds(from: from)
    take()
    if !isMark(.colon), !isMark(.closeBracket) { bounds.to = try expression() }
    if takeMark(.colon), !isMark(.closeBracket) { bounds.step = try expression() }
    try expect(.mark(.closeBracket))
    return try made(.slice(subject, bounds), from: subject)
  }

  private mutating func tupleInBrackets() throws(Problem) -> Expression {
    let first = try expression()
    guard isMark(.comma) else { return first }
    var items = [first]
    while takeMark(.comma) { items.append(try expression()) }
    return try made(.tuple(items), from: first)
  }

  /// `(a, b, name=c)`
  mutating func arguments() throws(Problem) -> Arguments {
    try expect(.mark(.openParenthesis))
    var result = Arguments()
    while !isMark(.closeParenthesis) {
      if !result.isEmpty {
        try expect(.mark(.comma))
        if isMark(.closeParenthesis) { break }
      }
      try argument(&result)
    }
    take()
    return result
  }

  private mutating func argument(_ result: inout Arguments) throws(Problem) {
    if isMark(.times) || isMark(.power) {
      throw Problem(
        TemplatingCodes.unsupported, "arguments cannot be unpacked from a list", at: current.place,
        fix: "write them one by one")
    }
    if case .name(let name) = current.kind, next.kind == .mark(.assign) {
      let place = take().place
      take()
      result.named.append(NamedArgument(name: name, value: try expression(), place: place))
      return
    }
    guard result.named.isEmpty else {
      throw Problem(
        TemplatingCodes.syntax, "an argument without a name follows one with a name",
        at: current.place)
    }
    result.positional.append(try expression())
  }

  /// `|name(…)`, `is name …` and calls after them.
  mutating func filters(_ subject: Expression) throws(Problem) -> Expression {
    var result = subject
    while true {
      if takeMark(.pipe) {
        result = try filter(result)
      } else if takeName("is") {
        result = try test(result)
      } else if isMark(.openParenthesis) {
        result = try made(.call(result, arguments()), from: result)
      } else {
        return result
      }
    }
  }

  /// One filter whose `|` has been read.
  mutating func filter(_ subject: Expression) throws(Problem) -> Expression {
    let (name, place) = try expectName("the name of a filter")
    let arguments = isMark(.openParenthesis) ? try arguments() : Arguments()
    // The caret stands under the filter alone: what it is given has its own place.
    return try bounded(
      Expression(kind: .filter(subject, name, arguments), place: place.through(previousPlace)))
  }

  private mutating func test(_ subject: Expression) throws(Problem) -> Expression {
    let isNegated = takeName("not")
    let (name, _) = try expectName("the name of a test")
    var arguments = Arguments()
    if isMark(.openParenthesis) {
      arguments = try self.arguments()
    } else if startsTestArgument {
      arguments.positional = [try postfix(try primary())]
    }
    if isName("is"), arguments.isEmpty {
      throw Problem(
        TemplatingCodes.syntax, "tests cannot be chained", at: current.place,
        fix: "join them with `and`")
    }
    let result = try made(.test(subject, name, arguments), from: subject)
    return isNegated ? try made(.not(result), from: subject) : result
  }

  private var startsTestArgument: Bool {
    switch current.kind {
    case .name(let name): !["else", "or", "and", "is", "if"].contains(name) && !isKeyword(name)
    case .text, .integer, .number, .mark(.openBracket), .mark(.openBrace): true
    default: false
    }
  }

  /// Words that end the expression of a tag: `{% for x in y if x is odd recursive %}`.
  private func isKeyword(_ name: String) -> Bool {
    name == "recursive" || name == "in" || name == "not"
  }
}
