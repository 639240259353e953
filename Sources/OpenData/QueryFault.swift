internal import Basics

/// Why a query was not run, or not to its end, or why its result is not shown.
package struct QueryFault: Error, Equatable {
  package var message: String
  package var fix: String?
  /// The byte of the query it is about, where that is known.
  package var offset: Int?
  /// Whether it was run, and tells what nobody should print.
  package var isRevealing = false

  package init(_ message: String, fix: String? = nil, at offset: Int? = nil) {
    self.message = message
    self.fix = fix
    self.offset = offset
  }

  /// A column that rows do not have.
  package static func unknownColumn(
    _ name: String, among known: [String], at offset: Int? = nil
  ) -> QueryFault {
    QueryFault(
      "the rows have no column `\(name)`",
      fix: suggestion(for: name, among: known)
        ?? "they have " + known.map { "`\($0)`" }.joined(separator: ", "), at: offset)
  }
}
