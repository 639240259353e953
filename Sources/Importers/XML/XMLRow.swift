/// One `<row …/>` of a table dump, its attributes decoded and copied out of the parser.
struct XMLRow: Sendable {
  var record: SourceRecord
  /// Names and values, one after the other.
  private var text: [UInt8] = []
  private var fields: [(name: Range<Int>, value: Range<Int>)] = []

  init(file: String) {
    record = SourceRecord(file: file, line: 0, column: 0, bytes: [])
  }

  mutating func append(name: some Sequence<UInt8>, value: some Sequence<UInt8>) {
    let start = text.count
    text += name
    let middle = text.count
    text += value
    fields.append((start..<middle, middle..<text.count))
  }

  /// The bytes of an attribute; nil when the row has none of that name.
  subscript(name: StaticString) -> ArraySlice<UInt8>? {
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    for field in fields where text[field.name].elementsEqual(wanted) {
      return text[field.value]
    }
    return nil
  }

  func string(_ name: StaticString) -> String? {
    self[name].map { String(decoding: $0, as: UTF8.self) }
  }

  /// A whole number; nil when the attribute is absent or is none.
  func integer(_ name: StaticString) -> Int? {
    string(name).flatMap { Int($0) }
  }
}

/// What stands in a table dump: a row, or bytes that are none.
enum XMLRecord: Sendable {
  case row(XMLRow)
  case fault(RecordFault)
}
