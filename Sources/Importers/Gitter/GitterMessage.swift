internal import Basics

/// A row of a Gitter archive: seven columns, room id and address, time, author's id and name,
/// message id, text in Markdown.
struct GitterMessage: Sendable {
  static let columns = 7

  let room: String
  /// `FreeCodeCamp/arabic`
  let roomName: String
  let published: Timestamp
  /// For the order within a second.
  let milliseconds: Int
  /// Empty when the account is gone.
  let authorID: String
  let authorName: String
  let id: String
  let text: [UInt8]
  let record: SourceRecord

  init(_ row: DelimitedRow) throws(RecordFault) {
    record = row.record
    room = row.string(0)
    roomName = row.string(1)
    guard let time = Timestamp(rfc3339: row.fields[2]) else {
      throw RecordFault(row.record, "the time is not one", value: row.string(2))
    }
    published = time
    milliseconds = GitterMessage.milliseconds(row.fields[2])
    authorID = row.string(3)
    authorName = row.string(4)
    id = row.string(5)
    text = row.fields[6]
    if room.isEmpty || roomName.isEmpty { throw RecordFault(row.record, "it names no room") }
    if id.isEmpty { throw RecordFault(row.record, "it has no message id") }
  }

  /// The fraction of a second: `2016-09-17T11:04:16.074Z` → 74.
  private static func milliseconds(_ time: [UInt8]) -> Int {
    guard time.at(19) == UInt8(ascii: ".") else { return 0 }
    let end = time.end(from: 20, limit: 3, while: ByteClass.isDigit)
    let digits = time[20..<end] + repeatElement(0x30, count: 3 - (end - 20))
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
