internal import OpenData

/// A named query of a page with what it gave.
struct PageQuery: Sendable {
  /// What blocks and values of the page call it: `busiest_rooms`.
  var name: String
  var sql: String
  var result: QueryResult
}
