/// Whole documents.
extension JSONValue {
  /// Reads a document, with or without a byte order mark; offsets count from its first byte.
  package init(parsing bytes: [UInt8]) throws(JSONFault) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let padded = bytes + repeatElement(0, count: JSONReader.padding)
    self = try padded.withUnsafeBufferPointer { buffer throws(JSONFault) in
      do throws(JSONFault) {
        var reader = JSONReader()
        let text = UnsafeBufferPointer(rebasing: buffer[mark..<bytes.count])
        let record = try reader.read(padded: text)
        var position = 0
        return try JSONValue(in: record, at: &position, shiftedBy: mark)
      } catch {
        // Faults of the reader count from behind the mark.
        throw JSONFault(offset: error.offset + mark, reason: error.reason)
      }
    }
  }

  /// Takes the value at a position and moves the position behind it.
  private init(
    in record: JSONRecord, at position: inout Int, shiftedBy mark: Int
  ) throws(JSONFault) {
    let token = record[position]
    let end = record.end(of: position)
    position += 1
    offset = token.offset + mark
    switch token.kind {
    case .null, .name: content = .null
    case .bool: content = .bool(token.bool)
    case .integer: content = .integer(token.integer)
    case .double: content = .double(token.double)
    case .string: content = .string(token.string)
    case .bigInteger:
      throw JSONFault(offset: token.offset, reason: token.kind.words)
    case .array:
      var values: [JSONValue] = []
      while position < end {
        values.append(try JSONValue(in: record, at: &position, shiftedBy: mark))
      }
      content = .array(values)
    case .object:
      var fields: [JSONField] = []
      while position < end {
        let name = record[position]
        position += 1
        let value = try JSONValue(in: record, at: &position, shiftedBy: mark)
        fields.append(JSONField(name: name.string, offset: name.offset + mark, value: value))
      }
      content = .object(fields)
    }
  }
}
