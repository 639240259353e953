// Whether a macro reads `varargs`, `kwargs` or `caller`: only then it is given them.

extension Macro {
  var mentionsCaller: Bool { mentions("caller") }

  func mentions(_ name: String) -> Bool {
    parameters.contains { $0.fallback?.mentions(name) == true } || body.mention(name)
  }
}

extension [Node] {
  fileprivate func mention(_ name: String) -> Bool { contains { $0.mentions(name) } }
}

extension Node {
  fileprivate func mentions(_ name: String) -> Bool {
    expressions.contains { $0.mentions(name) } || bodies.contains { $0.mention(name) }
  }

  /// The expressions of this node itself, not of what it holds.
  private var expressions: [Expression] {
    switch kind {
    case .output(let expression), .set(_, let expression), .setBlock(_, let expression, _),
      .filterBlock(let expression, _), .autoescape(let expression, _),
      .callBlock(_, let expression):
      [expression]
    case .loop(let loop): [loop.sequence] + [loop.condition].compactMap { $0 }
    case .branch(let branches, _): branches.map(\.condition)
    case .with(let pairs, _): pairs.map(\.value)
    default: []
    }
  }
}

extension Expression {
  fileprivate func mentions(_ name: String) -> Bool {
    if case .name(name) = kind { return true }
    return parts.contains { $0.mentions(name) }
  }

  /// The expressions this one is made of.
  var parts: [Expression] {
    switch kind {
    case .none, .boolean, .integer, .number, .text, .name, .body, .invalid: []
    case .list(let items), .tuple(let items), .concatenate(let items): items
    case .dictionary(let pairs): pairs.flatMap { [$0.key, $0.value] }
    case .field(let inner, _), .not(let inner), .negate(let inner), .plus(let inner): [inner]
    case .index(let a, let b), .and(let a, let b), .or(let a, let b), .arithmetic(let a, _, let b):
      [a, b]
    case .slice(let inner, let bounds):
      [inner] + [bounds.from, bounds.to, bounds.step].compactMap { $0 }
    case .call(let inner, let arguments), .filter(let inner, _, let arguments),
      .test(let inner, _, let arguments):
      [inner] + arguments.positional + arguments.named.map(\.value)
    case .compare(let first, let rest): [first] + rest.map(\.operand)
    case .conditional(let condition, let then, let otherwise):
      [condition, then] + [otherwise].compactMap { $0 }
    }
  }
}
