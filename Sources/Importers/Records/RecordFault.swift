/// A stretch of an export that cannot be read as a record, to be quarantined.
struct RecordFault: Error, Sendable, Equatable {
  /// More bytes than this of one fault are counted, not kept.
  static let keptBytes = 1 << 20

  var record: SourceRecord
  /// One of few texts, without values of the record, so that equal faults can be counted together.
  var reason: String
  /// What was wrong with this one in particular, in words of ours.
  var detail: String?
  /// What the record says where it is wrong, which is told to the user and written nowhere.
  var value: String?

  init(_ record: SourceRecord, _ reason: String, detail: String? = nil, value: String? = nil) {
    self.record = record
    self.reason = reason
    self.detail = detail
    self.value = value
  }

  /// `CreationDate is not a time: yesterday`
  var text: String { (detail ?? value).map { "\(reason): \($0)" } ?? reason }

  /// The same as it may be written: `CreationDate is not a time: xxxxxxxxx`.
  var maskedText: String {
    (detail ?? value.map(Masking.masked(value:))).map { "\(reason): \($0)" } ?? reason
  }

  /// Adds bytes as far as there is room; how many there was no room for.
  mutating func append(_ more: ArraySlice<UInt8>) -> Int {
    let room = max(0, RecordFault.keptBytes - record.bytes.count)
    record.bytes += more.prefix(room)
    return max(0, more.count - room)
  }

  mutating func trimEnd() {
    while let last = record.bytes.last, isWhiteSpace(last) { record.bytes.removeLast() }
  }
}
