internal import Basics
internal import JSONText

/// Reads the lines of `members.ndjson` and `channels.ndjson`.
struct RecordBatch<Record: Sendable>: Sendable {
  var records: [Record] = []
  var lineCount = 0
  var bad: [BadLine] = []

  /// Reads each line of a piece with a decoder for the names of its fields.
  static func read(
    _ piece: LinePiece, names: [String],
    _ record: (borrowing LineDecoder) throws(JSONFault) -> Record
  ) -> RecordBatch {
    var batch = RecordBatch()
    var decoder = LineDecoder(names: names)
    batch.lineCount = piece.forEachLine { line, number in
      do throws(JSONFault) {
        try decoder.read(line)
        batch.records.append(try record(decoder))
      } catch {
        batch.bad.append(BadLine(line, number: number, error))
      }
    }
    return batch
  }
}

extension Member {
  static let fieldNames = [
    "id", "kind", "role", "joined", "level", "organisation", "discoverable", "display",
  ]

  init(_ line: borrowing LineDecoder) throws(JSONFault) {
    self.init(id: try line.required(0).string)
    guard let kind: Kind = try line.choice(1) else { throw missing("kind") }
    guard let role: Role = try line.choice(2) else { throw missing("role") }
    self.kind = kind
    self.role = role
    joined = try line.moment(3)
    level = try line.string(4)
    organisation = try line.string(5)?.shown
    discoverable = try line.value(6, .bool)?.bool
    display = try line.string(7)?.shown
    if let name = try line.value(7, .string), role != .staff {
      throw JSONFault(offset: name.offset, reason: "`display` is for staff only")
    }
  }
}

extension Channel {
  static let fieldNames = ["id", "name", "parent"]

  init(_ line: borrowing LineDecoder) throws(JSONFault) {
    self.init(
      id: try line.required(0).string, name: try line.required(1).string.shown,
      parent: try line.string(2))
  }
}

extension Attribution {
  static let fieldNames = ["member", "name", "profile"]

  init(_ line: borrowing LineDecoder) throws(JSONFault) {
    self.init(
      member: try line.required(0).string, name: try line.required(1).string.shown,
      profile: try line.string(2))
  }
}

private func missing(_ name: String) -> JSONFault {
  JSONFault(offset: 0, reason: "`\(name)` is missing")
}
