internal import JSONText

/// The fields of JSON objects by the names on the way to them: `user.name`.
///
/// A class, since each of millions of records refers to it.
final class JSONColumnPaths: Sendable {
  /// The first names on the way to the fields, each once.
  let firstNames: [String]
  /// The number of each field's first name; -1 for a field without a column.
  private let firsts: [Int]
  private let rests: [[[UInt8]]]
  private let map: ColumnMap

  init(_ map: ColumnMap) {
    let fields = ColumnMap.Field.allCases
    var firstNames: [String] = []
    var firsts = Array(repeating: -1, count: fields.count)
    var rests = Array(repeating: [[UInt8]](), count: fields.count)
    for (index, field) in fields.enumerated() {
      guard let column = map.columns[field] else { continue }
      let names = column.split(separator: ".").map(String.init)
      guard let first = names.first else { continue }
      if let known = firstNames.firstIndex(of: first) {
        firsts[index] = known
      } else {
        firsts[index] = firstNames.count
        firstNames.append(first)
      }
      rests[index] = names.dropFirst().map { Array($0.utf8) }
    }
    (self.map, self.firstNames, self.firsts, self.rests) = (map, firstNames, firsts, rests)
  }

  /// The fields whose names are not those that are looked for anyway.
  var namedByAuthor: [ColumnMap.Field] {
    ColumnMap.Field.allCases.filter { field in
      map.columns[field].map { $0 != field.name } ?? false
    }
  }

  func name(of field: ColumnMap.Field) -> String { map.columns[field] ?? field.name }

  /// Whether a record has a field, be there nothing in it.
  func isThere(_ field: ColumnMap.Field, in object: SourceObject) -> Bool {
    let first = firsts[field.rawValue]
    guard first >= 0, object.tokens.index(ofField: first) >= 0 else { return false }
    return rests[field.rawValue].isEmpty || find(field, in: object) != nil
  }

  /// The index of a field's value among a record's tokens; nil when it is absent or null.
  func find(_ field: ColumnMap.Field, in object: SourceObject) -> Int? {
    let first = firsts[field.rawValue]
    guard first >= 0 else { return nil }
    let value = object.tokens.index(ofField: first)
    guard value >= 0, !object.tokens.isNull(value) else { return nil }
    let rest = rests[field.rawValue]
    return rest.isEmpty ? value : object.find(rest, in: value)
  }
}

/// A JSON object read by a column map.
struct JSONColumns: ColumnRecord {
  let object: SourceObject
  let paths: JSONColumnPaths

  var record: SourceRecord { object.record }

  func withText<Result>(
    of field: ColumnMap.Field,
    _ body: (UnsafeBufferPointer<UInt8>) throws(RecordFault) -> Result
  ) throws(RecordFault) -> Result? {
    guard let index = paths.find(field, in: object) else { return nil }
    if let text = object.tokens.string(index) { return text.isEmpty ? nil : try body(text) }
    guard let text = object.text(of: index) else {
      throw fault(
        "`\(paths.name(of: field))` is \(object.tokens[index].kind.words), not a text", in: field)
    }
    return text.isEmpty ? nil : try text.withUnsafeBufferPointer(body)
  }

  func fault(_ reason: String, in field: ColumnMap.Field) -> RecordFault {
    guard let index = paths.find(field, in: object) else { return object.fault(reason) }
    return object.fault(reason, at: index)
  }
}

extension SourceObject {
  /// A value as text: a text, a number, a truth value, or a list of texts joined with commas; nil for
  /// anything else.
  func text(of index: Int) -> [UInt8]? {
    let token = tokens[index]
    switch token.kind {
    case .string: return Array(token.text)
    case .integer: return Array(String(token.integer).utf8)
    case .double:
      // JSON has one kind of number: 12.0 is the id that another record calls 12.
      let text = Int(exactly: token.double).map { String($0) } ?? String(token.double)
      return Array(text.utf8)
    case .bool: return Array((token.bool ? "true" : "false").utf8)
    case .array:
      let elements = (index + 1..<tokens.end(of: index)).map { tokens[$0] }
      guard elements.allSatisfy({ $0.kind == .string }) else { return nil }
      return Array(elements.map(\.string).joined(separator: ",").utf8)
    default: return nil
    }
  }

  /// The value at the end of a path (`user.name`) as text; nil when it is absent, null or empty.
  func text(path: String) throws(RecordFault) -> [UInt8]? {
    guard let index = find(path: path) else { return nil }
    if let text = text(of: index) { return text.isEmpty ? nil : text }
    throw fault("`\(path)` is \(tokens[index].kind.words), not a text", at: index)
  }
}
