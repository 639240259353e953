internal import Basics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

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

  // MARK: Rounding

  func rounded(
    _ value: Value, _ precision: Value, _ method: Value
  ) throws(Fault) -> Value {
    let places = precision.wholeNumber ?? 0
    guard places.magnitude <= 300 else { throw Fault("`round` to \(places) places") }
    let name = method.string
    if let whole = value.wholeNumber, name == "common" {
      if places >= 0 { return Value(whole) }
      guard let rounded = roundHalfEven(whole, zeros: -places) else {
        throw Fault("the result is too large for a whole number")
      }
      return Value(rounded)
    }
    let number = try number(value, for: .round)
    switch name {
    case "common": return Value(roundHalfEven(number, places: places))
    case "ceil", "floor":
      let scale = pow(10, Double(places))
      let scaled = (number * scale).rounded(name == "ceil" ? .up : .down)
      return Value(scaled / scale)
    default:
      throw Fault("`round` has no method `\(name)`", fix: "use common, ceil or floor")
    }
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

  // MARK: The host's figures and days

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

  /// `2026-10-31` or `2026-10-31T10:00:00Z` as a day.
  mutating func day(
    _ filter: Filter, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    let given = try printed(arguments[0])
    let written = writtenDay(given.bytes)
    guard let civil = written ?? Timestamp(rfc3339: given.bytes)?.day.civil,
      let day = CalendarDay(year: civil.year, month: civil.month, day: civil.day)
    else {
      throw Fault(
        "`\(filter.name)` cannot read `\(given.string.prefix(40))` as a day",
        fix: "a day is written as 2026-10-31")
    }
    guard filter == .date else {
      return text(filter == .shortdate ? formats.shortDate(day) : day.description)
    }
    let space = try printed(arguments[1])
    return try text { (work) throws(Fault) in
      work.days.write(civil, space: space, to: &work.output)
    }
  }
}

/// Reads the numbers of `2026-10-31`; whether there is such a day is asked elsewhere.
private func writtenDay(
  _ bytes: UnsafeBufferPointer<UInt8>
) -> (year: Int, month: Int, day: Int)? {
  guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
    return nil
  }
  var digits = (year: 0, month: 0, day: 0)
  for index in 0..<4 { digits.year = digits.year &* 10 &+ Int(bytes[index]) &- 48 }
  for index in 5..<7 { digits.month = digits.month &* 10 &+ Int(bytes[index]) &- 48 }
  for index in 8..<10 { digits.day = digits.day &* 10 &+ Int(bytes[index]) &- 48 }
  for index in 0..<10 where index != 4 && index != 7 && !isDigit(bytes[index]) { return nil }
  return digits
}

/// Rounds to decimal places, halves to the even digit, as exactly as the binary number allows.
///
/// `roundHalfEven(2.5, places: 0)` → 2, `roundHalfEven(21.3, places: -1)` → 20.
func roundHalfEven(_ value: Double, places: Int) -> Double {
  guard value.isFinite, places <= 22 else { return value }
  if places >= 0 { return Double(fixed(value, places: places)) ?? value }
  let scale = pow(10, Double(-places))
  return (value / scale).rounded(.toNearestOrEven) * scale
}

/// Rounds to tens, hundreds and so on, halves to the even one; nil beyond 64 bits.
///
/// `roundHalfEven(25, zeros: 1)` → 20, `roundHalfEven(-151, zeros: 2)` → −200.
func roundHalfEven(_ value: Int, zeros: Int) -> Int? {
  // Half of 10^19 is the only border that a whole number of 64 bits can reach beyond 10^18.
  if zeros > 18 { return zeros == 19 && value.magnitude > 5_000_000_000_000_000_000 ? nil : 0 }
  let scale = (0..<zeros).reduce(1) { product, _ in product * 10 }
  let (whole, rest) = value.quotientAndRemainder(dividingBy: scale)
  let twice = rest.magnitude * 2
  let isAway = twice > scale.magnitude || (twice == scale.magnitude && whole % 2 != 0)
  let (result, overflow) = (whole + (isAway ? value.signum() : 0))
    .multipliedReportingOverflow(by: scale)
  return overflow ? nil : result
}

/// The number with so many decimals, as C's `%.*f` writes it.
func fixed(_ value: Double, places: Int) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
    let length = withVaList([Int32(places), value]) {
      vsnprintf(buffer.baseAddress, buffer.count, "%.*f", $0)
    }
    let count = min(Int(length), buffer.count - 1)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Reads a whole number as Python's `int(text, base)`: `"1_000"`, `"0x1F"` with base 16 or 0.
func parsedInteger(_ text: String, base: Int) -> Int? {
  var digits = text[...]
  var sign = 1
  if let first = digits.utf8.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
    sign = first == UInt8(ascii: "-") ? -1 : 1
    digits = digits.dropFirst()
  }
  let prefixes = ["0x": 16, "0o": 8, "0b": 2]
  var radix = base
  if let prefixed = prefixes[digits.prefix(2).lowercased()], base == prefixed || base == 0 {
    radix = prefixed
    digits = digits.dropFirst(2)
    if digits.hasPrefix("_") { digits = digits.dropFirst() }
  }
  guard (2...36).contains(radix), isDigitGroup(digits) else { return nil }
  guard let value = Int(digits.filter { $0 != "_" }, radix: radix) else { return nil }
  return sign * value
}

/// Whether underscores stand between digits only.
private func isDigitGroup(_ digits: Substring) -> Bool {
  !digits.isEmpty && !digits.hasPrefix("_") && !digits.hasSuffix("_") && !digits.contains("__")
    && !digits.hasPrefix("-") && !digits.hasPrefix("+")
}

/// Reads a number as Python's `float(text)`.
func parsedNumber(_ text: String) -> Double? {
  let lowered = text.lowercased()
  if lowered.hasPrefix("0x") || lowered.hasPrefix("-0x") || lowered.hasPrefix("+0x") { return nil }
  if text.contains("_") {
    guard !text.contains("__"), !text.hasPrefix("_"), !text.hasSuffix("_") else { return nil }
    return Double(text.filter { $0 != "_" })
  }
  if lowered == "infinity" || lowered == "+infinity" { return .infinity }
  if lowered == "-infinity" { return -.infinity }
  if lowered.contains("(") { return nil }
  return Double(text)
}
