internal import Basics

extension Workspace {
  /// `value|tojson`: as Python's `json.dumps`, with `<>&'` written so that it may stand in HTML.
  mutating func json(_ value: Value, _ indent: Value) throws(Fault) -> Value {
    let width = indent.wholeNumber
    return try text(jsonTag) { (work) throws(Fault) in
      try work.appendJSON(value, indent: width.map { min(max($0, 0), 16) }, depth: 0)
    }
  }

  mutating func appendJSON(_ value: Value, indent: Int?, depth: Int) throws(Fault) {
    switch value.tag {
    case .undefined:
      guard printsMissing else { throw missing(value) }
      throw Fault("a missing value has no JSON")
    case .none: output.append("null")
    case .boolean: output.append(value.boolean ? "true" : "false" as StaticString)
    case .integer: output.append(value.integer)
    case .number: output.append(try jsonNumber(value.number))
    case .json: appendJSON(value.bytes)
    case .text, .html, .url, .asset, .style: appendJSONText(value.bytes)
    case .list, .tuple: try appendJSONList(value, indent: indent, depth: depth)
    case .map, .record: try appendJSONObject(value, indent: indent, depth: depth)
    case .namespace, .cycler, .joiner: throw Fault("a \(value.kindName) has no JSON")
    }
  }

  /// What shares its parts may be longer than any page.
  private func requireRoom(_ depth: Int) throws(Fault) {
    try ValueDepth.require(depth)
    try requirePlace()
  }

  /// Python's `NaN` and `Infinity` are no JSON: they are written only where Jinja2 is followed.
  private func jsonNumber(_ number: Double) throws(Fault) -> String {
    if number.isFinite { return printedNumber(number) }
    guard jsonTag != .json else { throw Fault("\(printedNumber(number)) has no JSON") }
    return number.isNaN ? "NaN" : (number < 0 ? "-Infinity" : "Infinity")
  }

  mutating func appendJSONList(_ value: Value, indent: Int?, depth: Int) throws(Fault) {
    guard value.count > 0 else { return output.append("[]") }
    try requireRoom(depth)
    output.append("[")
    for (index, item) in value.items.enumerated() {
      appendSeparator(isFirst: index == 0, indent: indent, depth: depth + 1)
      try appendJSON(item, indent: indent, depth: depth + 1)
    }
    appendLineStart(indent: indent, depth: depth)
    output.append("]")
  }

  /// Keys in order, as Jinja2 has it.
  mutating func appendJSONObject(_ value: Value, indent: Int?, depth: Int) throws(Fault) {
    guard value.count > 0 else { return output.append("{}") }
    try requireRoom(depth)
    let members = try pairs(of: value)
    let indices = try sortedIndices(members.map(\.key), descending: false)
    output.append("{")
    for (place, index) in indices.enumerated() {
      appendSeparator(isFirst: place == 0, indent: indent, depth: depth + 1)
      try appendJSONKey(members[index].key)
      output.append(": ")
      try appendJSON(members[index].value, indent: indent, depth: depth + 1)
    }
    appendLineStart(indent: indent, depth: depth)
    output.append("}")
  }

  /// A key is a text in JSON, so a number or a mark is written in quotes.
  mutating func appendJSONKey(_ key: Value) throws(Fault) {
    if key.isTextual { return appendJSONText(key.bytes) }
    guard key.tag == .none || key.isNumeric else {
      throw Fault("a \(key.kindName) cannot be a key of JSON")
    }
    output.append("\"")
    try appendJSON(key, indent: nil, depth: 0)
    output.append("\"")
  }

  mutating func appendSeparator(isFirst: Bool, indent: Int?, depth: Int) {
    if !isFirst { output.append(indent == nil ? ", " : "," as StaticString) }
    appendLineStart(indent: indent, depth: depth)
  }

  mutating func appendLineStart(indent: Int?, depth: Int) {
    guard let indent else { return }
    output.append("\n")
    for _ in 0..<(indent * depth) { output.append(UInt8(ascii: " ")) }
  }

  mutating func appendJSONText(_ bytes: UnsafeBufferPointer<UInt8>) {
    output.append("\"")
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": output.append("\\\"")
      case "\\": output.append("\\\\")
      case "\n": output.append("\\n")
      case "\r": output.append("\\r")
      case "\t": output.append("\\t")
      case "\u{8}": output.append("\\b")
      case "\u{C}": output.append("\\f")
      case "<", ">", "&", "'": appendUnicodeEscape(UInt16(scalar.value))
      default:
        if scalar.value < 32 || scalar.value > 126 {
          for unit in String(scalar).utf16 { appendUnicodeEscape(unit) }
        } else {
          output.append(UInt8(scalar.value))
        }
      }
    }
    output.append("\"")
  }

  mutating func appendUnicodeEscape(_ unit: UInt16) {
    output.append("\\u")
    for shift in stride(from: 12, through: 0, by: -4) {
      output.append(.hexDigit(UInt8(unit >> UInt16(shift) & 15)))
    }
  }
}
