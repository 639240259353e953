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
}
