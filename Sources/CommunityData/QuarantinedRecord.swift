/// A record that could not be read: kept with its bytes and its place, never dropped.
package struct QuarantinedRecord: Sendable, Hashable {
  /// The file of the export, or of the snapshot, that it stands in.
  package var file: String
  /// From 1.
  package var line: Int
  /// From 1, in Unicode scalars.
  package var column: Int
  package var reason: String
  /// The record as it was read, without its line end.
  package var bytes: [UInt8]

  package init(file: String, line: Int, column: Int, reason: String, bytes: [UInt8]) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.bytes = bytes
  }

  /// `posts.xml:12:5: reason`
  package var place: String { "\(file):\(line):\(column)" }
}
