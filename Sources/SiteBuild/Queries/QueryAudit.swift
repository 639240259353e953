internal import OpenData

/// Holds the results of queries against the rule that no number tells about too few people.
///
/// What is published is suppressed already, so that no query can learn a hidden count. But one can
/// subtract its way to a small group whose size nobody would print. Such a number follows the counts
/// of people: where all of those are a thousand times as large, so is it, while a share or a growth
/// stays what it was.
struct QueryAudit: Sendable {
  private let enlarged: OpenDatabase
  private let threshold: Int

  init(_ database: OpenDatabase, threshold: Int) throws(QueryFault) {
    self.threshold = threshold
    enlarged = try database.changed(by: QueryAudit.enlargement)
  }

  /// A prime, so that no other number of the tables is likely to hit a multiple.
  private static let enlargement = [
    """
    UPDATE measurements SET value = value * 1009, low = low * 1009, high = high * 1009
    WHERE unit = 'people'
    """,
    """
    UPDATE measurements SET n = n * 1009
    WHERE metric IN (SELECT metric FROM metrics WHERE about_people = 1)
    """,
  ]

  /// The first number of a result that is a count of fewer people than the threshold.
  func leak(in query: PageQuery) throws(QueryFault) -> QueryFault? {
    let suspects = query.result.rows.contains { $0.contains(where: isSmall) }
    guard suspects else { return nil }
    let other = try enlarged.run(query.sql)
    for (index, column) in query.result.columns.enumerated() {
      let unmoved = Set(other.rows.compactMap(\.[index].number))
      for (number, row) in query.result.rows.enumerated() where isSmall(row[index]) {
        guard let value = row[index].number, !unmoved.contains(value) else { continue }
        return QueryFault(
          "`\(column)` of row \(number + 1) is \(row[index].raw), worked out of counts of people",
          fix: "ask for a share, or for groups of at least \(threshold) people")
      }
    }
    return nil
  }

  private func isSmall(_ value: SQLValue) -> Bool {
    guard let number = value.number else { return false }
    return number != 0 && abs(number) < Double(threshold)
  }
}
