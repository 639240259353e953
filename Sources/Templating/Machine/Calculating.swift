#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// Arithmetic with Python's rules: whole numbers stay whole, `/` gives a fraction, `//` rounds down.
extension Workspace {
  mutating func calculate(
    _ operation: Arithmetic, _ left: Value, _ right: Value
  ) throws(Fault) -> Value {
    if left.isMissing { throw missing(left) }
    if right.isMissing { throw missing(right) }
    if let a = left.wholeNumber, let b = right.wholeNumber, operation != .divide {
      return try whole(operation, a, b)
    }
    if let a = left.fraction, let b = right.fraction { return try fraction(operation, a, b) }
    switch operation {
    case .add: return try joined(left, right)
    case .multiply:
      if let times = right.wholeNumber { return try repeated(left, times) }
      if let times = left.wholeNumber { return try repeated(right, times) }
    default: break
    }
    throw Fault("cannot \(operation.verb) a \(left.kindName) and a \(right.kindName)")
  }

  private func whole(_ operation: Arithmetic, _ a: Int, _ b: Int) throws(Fault) -> Value {
    let result: (partialValue: Int, overflow: Bool)
    switch operation {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .power where b < 0:
      return try fraction(.power, Double(a), Double(b))
    case .power: result = power(a, b)
    case .floorDivide, .remainder, .divide:
      guard b != 0 else { throw Fault("division by zero") }
      result = operation == .remainder ? remainder(a, b) : floorQuotient(a, b)
    }
    guard !result.overflow else { throw Fault("the result is too large for a whole number") }
    return Value(result.partialValue)
  }

  private func fraction(_ operation: Arithmetic, _ a: Double, _ b: Double) throws(Fault) -> Value {
    switch operation {
    case .add: return Value(a + b)
    case .subtract: return Value(a - b)
    case .multiply: return Value(a * b)
    case .divide, .floorDivide, .remainder:
      guard b != 0 else { throw Fault("division by zero") }
      if operation == .divide { return Value(a / b) }
      let quotient = (a / b).rounded(.down)
      if operation == .floorDivide { return Value(((a - floorRemainder(a, b)) / b).rounded()) }
      return Value(quotient.isFinite ? floorRemainder(a, b) : .nan)
    case .power:
      guard a != 0 || b >= 0 else { throw Fault("0 cannot be raised to a negative power") }
      let result = pow(a, b)
      guard !result.isNaN || a.isNaN || b.isNaN else {
        throw Fault("a negative number cannot be raised to a fraction")
      }
      guard result.isFinite || !a.isFinite || !b.isFinite else {
        throw Fault("the result is too large")
      }
      return Value(result)
    }
  }

  /// Texts side by side, or lists one after the other; text joined to markup is escaped.
  private mutating func joined(_ left: Value, _ right: Value) throws(Fault) -> Value {
    if left.isTextual, right.isTextual {
      return try sideBySide([left, right], isMarkup: left.tag == .html || right.tag == .html)
    }
    guard left.isSequence, left.tag == right.tag else {
      throw Fault("cannot add a \(left.kindName) and a \(right.kindName)")
    }
    try spendOnItems(left.count + right.count)
    return arena.list(Array(left.items) + Array(right.items), left.tag)
  }

  private mutating func repeated(_ value: Value, _ times: Int) throws(Fault) -> Value {
    let times = max(0, times)
    let total = value.count.multipliedReportingOverflow(by: times)
    guard !total.overflow, total.partialValue <= rangeLimit * (value.isTextual ? 16 : 1) else {
      throw Fault("repeated more than \(rangeLimit) times", code: TemplatingCodes.limit)
    }
    if value.isTextual {
      return try text(value.tag) { (work) throws(Fault) in
        for _ in 0..<times { work.output.append(value.bytes) }
      }
    }
    guard value.isSequence else { throw Fault("a \(value.kindName) cannot be multiplied") }
    try spendOnItems(total.partialValue)
    return arena.list(Array(repeatElement(value.items, count: times).joined()), value.tag)
  }

  /// `a ~ b`: as they print; where escaping is on and one is markup the others are escaped.
  mutating func concatenated(_ parts: [Value]) throws(Fault) -> Value {
    try sideBySide(parts, isMarkup: escapes && parts.contains { $0.tag == .html })
  }

  private mutating func sideBySide(
    _ parts: [Value], isMarkup: Bool
  ) throws(Fault) -> Value {
    return try text(isMarkup ? .html : .text) { (work) throws(Fault) in
      for part in parts {
        if isMarkup { try work.appendEscaped(part) } else { try work.append(part) }
      }
    }
  }

  func negated(_ value: Value) throws(Fault) -> Value {
    if value.tag == .number { return Value(-value.number) }
    guard let whole = value.wholeNumber else {
      if value.isMissing { throw missing(value) }
      throw Fault("a \(value.kindName) has no negative")
    }
    guard whole != .min else { throw Fault("the result is too large for a whole number") }
    return Value(-whole)
  }

  func unchanged(_ value: Value) throws(Fault) -> Value {
    if value.tag == .number { return value }
    guard let whole = value.wholeNumber else {
      if value.isMissing { throw missing(value) }
      throw Fault("a \(value.kindName) has no sign")
    }
    return Value(whole)
  }
}

extension Arithmetic {
  var verb: String {
    switch self {
    case .add: "add"
    case .subtract: "subtract"
    case .multiply: "multiply"
    case .divide, .floorDivide, .remainder: "divide"
    case .power: "raise"
    }
  }
}

/// The remainder with the sign of the divisor: `floorRemainder(-7, 3)` → 2.
private func floorRemainder(_ a: Double, _ b: Double) -> Double {
  let rest = fmod(a, b)
  guard rest != 0 else { return Double(signOf: b, magnitudeOf: 0) }
  return (rest < 0) != (b < 0) ? rest + b : rest
}

private func remainder(_ a: Int, _ b: Int) -> (partialValue: Int, overflow: Bool) {
  let (rest, overflow) = a.remainderReportingOverflow(dividingBy: b)
  return (rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest, overflow && b != -1)
}

private func floorQuotient(_ a: Int, _ b: Int) -> (partialValue: Int, overflow: Bool) {
  let (quotient, overflow) = a.dividedReportingOverflow(by: b)
  guard !overflow else { return (quotient, true) }
  return (a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient, false)
}

private func power(_ base: Int, _ exponent: Int) -> (partialValue: Int, overflow: Bool) {
  var result = 1
  var square = base
  var rest = exponent
  while rest > 0 {
    if rest & 1 == 1 {
      let (product, overflow) = result.multipliedReportingOverflow(by: square)
      if overflow { return (0, true) }
      result = product
    }
    rest >>= 1
    if rest > 0 {
      let (product, overflow) = square.multipliedReportingOverflow(by: square)
      if overflow { return (0, true) }
      square = product
    }
  }
  return (result, false)
}
