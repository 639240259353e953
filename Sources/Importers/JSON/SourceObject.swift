internal import JSONText

/// A JSON object of an export: its fields by name, with typed access that says what is wrong where.
///
/// A field that is absent and one that is null say the same. Valid until the next record is read.
struct SourceObject {
  /// The record as it stands in the export.
  let record: SourceRecord
  let tokens: JSONRecord
  /// Of the object's own token.
  private let index: Int
  /// What stands before its fields' names in messages: `author.`
  private let prefix: String

  init(_ record: SourceRecord, _ tokens: JSONRecord) throws(RecordFault) {
    self.record = record
    self.tokens = tokens
    index = 0
    prefix = ""
    let kind = tokens[0].kind
    if kind != .object { throw fault("it is \(kind.words), not an object", at: 0) }
  }

  private init(_ parent: SourceObject, _ index: Int, prefix: String) {
    record = parent.record
    tokens = parent.tokens
    self.index = index
    self.prefix = prefix
  }

  /// The index of a field's value; nil when it is absent or null.
  func find(_ name: StaticString) -> Int? {
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    let end = tokens.end(of: index)
    var at = index + 1
    while at < end {
      let text = tokens[at].text
      if text.count == wanted.count, text.elementsEqual(wanted) {
        return tokens[at + 1].kind == .null ? nil : at + 1
      }
      at = tokens.end(of: at + 1)
    }
    return nil
  }

  func has(_ name: StaticString) -> Bool { find(name) != nil }

  // MARK: Faults

  /// A fault of a field at its place.
  func fault(_ reason: String, at token: Int, detail: String? = nil) -> RecordFault {
    var fault = RecordFault(record, reason, detail: detail)
    var place = TextPlace(line: record.line, column: record.column)
    record.bytes.withUnsafeBufferPointer { bytes in
      place.pass(UnsafeBufferPointer(rebasing: bytes.prefix(tokens[token].offset)))
    }
    fault.record.line = place.line
    fault.record.column = place.column
    return fault
  }

  /// A fault of the object as a whole.
  func fault(_ reason: String, detail: String? = nil) -> RecordFault {
    fault(reason, at: index, detail: detail)
  }

  func missing(_ name: StaticString) -> RecordFault { fault("`\(prefix)\(name)` is missing") }

  func wrong(_ name: StaticString, _ token: Int, _ wanted: String) -> RecordFault {
    fault("`\(prefix)\(name)` is \(tokens[token].kind.words), not \(wanted)", at: token)
  }

  // MARK: Objects and lists

  /// An object that may be absent but nothing else.
  func object(_ name: StaticString) throws(RecordFault) -> SourceObject? {
    guard let token = find(name) else { return nil }
    guard tokens[token].kind == .object else { throw wrong(name, token, "an object") }
    return SourceObject(self, token, prefix: "\(prefix)\(name).")
  }

  /// The objects of a list; none when it is absent.
  func objects(_ name: StaticString) throws(RecordFault) -> [SourceObject] {
    var objects: [SourceObject] = []
    for token in try elements(name) {
      guard tokens[token].kind == .object else { throw wrong(name, token, "a list of objects") }
      objects.append(SourceObject(self, token, prefix: "\(prefix)\(name)."))
    }
    return objects
  }

  /// The texts of a list; none when it is absent.
  func strings(_ name: StaticString) throws(RecordFault) -> [String] {
    var strings: [String] = []
    for token in try elements(name) {
      guard tokens[token].kind == .string else { throw wrong(name, token, "a list of strings") }
      strings.append(tokens[token].string)
    }
    return strings
  }

  private func elements(_ name: StaticString) throws(RecordFault) -> [Int] {
    guard let list = find(name) else { return [] }
    guard tokens[list].kind == .array else { throw wrong(name, list, "a list") }
    var elements: [Int] = []
    var at = list + 1
    let end = tokens.end(of: list)
    while at < end {
      elements.append(at)
      at = tokens.end(of: at)
    }
    return elements
  }

  /// The fields of the object that are objects themselves, each with its name: `{"a": {…}, "b": 1}` → a.
  var objectFields: [(name: String, value: SourceObject)] {
    var fields: [(String, SourceObject)] = []
    var at = index + 1
    let end = tokens.end(of: index)
    while at < end {
      if tokens[at + 1].kind == .object {
        let name = tokens[at].string
        fields.append((name, SourceObject(self, at + 1, prefix: "\(prefix)\(name).")))
      }
      at = tokens.end(of: at + 1)
    }
    return fields
  }
}
