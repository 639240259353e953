internal import Basics

/// The published tables, ready for queries whose results are the same in every build.
package struct QueryTables: Sendable {
  package let published: OpenDatabase
  /// The same with the rows of every table in the opposite order.
  private let backwards: OpenDatabase

  package init(_ published: OpenDatabase) throws(QueryFault) {
    self.published = published
    backwards = try published.changed(
      by: published.names.keys.sorted().map { "UPDATE \(quoted($0)) SET rowid = -rowid" })
  }

  /// The result of one query that reads; where the order of reading shows in it, that is a fault, since
  /// then no two builds need agree.
  package func run(
    _ sql: String, _ limits: QueryLimits = QueryLimits()
  ) throws(QueryFault) -> QueryResult {
    let result = try published.run(sql, limits)
    guard result.isNearly(try backwards.run(sql, limits)) else { throw .dependsOnOrder }
    return result
  }

  /// The same for each of some rows, whose columns give the query's parameters.
  package func run(
    _ sql: String, forEach rows: QueryResult, in range: Range<Int>,
    _ limits: QueryLimits = QueryLimits()
  ) throws(QueryFault) -> [QueryResult] {
    let results = try published.run(sql, forEach: rows, in: range, limits)
    let others = try backwards.run(sql, forEach: rows, in: range, limits)
    guard zip(results, others).allSatisfy({ $0.isNearly($1) }) else { throw .dependsOnOrder }
    return results
  }
}

extension QueryFault {
  fileprivate static var dependsOnOrder: QueryFault {
    QueryFault(
      "the result depends on the order in which rows are read",
      fix: "order by columns that tell all rows apart")
  }
}

extension QueryResult {
  /// Equal but for the last digits of sums, which differ with the order of adding.
  fileprivate func isNearly(_ other: QueryResult) -> Bool {
    guard columns == other.columns, rows.count == other.rows.count else { return false }
    return zip(rows, other.rows).allSatisfy { row, other in
      zip(row, other).allSatisfy { value, other in
        if case .real(let one) = value, case .real(let two) = other {
          return abs(one - two) <= 1e-9 * max(1, abs(one))
        }
        return value == other
      }
    }
  }
}
