internal import Basics

// How values look as text: as Python's `str` and `repr` print them.

extension OutputBuffer {
  /// What a value looks like in the output, unescaped.
  mutating func appendPrinted(
    _ value: Value, shapes: ShapeTable, depth: Int = 0
  ) throws(Fault) {
    switch value.tag {
    case .undefined: break
    case .none: append("None")
    case .boolean: append(value.boolean ? "True" : "False" as StaticString)
    case .integer: append(value.integer)
    case .number: append(printedNumber(value.number))
    case .text, .html, .url, .asset, .style, .json: append(value.bytes)
    default: try appendContainer(value, shapes: shapes, depth: depth)
    }
  }

  private mutating func appendContainer(
    _ value: Value, shapes: ShapeTable, depth: Int
  ) throws(Fault) {
    try ValueDepth.require(depth)
    // What shares its parts may be longer than any page.
    guard !isFull else { return }
    switch value.tag {
    case .list: try appendItems(value, "[", "]", shapes: shapes, depth: depth)
    case .tuple:
      try appendItems(value, "(", value.count == 1 ? ",)" : ")", shapes: shapes, depth: depth)
    case .record: try appendRecord(value, shapes: shapes, depth: depth)
    case .map: try appendMap(value, shapes: shapes, depth: depth)
    case .namespace:
      append("<Namespace ")
      try appendMap(value.namespaceMap, shapes: shapes, depth: depth)
      append(">")
    default: append("<object>")
    }
  }

  private mutating func appendItems(
    _ value: Value, _ open: StaticString, _ close: StaticString, shapes: ShapeTable, depth: Int
  ) throws(Fault) {
    append(open)
    for (index, item) in value.items.enumerated() {
      if index > 0 { append(", ") }
      try appendRepresented(item, shapes: shapes, depth: depth + 1)
    }
    append(close)
  }

  private mutating func appendMap(
    _ value: Value, shapes: ShapeTable, depth: Int
  ) throws(Fault) {
    append("{")
    for index in 0..<value.count {
      if index > 0 { append(", ") }
      try appendRepresented(value.items[index * 2], shapes: shapes, depth: depth + 1)
      append(": ")
      try appendRepresented(value.items[index * 2 + 1], shapes: shapes, depth: depth + 1)
    }
    append("}")
  }

  private mutating func appendRecord(
    _ value: Value, shapes: ShapeTable, depth: Int
  ) throws(Fault) {
    append("{")
    for (index, item) in value.items.enumerated() {
      if index > 0 { append(", ") }
      append("'")
      append(shapes.name(of: index, in: value.shape))
      append("': ")
      try appendRepresented(item, shapes: shapes, depth: depth + 1)
    }
    append("}")
  }

  /// As it looks inside a list: texts in quotes.
  mutating func appendRepresented(
    _ value: Value, shapes: ShapeTable, depth: Int
  ) throws(Fault) {
    switch value.tag {
    case .text, .url, .asset, .style, .json: appendQuoted(value.bytes)
    case .html:
      append("Markup(")
      appendQuoted(value.bytes)
      append(")")
    case .undefined: append("Undefined")
    default: try appendPrinted(value, shapes: shapes, depth: depth)
    }
  }

  /// Python's rule: single quotes unless the text has some and no double ones.
  private mutating func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    let hasSingle = bytes.contains(UInt8(ascii: "'"))
    let quote =
      hasSingle && !bytes.contains(UInt8(ascii: "\"")) ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    append(quote)
    for byte in bytes {
      switch byte {
      case quote, UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 10: append("\\n")
      case 13: append("\\r")
      case 9: append("\\t")
      case 0..<32, 127:
        append("\\x")
        append(.hexDigit(byte >> 4))
        append(.hexDigit(byte & 15))
      default: append(byte)
      }
    }
    append(quote)
  }
}

/// `1e16` → `1e+16`, `2.0` → `2.0`, `0.00001` → `1e-05`: shortest digits, laid out as Python does.
func printedNumber(_ value: Double) -> String {
  if value.isNaN { return "nan" }
  if value.isInfinite { return value < 0 ? "-inf" : "inf" }
  let (digits, exponent) = shortestDigits(value.magnitude)
  let sign = value.sign == .minus ? "-" : ""
  // `exponent` is where the point stands: 0.digits × 10^exponent.
  if exponent > 16 || exponent < -3 { return sign + scientific(digits, exponent - 1) }
  if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + digits }
  if digits.utf8.count <= exponent {
    return sign + digits + String(repeating: "0", count: exponent - digits.utf8.count) + ".0"
  }
  return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
}

private func scientific(_ digits: String, _ exponent: Int) -> String {
  let rest = digits.dropFirst()
  let power = String(exponent.magnitude)
  return digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + (exponent < 0 ? "e-" : "e+")
    + (power.utf8.count < 2 ? "0" : "") + power
}

/// The digits without zeros at either end, and where the point stands before them.
private func shortestDigits(_ value: Double) -> (digits: String, exponent: Int) {
  guard value != 0 else { return ("0", 1) }
  let parts = value.description.lowercased().split(separator: "e")
  let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
  var exponent = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
  var digits = mantissa.joined()[...]
  while digits.first == "0", digits.utf8.count > 1 {
    digits = digits.dropFirst()
    exponent -= 1
  }
  while digits.last == "0", digits.utf8.count > 1 { digits = digits.dropLast() }
  return (String(digits), exponent)
}
