internal import OpenData
internal import Synchronization

/// Runs the queries of all pages over the published tables. What that takes is made once, when the first
/// page asks.
///
/// A class, since all pages share it.
final class QueryRunner: Sendable {
  /// What is published.
  let database: OpenDatabase
  /// The fewest people that a number may tell of.
  private let threshold: Int
  private let plain = Mutex<Tools?>(nil)
  private let indexed = Mutex<Tools?>(nil)

  init(_ database: OpenDatabase, threshold: Int) {
    self.database = database
    self.threshold = threshold
  }

  private struct Tools: Sendable {
    let tables: QueryTables
    let audit: QueryAudit

    init(_ database: OpenDatabase, threshold: Int) throws(QueryFault) {
      tables = try QueryTables(database)
      audit = try QueryAudit(database, threshold: threshold)
    }
  }

  /// What a query of one page gave; a fault with `isRevealing` where nobody may be told that.
  func run(_ sql: String, named name: String) throws(QueryFault) -> PageQuery {
    let tools = try plainTools()
    let query = PageQuery(name: name, sql: sql, result: try tools.tables.run(sql))
    if let leak = try tools.audit.leak(in: query.result, of: sql) { throw leak }
    return query
  }

  /// What a query with parameters gave for each of some rows.
  func run(_ sql: String, forEach rows: QueryResult) throws(QueryFault) -> [QueryResult] {
    let tools = try indexed.withLock { tools throws(QueryFault) in
      if let tools { return tools }
      let made = try Tools(database.changed(by: Self.indices), threshold: threshold)
      tools = made
      return made
    }
    return try inParallel(rows.rows.count, by: 250) { range throws(QueryFault) in
      let results = try tools.tables.run(sql, forEach: rows, in: range)
      if let leak = try tools.audit.leak(in: results, of: sql, forEach: rows, range) { throw leak }
      return results
    }
  }

  // MARK: Numbers worked out of results

  /// Whether a text that was worked out of results may say how few people there are.
  func isSuspect(_ text: String) -> Bool { CountsOfPeople(threshold).isSuspect(text) }

  /// Whether it does, where it says another text with every count of people a thousand times as large.
  func isLeak(_ text: String, enlarged other: String) -> Bool {
    CountsOfPeople(threshold).isLeak(text, enlarged: other)
  }

  /// What a query gives with every count of people a thousand times as large.
  func enlarged(
    _ sql: String, forEach rows: QueryResult = .nothing, row: Int = 0
  ) throws(QueryFault) -> QueryResult {
    try plainTools().audit.enlarged(sql, forEach: rows, row: row)
  }

  private func plainTools() throws(QueryFault) -> Tools {
    try plain.withLock { tools throws(QueryFault) in
      if let tools { return tools }
      let made = try Tools(database, threshold: threshold)
      tools = made
      return made
    }
  }

  /// By these a row finds its numbers without looking at all the others.
  private static let indices = [
    "CREATE INDEX measurements_by_segment ON measurements (segment, metric, community)",
    "CREATE INDEX measurements_by_metric ON measurements (metric, community, segment)",
    "CREATE INDEX measurements_by_community ON measurements (community, metric, segment)",
    "CREATE INDEX segments_by_segment ON segments (segment, community)",
    "CREATE INDEX segments_by_name ON segments (name, community)",
  ]
}
