/// A mail as it stands in an export, the `From ` line of its mbox left out.
struct RawMail: Sendable {
  var record: SourceRecord
  /// Where the header begins in the record's bytes.
  var start: Int
  /// What stands behind the mbox's `From `: an address and a date; empty for a file of its own.
  var envelope: ArraySlice<UInt8>

  var bytes: ArraySlice<UInt8> { record.bytes[start...] }
}

/// What stands in a mailbox: a mail, or bytes that are none.
enum MailRecord: Sendable {
  case mail(RawMail)
  case fault(RecordFault)
}
