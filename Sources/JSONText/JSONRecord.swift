internal import CSimdjson

/// One JSON text as a row of tokens in the order of the text: `{"a": [1]}` is object, name, array,
/// integer.
///
/// Borrowed from a ``JSONReader``: valid until its next call.
package struct JSONRecord {
  private let tokens: UnsafeBufferPointer<csj_token>
  /// The index of the value of each known name; -1 where it has none.
  private let fields: UnsafePointer<Int32>?
  /// The index of the first name at the top level that the reader does not know; -1 for none.
  package let firstUnknownName: Int

  init(
    tokens: UnsafeBufferPointer<csj_token>, fields: UnsafePointer<Int32>?, firstUnknownName: Int
  ) {
    self.tokens = tokens
    self.fields = fields
    self.firstUnknownName = firstUnknownName
  }

  /// No tokens at all: what a variable holds before the first text is read.
  package init() {
    tokens = UnsafeBufferPointer(start: nil, count: 0)
    fields = nil
    firstUnknownName = -1
  }

  package var count: Int { tokens.count }

  package subscript(index: Int) -> JSONToken { JSONToken(tokens[index]) }

  /// Whether a value is null; of a record's many tokens most are asked nothing else.
  package func isNull(_ index: Int) -> Bool { tokens[index].kind == csj_null }

  /// The text of a string as ``JSONToken/text``; nil for any other token.
  package func string(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    let token = tokens[index]
    guard token.kind == csj_string else { return nil }
    return UnsafeBufferPointer(start: token.text, count: Int(token.text_length))
  }

  /// The index of the value of a name that the reader was told beforehand; -1 where it has none.
  package func index(ofField field: Int) -> Int { fields.map { Int($0[field]) } ?? -1 }

  /// The index behind a value and all that lies in it.
  package func end(of index: Int) -> Int { index + 1 + Int(tokens[index].span) }
}

/// A value, or the name of an object's field, which stands before its value.
package struct JSONToken {
  package enum Kind: Sendable {
    case null, bool, integer, bigInteger, double, string, name, array, object

    /// In words for a diagnostic: `a string`.
    package var words: String {
      switch self {
      case .null: "null"
      case .bool: "true or false"
      case .integer, .double: "a number"
      case .bigInteger: "a whole number beyond 64 bits"
      case .string: "a string"
      case .name: "a name"
      case .array: "a list"
      case .object: "an object"
      }
    }
  }

  package let kind: Kind
  /// Where it begins in the text, in bytes; a string begins at its opening quote.
  package let offset: Int
  /// How many tokens lie inside a list or object.
  package let span: Int
  /// For a top-level name and its value: the index among the reader's known names, else -1.
  package let field: Int
  /// Of a string: how many bytes it takes in the source, without its quotes.
  package let integer: Int
  package let double: Double
  package let bool: Bool
  /// A string or name, unescaped, valid UTF-8.
  package let text: UnsafeBufferPointer<UInt8>

  /// Whether a string stands in the source as it is, without an escape.
  package var isPlain: Bool { integer == text.count }

  package var string: String { String(decoding: text, as: UTF8.self) }

  init(_ token: csj_token) {
    kind = Kind(token.kind)
    offset = Int(token.offset)
    span = Int(token.span)
    field = Int(token.field)
    integer = Int(token.integer)
    double = token.number
    bool = token.kind == csj_true
    text = UnsafeBufferPointer(start: token.text, count: Int(token.text_length))
  }
}

extension JSONToken.Kind {
  fileprivate init(_ kind: csj_kind) {
    switch kind {
    case csj_false, csj_true: self = .bool
    case csj_integer: self = .integer
    case csj_big_integer: self = .bigInteger
    case csj_double: self = .double
    case csj_string: self = .string
    case csj_name: self = .name
    case csj_array: self = .array
    case csj_object: self = .object
    default: self = .null
    }
  }
}
