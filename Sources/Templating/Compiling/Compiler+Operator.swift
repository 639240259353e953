internal import Basics

extension Compiler {
  mutating func not(_ operand: Expression, at place: Place) -> Operand {
    let inner = truth(anyValue(operand), at: place)
    if let known = inner.constant { return constant(.boolean(!known.isTrue)) }
    let source = slot(of: inner, at: place)
    let target = newSlot()
    emit(.not, [target, source], at: place)
    return made(target, .boolean)
  }

  mutating func signed(
    _ operation: Operation, _ operand: Expression, at place: Place
  ) -> Operand {
    let inner = value(operand)
    requireNumber(inner.type, operand)
    let source = slot(of: inner, at: place)
    let target = newSlot()
    emit(operation, [target, source], at: place)
    return made(target, inner.type == .boolean ? .integer : inner.type)
  }

  mutating func requireNumber(_ type: StaticType, _ expression: Expression) {
    guard !type.isNumeric, type != .any else { return }
    reportStrict(
      TemplatingCodes.type, "\(spokenName(expression)) is \(type.spoken), not a number",
      at: expression.place)
  }

  /// A value that is asked whether it is true; Jinja2's StrictUndefined refuses a missing one.
  mutating func truth(_ operand: Operand, at place: Place) -> Operand {
    guard options.checking == .lenientStrictUndefined,
      operand.type == .any || operand.type == .undefined
    else { return operand }
    emit(.require, [slot(of: operand, at: place)], at: place)
    return operand
  }

  /// `and` (stops at the first false) and `or` (stops at the first true).
  mutating func either(
    _ left: Expression, _ right: Expression, stopsWhen stop: Bool, at place: Place
  ) -> Operand {
    let first = truth(anyValue(left), at: left.place)
    if let known = first.constant, known.isTrue == stop { return first }
    let target = newSlot()
    emit(.move, [target, first.slot, first.field], at: place)
    let site = emitJump(stop ? .jumpIfTrue : .jumpIfFalse, [target, -1], at: place)
    let before = present
    present.formUnion(facts(left, when: !stop))
    let second = anyValue(right)
    present = before
    emit(.move, [target, second.slot, second.field], at: place)
    land(site)
    let type = stop ? first.type.present : first.type
    if stop, first.type == .undefined { return made(target, second.type) }
    return made(target, type.joined(with: second.type))
  }

  mutating func arithmetic(
    _ left: Expression, _ operation: Arithmetic, _ right: Expression, at place: Place
  ) -> Operand {
    let first = value(left)
    let second = value(right)
    if refusesCalculation(first.type, second.type, at: place) { return invalid() }
    let slots = [slot(of: first, at: left.place), slot(of: second, at: right.place)]
    let target = newSlot()
    emit(.arithmetic, [operation.rawValue, target] + slots, at: place)
    let type = resultType(operation, first.type, second.type)
    if type == nil {
      reportStrict(
        TemplatingCodes.type,
        "cannot \(operation.verb) \(first.type.spoken) and \(second.type.spoken)", at: place,
        fix: textFix(operation, first.type))
    }
    return made(target, type ?? .any)
  }

  /// How texts are made that Python makes with `+` and `%`.
  private func textFix(_ operation: Arithmetic, _ left: StaticType) -> String? {
    switch operation {
    case .add: "join texts with `~`"
    case .remainder where left.isTextual: "join texts with `~`, and write numbers with `|decimal`"
    default: nil
    }
  }

  func resultType(
    _ operation: Arithmetic, _ left: StaticType, _ right: StaticType
  ) -> StaticType? {
    if left == .any || right == .any { return .any }
    if left.isNumeric, right.isNumeric {
      if operation == .divide || left == .number || right == .number { return .number }
      return operation == .power ? .any : .integer
    }
    let bothText = left.isTextual && right.isTextual
    if operation == .add, bothText { return left == .html || right == .html ? .html : .text }
    if operation == .add, left.isContainer, right.isContainer { return left.joined(with: right) }
    if operation == .multiply, left.isNumeric || right.isNumeric {
      let other = left.isNumeric ? right : left
      return other.isTextual ? other : .any
    }
    return nil
  }

