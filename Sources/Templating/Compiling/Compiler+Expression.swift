internal import Basics

// Expressions: each leaves its value in a slot.
extension Compiler {
  /// Compiles an expression whose value must be there: an optional one without a guard is an error.
  mutating func value(_ expression: Expression) -> Operand {
    let operand = anyValue(expression)
    return requirePresent(operand, expression)
  }

  mutating func requirePresent(_ operand: Operand, _ expression: Expression) -> Operand {
    guard isStrict, operand.type.isOptional || operand.type == .undefined else { return operand }
    let name = spokenName(expression)
    report(
      TemplatingCodes.missingGuard, "\(name) may be missing", at: expression.place,
      fix: "guard it with `if`, or write `|default('…')`")
    var known = operand
    // One cause, one diagnostic: what follows is not held against the type.
    known.type = .any
    return known
  }

  func spokenName(_ expression: Expression) -> String {
    let bytes = library.sources[Int(expression.place.source)].bytes[expression.place.range]
    return bytes.count <= 60 ? "`\(String(decoding: bytes, as: UTF8.self))`" : "the value"
  }

  /// Compiles an expression whose value may be missing.
  mutating func anyValue(_ expression: Expression) -> Operand {
    let place = expression.place
    switch expression.kind {
    case .none: return constant(.none)
    case .boolean(let value): return constant(.boolean(value))
    case .integer(let value): return constant(.integer(value))
    case .number(let value): return constant(.number(value))
    case .text(let value): return constant(.text(value))
    case .name(let name): return named(name, at: place)
    case .list(let items): return collection(.list, items, at: place)
    case .tuple(let items): return collection(.tuple, items, at: place)
    case .dictionary(let pairs): return dictionary(pairs, at: place)
    case .field(let subject, let name): return field(of: subject, name, at: place)
    case .index(let subject, let index): return element(of: subject, index, at: place)
    case .slice(let subject, let bounds): return slice(subject, bounds, at: place)
    case .call(let callee, let arguments): return call(callee, arguments, at: place)
    case .filter(let subject, let name, let arguments):
      return filtered(subject, name, arguments, at: place)
    case .test(let subject, let name, let arguments):
      return tested(subject, name, arguments, at: place)
    case .not(let operand): return not(operand, at: place)
    case .negate(let operand): return signed(.negate, operand, at: place)
    case .plus(let operand): return signed(.plus, operand, at: place)
    case .and(let left, let right): return either(left, right, stopsWhen: false, at: place)
    case .or(let left, let right): return either(left, right, stopsWhen: true, at: place)
    case .arithmetic(let left, let operation, let right):
      return arithmetic(left, operation, right, at: place)
    case .concatenate(let parts): return concatenation(parts, at: place)
    case .compare(let first, let rest): return comparison(first, rest, at: place)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, at: place)
    case .body: return capturedBody ?? invalid()
    case .invalid: return invalid()
    }
  }

  mutating func slotValue(_ expression: Expression) -> Int32 {
    let operand = value(expression)
    return slot(of: operand, at: expression.place)
  }
}
