extension Workspace {
  /// Runs a filter, a test or a function on its arguments, which come in the order of its signature.
  @inline(never)
  mutating func apply(
    _ operation: Int32, _ which: Int32, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    switch Operation(code: operation) {
    case .filter, .wholeFilter:
      guard let filter = Filter(rawValue: which) else { return .undefined }
      return try apply(
        filter, arguments, keepsWhole: Operation(code: operation) == .wholeFilter)
    case .test:
      guard let test = Test(rawValue: which) else { return .undefined }
      return Value(try holds(test, arguments))
    default: return try callFunction(which, arguments)
    }
  }

  /// Runs a filter; where markup must stay whole, it refuses to cut it: see `Compiler.mustKeepWhole`.
  mutating func apply(
    _ filter: Filter, _ arguments: UnsafeBufferPointer<Value>, keepsWhole: Bool
  ) throws(Fault) -> Value {
    let subject = arguments[0]
    if subject.isMissing, filter != .default {
      guard printsMissing else { throw missing(subject) }
    }
    try spend(on: filter, subject)
    if keepsWhole { try requireWhole(filter, arguments) }
    switch filter {
    case .default: return fallback(subject, arguments[1], arguments[2])
    case .upper, .lower, .capitalize, .title: return try cased(filter, subject)
    case .string: return try printed(subject)
    case .trim: return try trimmed(subject, arguments[1])
    case .center: return try centered(subject, arguments[1])
    case .replace: return try replaced(subject, arguments[1], arguments[2], arguments[3])
    case .indent: return try indented(subject, arguments[1], arguments[2], arguments[3])
    case .truncate: return try truncated(arguments)
    case .wordwrap: return try wrapped(arguments)
    case .striptags: return try withoutTags(subject)
    case .wordcount: return Value(try wordCount(subject))
    case .escape, .safe: return try marked(filter, subject)
    case .urlencode: return try urlEncoded(subject)
    case .tojson: return try json(subject, arguments[1])
    case .abs, .round, .int, .float, .filesizeformat, .number, .decimal, .percent, .duration,
      .date, .shortdate, .isodate:
      return try applyToNumber(filter, arguments)
    case .map: return try mapped(arguments, keepsWhole: keepsWhole)
    default: return try applyToList(filter, arguments)
    }
  }

  /// Counts what a filter has to look at; some look at the ends of a list only.
  private func spend(on filter: Filter, _ subject: Value) throws(Fault) {
    if subject.isTextual { return try spend(subject.count >> 3) }
    switch filter {
    case .default, .first, .last, .length: break
    default: try spend(subject.items.count)
    }
  }

  func requireWhole(
    _ filter: Filter, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) {
    guard arguments[0].tag == .html else { return }
    switch filter {
    case .trim, .replace:
      throw Fault(
        "`\(filter.name)` would cut markup apart", code: TemplatingCodes.type,
        fix: "write `|striptags` before it")
    case .indent where arguments[1].isTextual:
      throw Fault(
        "`indent` would write a text into markup", code: TemplatingCodes.type,
        fix: "give it a number of blanks")
    default: break
    }
  }

  func fallback(_ value: Value, _ fallback: Value, _ alsoFalse: Value) -> Value {
    value.isMissing || (alsoFalse.isTrue && !value.isTrue) ? fallback : value
  }

  mutating func marked(_ filter: Filter, _ value: Value) throws(Fault) -> Value {
    if value.tag == .html { return value }
    if filter == .safe {
      var text = try printed(value)
      text.tag = .html
      return text
    }
    return try text(.html) { (work) throws(Fault) in try work.appendEscaped(value) }
  }

  // MARK: Tests