  mutating func concatenation(_ parts: [Expression], at place: Place) -> Operand {
    let operands = parts.map { value($0) }
    for (operand, part) in zip(operands, parts) { requirePrintable(operand.type, part) }
    let slots = zip(operands, parts).map { slot(of: $0, at: $1.place) }
    let target = newSlot()
    emit(.concatenate, [target, Int32(slots.count)] + slots, at: place)
    return made(target, operands.contains { $0.type == .html } ? .html : .text)
  }

  mutating func requirePrintable(_ type: StaticType, _ expression: Expression) {
    guard type.isContainer else { return }
    reportStrict(
      TemplatingCodes.type, "\(spokenName(expression)) is \(type.spoken), it has no text",
      at: expression.place, fix: type.isRecord ? "name one of its fields" : "write `|join(', ')`")
  }

  mutating func comparison(
    _ first: Expression, _ rest: [(operation: Comparison, operand: Expression)], at place: Place
  ) -> Operand {
    var left = compared(first, rest[0].operation)
    var leftSlot = slot(of: left, at: place)
    let target = newSlot()
    var sites: [Int] = []
    for (index, step) in rest.enumerated() {
      let right = compared(step.operand, step.operation)
      let rightSlot = slot(of: right, at: step.operand.place)
      emit(.compare, [step.operation.rawValue, target, leftSlot, rightSlot], at: place)
      if index < rest.count - 1 {
        sites.append(emitJump(.jumpIfFalse, [target, -1], at: place))
      }
      requireOrder(left.type, step.operation, right.type, at: place)
      (left, leftSlot) = (right, rightSlot)
    }
    for site in sites { land(site) }
    return made(target, .boolean)
  }

  /// A missing value equals nothing, so `==` needs no guard; an order does.
  mutating func compared(_ expression: Expression, _ operation: Comparison) -> Operand {
    operation == .equal || operation == .notEqual ? anyValue(expression) : value(expression)
  }

  mutating func requireOrder(
    _ left: StaticType, _ operation: Comparison, _ right: StaticType, at place: Place
  ) {
    switch operation {
    case .equal, .notEqual: return
    case .isIn, .isNotIn:
      guard right.element == nil, right != .any else { return }
      reportStrict(
        TemplatingCodes.type, "\(right.spoken) holds no other values", at: place)
    default:
      let isOrdered =
        left == .any || right == .any || (left.isNumeric && right.isNumeric)
        || (left.isTextual && right.isTextual) || (left.isContainer && right.isContainer)
      guard !isOrdered else { return }
      reportStrict(
        TemplatingCodes.type, "\(left.spoken) and \(right.spoken) have no order", at: place)
    }
  }

  mutating func conditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression?, at place: Place
  ) -> Operand {
    let test = truth(anyValue(condition), at: condition.place)
    if let known = test.constant {
      if known.isTrue { return anyValue(then) }
      if otherwise == nil, case .text = then.kind { return constant(.text("")) }
      return otherwise.map { anyValue($0) } ?? constant(.undefined(""))
    }
    let target = newSlot()
    let otherwiseSite = emitJump(.jumpIfFalse, [test.slot, test.field], at: place)
    let first = guarded(by: facts(condition, when: true)) { $0.anyValue(then) }
    emit(.move, [target, first.slot, first.field], at: place)
    let endSite = emitJump(.jump, at: place)
    land(otherwiseSite)
    let second = guarded(by: facts(condition, when: false)) { compiler in
      // `'x' if c` alone prints nothing when `c` is false.
      otherwise.map { compiler.anyValue($0) }
        ?? compiler.constant(first.type.isTextual ? .text("") : .undefined(""))
    }
    emit(.move, [target, second.slot, second.field], at: place)
    land(endSite)
    return made(target, first.type.joined(with: second.type))
  }

  /// Compiles with more values known to be there.
  mutating func guarded<Result>(
    by facts: Set<String>, _ compile: (inout Compiler) -> Result
  ) -> Result {
    let before = present
    present.formUnion(facts)
    defer { present = before }
    return compile(&self)
  }
}

extension StaticType {
  var isRecord: Bool {
    if case .record = self { true } else { false }
  }
}
