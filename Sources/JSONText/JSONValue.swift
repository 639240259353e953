/// One value of a small JSON document, with its place; objects keep the order of their fields.
///
/// For files such as a manifest; lines of large files are read as ``JSONRecord``s.
package struct JSONValue: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([JSONField])
  }

  package var content: Content
  /// Where it begins in the document, in bytes; a string begins at its opening quote.
  package var offset: Int

  package init(_ content: Content, offset: Int = 0) {
    self.content = content
    self.offset = offset
  }

  /// The value of an object's field; nil when it has none or this is no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let fields) = content else { return nil }
    return fields.first { $0.name == name }?.value
  }

  package var string: String? {
    if case .string(let text) = content { text } else { nil }
  }

  package var integer: Int? {
    if case .integer(let number) = content { number } else { nil }
  }

  /// A number of either kind.
  package var double: Double? {
    switch content {
    case .integer(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }

  package var bool: Bool? {
    if case .bool(let flag) = content { flag } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let values) = content { values } else { nil }
  }

  package var object: [JSONField]? {
    if case .object(let fields) = content { fields } else { nil }
  }

  /// What it is, in words for a diagnostic: `a string`.
  package var kindName: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .double: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// One field of a JSON object.
package struct JSONField: Sendable, Hashable {
  package var name: String
  /// Where the name begins in the document, in bytes.
  package var offset: Int
  package var value: JSONValue

  package init(name: String, offset: Int = 0, value: JSONValue) {
    self.name = name
    self.offset = offset
    self.value = value
  }
}