  func holds(_ test: Test, _ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Bool {
    let value = arguments[0]
    switch test {
    case .defined: return !value.isMissing
    case .undefined: return value.isMissing
    case .truthy: return value.isTrue
    case .none: return value.tag == .none
    case .boolean: return value.tag == .boolean
    case .true: return value.tag == .boolean && value.boolean
    case .false: return value.tag == .boolean && !value.boolean
    case .integer: return value.tag == .integer
    case .float: return value.tag == .number
    case .number: return value.isNumeric
    case .string: return value.isTextual
    case .mapping: return value.tag == .map || value.tag == .record
    case .sequence, .iterable:
      return value.isSequence || value.isTextual || value.tag == .map || value.tag == .record
        || value.isMissing
    case .escaped: return value.tag == .html
    case .sameas:
      guard value.tag == arguments[1].tag else { return false }
      return try equal(value, arguments[1])
    case .in: return try contains(arguments[1], value)
    case .odd, .even, .divisibleby, .lower, .upper: return try hasProperty(test, arguments)
    case .eq: return try equal(value, arguments[1])
    case .ne: return try !equal(value, arguments[1])
    case .gt: return try compare(.greater, value, arguments[1])
    case .ge: return try compare(.greaterOrEqual, value, arguments[1])
    case .lt: return try compare(.less, value, arguments[1])
    case .le: return try compare(.lessOrEqual, value, arguments[1])
    }
  }

  func hasProperty(
    _ test: Test, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Bool {
    let value = arguments[0]
    if value.isMissing {
      // As text, a missing value of Jinja2 is empty, and so of neither case.
      if printsMissing, test == .lower || test == .upper { return false }
      throw missing(value)
    }
    if test == .lower || test == .upper { return isCased(value.string, upper: test == .upper) }
    if value.tag == .number { return fractionHolds(test, value.number, arguments) }
    guard let number = value.wholeNumber else {
      throw Fault("a \(value.kindName) is not a number")
    }
    switch test {
    case .odd: return number % 2 != 0
    case .even: return number % 2 == 0
    default:
      guard let divisor = arguments[1].wholeNumber, divisor != 0 else {
        throw Fault("division by zero")
      }
      return divisor == -1 || number % divisor == 0
    }
  }

  func fractionHolds(
    _ test: Test, _ number: Double, _ arguments: UnsafeBufferPointer<Value>
  ) -> Bool {
    let divisor = test == .divisibleby ? arguments[1].fraction ?? 0 : 2
    let rest = number.remainder(dividingBy: divisor)
    return test == .odd ? abs(rest) == 1 : rest == 0
  }

  /// Python's rule: at least one letter with a case, and none of the other case.
  func isCased(_ text: String, upper: Bool) -> Bool {
    var found = false
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if upper ? properties.isLowercase : properties.isUppercase { return false }
      if upper ? properties.isUppercase : properties.isLowercase { found = true }
    }
    return found
  }

  // MARK: Functions

  mutating func callFunction(
    _ number: Int32, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    switch number {
    case BuiltIn.cyclerNext: return advance(arguments[0])
    case BuiltIn.cyclerReset:
      arguments[0].turnState.pointee.position = 0
      return .none
    case BuiltIn.joinerCall: return join(arguments[0])
    case BuiltIn.loopCycle:
      return arguments[1 + arguments[0].integer % (arguments.count - 1)]
    default: break
    }
    switch BuiltIn(number: number) {
    case .range: return try range(arguments)
    case .dict: return try dictionary(arguments)
    case .namespace: return arena.namespace(from: try dictionary(arguments))
    case .cycler: return arena.turn(.cycler, over: arena.list(arguments))
    case .joiner:
      let separator = arguments.isEmpty ? text(", ") : arguments[0]
      return arena.turn(.joiner, over: separator)
    case nil: return .undefined
    }
  }

  func advance(_ cycler: Value) -> Value {
    guard cycler.tag == .cycler else { return .undefined }
    let state = cycler.turnState
    let value = cycler.currentTurn
    state.pointee.position = (state.pointee.position + 1) % state.pointee.items.count
    return value
  }

  /// Nothing the first time, then the separator.
  mutating func join(_ joiner: Value) -> Value {
    guard joiner.tag == .joiner else { return .undefined }
    let isFirst = joiner.turnState.pointee.position == 0
    joiner.turnState.pointee.position = 1
    return isFirst ? text("") : joiner.turnState.pointee.items
  }

  mutating func dictionary(
    _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    guard arguments.count > 1, arguments[1].tag == .map else { return arguments[0] }
    let maps = [arguments[1], arguments[0]]
    return try map(
      maps.flatMap { map in
        (0..<map.count).map { (map.items[$0 * 2], map.items[$0 * 2 + 1]) }
      })
  }

  mutating func range(_ arguments: UnsafeBufferPointer<Value>) throws(Fault) -> Value {
    var numbers: [Int] = []
    for argument in arguments {
      guard let number = argument.wholeNumber else {
        throw Fault("`range` takes whole numbers, not a \(argument.kindName)")
      }
      numbers.append(number)
    }
    let start = numbers.count > 1 ? numbers[0] : 0
    let end = numbers.count > 1 ? numbers[1] : numbers[0]
    let step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else { throw Fault("the step of a range cannot be 0") }
    let (distance, overflow) = end.subtractingReportingOverflow(start)
    let (steps, hasNoSteps) = distance.dividedReportingOverflow(by: step)
    guard !overflow, !hasNoSteps, steps < rangeLimit else {
      throw Fault("a range of more than \(rangeLimit) numbers", code: TemplatingCodes.limit)
    }
    try spend(max(0, steps))
    return arena.list(stride(from: start, to: end, by: step).map { Value($0) })
  }
}
