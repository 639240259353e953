internal import Basics

// The grammar of expressions, loosest binding first, as Jinja2 has it.
extension Parser {
  /// `a`, or `a, b` as a tuple; stops before `ends`.
  mutating func tuple(conditional: Bool = true, until ends: [String] = []) throws(Problem)
    -> Expression
  {
    let start = current.place
    var items = [try expression(conditional: conditional)]
    guard isMark(.comma) else { return items[0] }
    while takeMark(.comma) {
      if isTupleEnd(ends) { break }
      items.append(try expression(conditional: conditional))
    }
    return Expression(kind: .tuple(items), place: start.through(previousPlace))
  }

  private func isTupleEnd(_ ends: [String]) -> Bool {
    switch current.kind {
    case .outputEnd, .tagEnd, .end, .mark(.closeParenthesis): true
    case .name(let name): ends.contains(name)
    default: false
    }
  }

  mutating func expression(conditional: Bool = true) throws(Problem) -> Expression {
    try nested { (parser) throws(Problem) in
      conditional ? try parser.conditional() : try parser.or()
    }
  }

  /// `a if c else b`
  private mutating func conditional() throws(Problem) -> Expression {
    var result = try or()
    while takeName("if") {
      let condition = try or()
      let otherwise = takeName("else") ? try expression() : nil
      result = try made(
        .conditional(condition: condition, then: result, otherwise: otherwise), from: result)
    }
    return result
  }

  private mutating func or() throws(Problem) -> Expression {
    var left = try and()
    while takeName("or") { left = try made(.or(left, try and()), from: left) }
    return left
  }

  private mutating func and() throws(Problem) -> Expression {
    var left = try not()
    while takeName("and") { left = try made(.and(left, try not()), from: left) }
    return left
  }

  private mutating func not() throws(Problem) -> Expression {
    guard isName("not") else { return try comparison() }
    let start = take().place
    let operand = try nested { (parser) throws(Problem) in try parser.not() }
    return Expression(kind: .not(operand), place: start.through(operand.place))
  }

  private mutating func comparison() throws(Problem) -> Expression {
    let first = try sum()
    var rest: [(operation: Comparison, operand: Expression)] = []
    while let operation = takeComparison() { rest.append((operation, try sum())) }
    return rest.isEmpty ? first : try made(.compare(first, rest), from: first)
  }

  private mutating func takeComparison() -> Comparison? {
    let found: Comparison
    switch current.kind {
    case .mark(.equal): found = .equal
    case .mark(.notEqual): found = .notEqual
    case .mark(.less): found = .less
    case .mark(.lessOrEqual): found = .lessOrEqual
    case .mark(.greater): found = .greater
    case .mark(.greaterOrEqual): found = .greaterOrEqual
    case .name("in"): found = .isIn
    case .name("not") where next.kind == .name("in"):
      take()
      found = .isNotIn
    default: return nil
    }
    take()
    return found
  }

  private mutating func sum() throws(Problem) -> Expression {
    var left = try concatenation()
    while isMark(.plus) || isMark(.minus) {
      let operation: Arithmetic = take().kind == .mark(.plus) ? .add : .subtract
      left = try made(.arithmetic(left, operation, try concatenation()), from: left)
    }
    return left
  }

  private mutating func concatenation() throws(Problem) -> Expression {
    var parts = [try product()]
    while takeMark(.tilde) { parts.append(try product()) }
    return parts.count == 1 ? parts[0] : try made(.concatenate(parts), from: parts[0])
  }

  private mutating func product() throws(Problem) -> Expression {
    var left = try power()
    while let operation = productOperation() {
      take()
      left = try made(.arithmetic(left, operation, try power()), from: left)
    }
    return left
  }

  private func productOperation() -> Arithmetic? {
    switch current.kind {
    case .mark(.times): .multiply
    case .mark(.divide): .divide
    case .mark(.floorDivide): .floorDivide
    case .mark(.remainder): .remainder
    default: nil
    }
  }

  /// `2 ** 3 ** 2` is `(2 ** 3) ** 2`, as in Jinja2 and unlike Python.
  private mutating func power() throws(Problem) -> Expression {
    var left = try unary(filtered: true)
    while takeMark(.power) {
      left = try made(.arithmetic(left, .power, try unary(filtered: true)), from: left)
    }
    return left
  }

  /// The sign binds tighter than a filter: `-2|abs` is 2.
  private mutating func unary(filtered: Bool) throws(Problem) -> Expression {
    var result: Expression
    if isMark(.minus) || isMark(.plus) {
      let sign = take()
      let operand = try nested { (parser) throws(Problem) in try parser.unary(filtered: false) }
      let kind: Expression.Kind =
        sign.kind == .mark(.minus) ? .negate(operand) : .plus(operand)
      result = Expression(kind: kind, place: sign.place.through(operand.place))
    } else {
      result = try primary()
    }
    result = try postfix(result)
    return filtered ? try filters(result) : result
  }

  /// Mutating, so that it looks at the tokens after the parts in `kind` have been read.
  mutating func made(
    _ kind: Expression.Kind, from first: Expression
  ) throws(Problem) -> Expression {
    try bounded(Expression(kind: kind, place: first.place.through(previousPlace)))
  }

  /// A long chain is walked as deep as nesting is: each link lies inside the next.
  func bounded(_ expression: Expression) throws(Problem) -> Expression {
    guard expression.height <= chainLimit else {
      throw Problem(
        TemplatingCodes.limit, "an expression of more than \(chainLimit) steps one upon the other",
        at: expression.place)
    }
    return expression
  }
}
