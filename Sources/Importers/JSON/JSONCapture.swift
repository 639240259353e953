/// The bytes of one record while it is being read, kept up to a bound.
struct JSONCapture: Sendable {
  /// More than this of one record is counted, not kept: it is a fault.
  static let longestRecord = 64 << 20

  private(set) var record: SourceRecord
  /// Bytes there was no room for.
  private(set) var lost = 0

  init(file: String, at place: TextPlace) {
    record = SourceRecord(file: file, line: place.line, column: place.column, bytes: [])
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let room = max(0, JSONCapture.longestRecord - record.bytes.count)
    record.bytes.append(contentsOf: bytes.prefix(room))
    lost += max(0, bytes.count - room)
  }

  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The record as a fault, with the first of its bytes.
  func fault(_ reason: String) -> RecordFault {
    var fault = RecordFault(record, reason)
    fault.record.bytes = Array(record.bytes.prefix(RecordFault.keptBytes))
    let dropped = record.bytes.count - fault.record.bytes.count + lost
    if dropped > 0 { fault.detail = "\(dropped) further bytes are not kept" }
    return fault
  }

  /// Why the record cannot be kept; nil when it can.
  var overflow: RecordFault? {
    lost == 0 ? nil : fault("it is larger than \(JSONCapture.longestRecord >> 20) MiB")
  }
}
