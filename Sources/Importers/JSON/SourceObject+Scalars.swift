internal import JSONText

extension SourceObject {
  /// The bytes of a text that may be absent; nil also when it is empty.
  func bytes(_ name: StaticString) throws(RecordFault) -> [UInt8]? {
    guard let token = find(name) else { return nil }
    guard tokens[token].kind == .string else { throw wrong(name, token, "a string") }
    let text = tokens[token].text
    return text.isEmpty ? nil : Array(text)
  }

  /// A text that may be absent; nil also when it is empty.
  func optionalString(_ name: StaticString) throws(RecordFault) -> String? {
    guard let token = find(name) else { return nil }
    guard tokens[token].kind == .string else { throw wrong(name, token, "a string") }
    return tokens[token].text.isEmpty ? nil : tokens[token].string
  }

  /// A text that must be there.
  func string(_ name: StaticString) throws(RecordFault) -> String {
    guard let text = try optionalString(name) else { throw missing(name) }
    return text
  }

  /// An id, which platforms write as a text or as a whole number.
  func optionalID(_ name: StaticString) throws(RecordFault) -> String? {
    guard let token = find(name) else { return nil }
    switch tokens[token].kind {
    case .integer: return String(tokens[token].integer)
    case .string: return tokens[token].text.isEmpty ? nil : tokens[token].string
    default: throw wrong(name, token, "a string or a whole number")
    }
  }

  /// An id that must be there.
  func id(_ name: StaticString) throws(RecordFault) -> String {
    guard let id = try optionalID(name) else { throw missing(name) }
    return id
  }

  /// A whole number that may be absent but no larger than a count can be; fractions are rounded.
  func optionalNumber(_ name: StaticString) throws(RecordFault) -> Int? {
    guard let token = find(name) else { return nil }
    switch tokens[token].kind {
    case .integer where tokens[token].integer.magnitude < Int32.max.magnitude:
      return tokens[token].integer
    case .double where abs(tokens[token].double) < Double(Int32.max):
      return Int(tokens[token].double.rounded())
    case .integer, .double, .bigInteger:
      throw fault("`\(name)` is a number out of range", at: token)
    default: throw wrong(name, token, "a number")
    }
  }

  /// True only when the field is there and true.
  func flag(_ name: StaticString) throws(RecordFault) -> Bool {
    guard let token = find(name) else { return false }
    guard tokens[token].kind == .bool else { throw wrong(name, token, "true or false") }
    return tokens[token].bool
  }

  /// What kind of value a field has; nil when it is absent or null.
  func kind(_ name: StaticString) -> JSONToken.Kind? { find(name).map { tokens[$0].kind } }
}
