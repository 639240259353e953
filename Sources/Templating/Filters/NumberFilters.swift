internal import Basics

extension Workspace {
  mutating func applyToNumber(
    _ filter: Filter, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    let value = arguments[0]
    if value.isMissing { throw missing(value) }
    switch filter {
    case .abs: return try absolute(value)
    case .round: return try rounded(value, arguments[1], arguments[2])
    case .int: return try wholeNumber(of: value, arguments[1], arguments[2])
    case .float: return fraction(of: value, arguments[1])
    case .filesizeformat: return try fileSize(value, isBinary: arguments[1].isTrue)
    case .date, .shortdate, .isodate: return try day(filter, arguments)
    default: return try figure(filter, value, arguments)
    }
  }

  func number(_ value: Value, for filter: Filter) throws(Fault) -> Double {
    guard let number = value.fraction else {
      throw Fault("`\(filter.name)` needs a number, not a \(value.kindName)")
    }
    return number
  }

  func absolute(_ value: Value) throws(Fault) -> Value {
    guard let whole = value.wholeNumber else {
      return Value(abs(try number(value, for: .abs)))
    }
    return whole < 0 ? try negated(value) : Value(whole)
  }

  // MARK: Conversions

  /// Python's `int`: what cannot be read is the default; what is read but too large is a fault.
  func wholeNumber(of value: Value, _ fallback: Value, _ base: Value) throws(Fault) -> Value {
    if let whole = value.wholeNumber { return Value(whole) }
    if value.tag == .number { return try truncated(value.number) ?? fallback }
    guard value.isTextual else { return fallback }
    let text = trimmedText(value)
    if let whole = parsedInteger(text, base: base.wholeNumber ?? 10) { return Value(whole) }
    guard let number = parsedNumber(text) else { return fallback }
    return try truncated(number) ?? fallback
  }

  /// Towards zero; nil for what is no finite number.
  private func truncated(_ number: Double) throws(Fault) -> Value? {
    guard number.isFinite else { return nil }
    guard let whole = Int(exactly: number.rounded(.towardZero)) else {
      throw Fault("\(printedNumber(number)) is too large for a whole number")
    }
    return Value(whole)
  }

  func fraction(of value: Value, _ fallback: Value) -> Value {
    if let number = value.fraction { return Value(number) }
    guard value.isTextual else { return fallback }
    return parsedNumber(trimmedText(value)).map { Value($0) } ?? fallback
  }

  func trimmedText(_ value: Value) -> String {
    value.part(trimmedRange(value.bytes)).string
  }

  mutating func fileSize(_ value: Value, isBinary: Bool) throws(Fault) -> Value {
    let parsed = value.isTextual ? parsedNumber(trimmedText(value)) : value.fraction
    guard let bytes = parsed else {
      throw Fault("`filesizeformat` needs a number, not a \(value.kindName)")
    }
    if bytes == 1 { return text("1 Byte") }
    let base = isBinary ? 1024.0 : 1000.0
    if bytes < base {
      guard let whole = Int(exactly: bytes.rounded(.towardZero)) else {
        throw Fault("`filesizeformat` cannot show \(printedNumber(bytes)) bytes")
      }
      return text("\(whole) Bytes")
    }
    var unit = base * base
    let prefixes = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
    var index = 0
    while bytes >= unit, index < prefixes.count - 1 {
      unit *= base
      index += 1
    }
    let prefix = isBinary && index == 0 ? "K" : prefixes[index]
    return text(fixed(base * bytes / unit, places: 1) + " " + prefix + (isBinary ? "iB" : "B"))
  }

  // MARK: The host's figures

  mutating func figure(
    _ filter: Filter, _ value: Value, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    let number = try number(value, for: filter)
    switch filter {
    case .number:
      if let whole = value.wholeNumber { return text(formats.numbers.text(whole)) }
      try requireShowable(number, number, filter)
      return text(formats.numbers.text(number, places: number == number.rounded() ? 0 : 1))
    case .decimal:
      try requireShowable(number, number, filter)
      return text(formats.numbers.text(number, places: try places(arguments[1], 1, filter)))
    case .percent:
      try requireShowable(number, number * 100, filter)
      return text(formats.numbers.percent(number, places: try places(arguments[1], 0, filter)))
    default:
      guard let seconds = Int(exactly: number.rounded(.towardZero)) else {
        throw Fault("`duration` cannot show \(printedNumber(number)) seconds")
      }
      return text(formats.duration(seconds: seconds))
    }
  }

  /// Beyond 2^53 the digits of a number would be made up.
  private func requireShowable(
    _ number: Double, _ shown: Double, _ filter: Filter
  ) throws(Fault) {
    guard abs(shown) < 9e15 else {
      throw Fault("`\(filter.name)` cannot show \(printedNumber(number))")
    }
  }

  private func places(
    _ given: Value, _ fallback: Int, _ filter: Filter
  ) throws(Fault) -> Int {
    let places = given.wholeNumber ?? fallback
    guard (0...6).contains(places) else {
      throw Fault("`\(filter.name)` shows 0 to 6 places, not \(places)")
    }
    return places
  }
}
