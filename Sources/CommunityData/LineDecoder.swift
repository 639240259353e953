internal import Basics
internal import JSONText

/// Reads one line after the other as a flat record of known fields; a name that is not known is a
/// fault.
struct LineDecoder: ~Copyable {
  private var reader: JSONReader
  private let names: [String]
  private var record = JSONRecord()

  init(names: [String]) {
    reader = JSONReader(knownNames: names)
    self.names = names
  }

  /// Makes a line the current one; what the other calls return points into it.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
    record = try reader.read(padded: line)
    let root = record[0]
    guard root.kind == .object else {
      throw JSONFault(offset: root.offset, reason: "an object is needed, not \(root.kind.words)")
    }
    if record.firstUnknownName >= 0 { throw unknown(record[record.firstUnknownName]) }
  }

  /// The value of a field, of whatever kind.
  func token(_ field: Int) -> JSONToken? {
    let index = record.index(ofField: field)
    return index < 0 ? nil : record[index]
  }

  /// The value of a field; nil when it is absent or null, which say the same.
  func value(_ field: Int, _ kind: JSONToken.Kind) throws(JSONFault) -> JSONToken? {
    guard let token = token(field) else { return nil }
    if token.kind == kind { return token }
    if token.kind == .null { return nil }
    let found = token.kind == .double && kind == .integer ? "a fraction" : token.kind.words
    throw JSONFault(
      offset: token.offset, reason: "`\(names[field])` holds \(found), not \(kind.words)")
  }

  /// A text and where it stands in the line.
  struct Text {
    var bytes: UnsafeBufferPointer<UInt8>
    /// Of its opening quote.
    var offset: Int
    /// In bytes, with its escapes and without its quotes.
    var sourceLength: Int
  }

  func text(_ field: Int) throws(JSONFault) -> Text? {
    try value(field, .string).map {
      Text(bytes: $0.text, offset: $0.offset, sourceLength: $0.integer)
    }
  }

  /// A text that must be there and not be empty.
  func required(_ field: Int) throws(JSONFault) -> JSONToken {
    guard let token = try value(field, .string) else {
      throw JSONFault(offset: 0, reason: "`\(names[field])` is missing")
    }
    if token.text.isEmpty {
      throw JSONFault(offset: token.offset, reason: "`\(names[field])` is empty")
    }
    return token
  }

  func string(_ field: Int) throws(JSONFault) -> String? {
    try value(field, .string)?.string
  }

  func moment(_ field: Int) throws(JSONFault) -> Timestamp? {
    guard let token = try value(field, .string) else { return nil }
    if let moment = Timestamp(bytes: token.text) { return moment }
    throw JSONFault(
      offset: token.offset,
      reason: "`\(names[field])` is no moment as in 2026-11-21T08:00:00Z: `\(token.string)`")
  }

  /// One of the names of an enumeration.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: Int
  ) throws(JSONFault) -> Choice? {
    guard let token = try value(field, .string) else { return nil }
    if let choice = Choice(rawValue: token.string) { return choice }
    throw unknown(token, among: Choice.allCases.map(\.rawValue), "`\(names[field])`")
  }

  /// The elements of a list.
  func elements(
    _ field: Int, _ body: (_ element: JSONToken, _ index: Int) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard let list = try value(field, .array) else { return }
    var index = record.index(ofField: field) + 1
    let end = index + list.span
    while index < end {
      try body(record[index], index)
      index = record.end(of: index)
    }
  }

  /// The texts of a list of texts.
  func texts(
    _ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(JSONFault) {
    try elements(field) { element, _ throws(JSONFault) in
      guard element.kind == .string else {
        throw JSONFault(
          offset: element.offset,
          reason:
            "`\(names[field])` lists \(element.kind.words), not \(JSONToken.Kind.string.words)")
      }
      body(element.text)
    }
  }

  /// The fields of an object that is an element of a list, by name.
  func members(
    of index: Int, named known: [String]
  ) throws(JSONFault) -> [String: JSONToken] {
    let object = record[index]
    guard object.kind == .object else {
      throw JSONFault(
        offset: object.offset, reason: "an object is needed, not \(object.kind.words)")
    }
    var found: [String: JSONToken] = [:]
    var at = index + 1
    while at < index + 1 + object.span {
      let name = record[at]
      if !known.contains(name.string) { throw unknown(name, among: known, "field") }
      found[name.string] = record[at + 1]
      at = record.end(of: at + 1)
    }
    return found
  }

  private func unknown(_ name: JSONToken) -> JSONFault {
    unknown(name, among: names, "field")
  }

  private func unknown(_ token: JSONToken, among known: [String], _ what: String) -> JSONFault {
    let advice = suggestion(for: token.string, among: known).map { "; " + $0 } ?? ""
    return JSONFault(offset: token.offset, reason: "unknown \(what) `\(token.string)`\(advice)")
  }
}
