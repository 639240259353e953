/// One record as it stands in an export.
struct SourceRecord: Sendable, Equatable {
  /// A path inside the export: `Posts.xml`.
  var file: String
  /// Both from 1, the column in Unicode scalars.
  var line: Int
  var column: Int
  var bytes: [UInt8]
}
