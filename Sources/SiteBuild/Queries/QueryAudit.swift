internal import OpenData

/// Holds the results of queries against the rule that no number tells about too few people.
///
/// What is published is suppressed already, so that no query can learn a hidden count. But one can
/// subtract its way to a small group whose size nobody would print. Such a number follows the counts
/// of people: where all of those are a thousand times as large, so is it, while a share or a growth
/// stays what it was.
struct QueryAudit: Sendable {
  private let enlarged: OpenDatabase
  private let people: CountsOfPeople

  init(_ database: OpenDatabase, threshold: Int) throws(QueryFault) {
    people = CountsOfPeople(threshold)
    enlarged = try database.changed(by: QueryAudit.enlargement)
  }

  private static let enlargement = [
    """
    UPDATE measurements SET value = value * 1009, low = low * 1009, high = high * 1009
    WHERE unit = 'people'
    """,
    // Of the mean people of a thread `n` counts threads; around a campaign it counts weeks, of items too.
    """
    UPDATE measurements SET n = n * 1009
    WHERE metric IN (SELECT metric FROM metrics WHERE about_people = 1)
      AND metric <> 'participation_depth.people'
      AND (metric NOT LIKE 'campaign_effect.%' OR segment LIKE '%;measure=new_contributors')
    """,
  ]

  /// The first number of a result that is a count of fewer people than the threshold.
  func leak(in result: QueryResult, of sql: String) throws(QueryFault) -> QueryFault? {
    isSuspect(result) ? leak(in: result, enlarged: try enlarged.run(sql)) : nil
  }

  /// The same for a query with parameters and the rows that they are taken from.
  func leak(
    in results: [QueryResult], of sql: String, forEach rows: QueryResult, _ range: Range<Int>
  ) throws(QueryFault) -> QueryFault? {
    guard results.contains(where: isSuspect) else { return nil }
    let others = try enlarged.run(sql, forEach: rows, in: range)
    for (index, (result, other)) in zip(results, others).enumerated() {
      guard var leak = leak(in: result, enlarged: other) else { continue }
      leak.message += ", on the page of row \(range.lowerBound + index + 1)"
      return leak
    }
    return nil
  }

  /// What a query gives where every count of people is so many times as large, with parameters from a
  /// row of such a result.
  func enlarged(
    _ sql: String, forEach rows: QueryResult = .nothing, row: Int = 0
  ) throws(QueryFault) -> QueryResult {
    try enlarged.run(sql, forEach: rows, in: row..<row + 1)[0]
  }

  private func isSuspect(_ result: QueryResult) -> Bool {
    result.rows.contains { row in row.contains { isSmall($0) || $0.holdsDigits } }
  }

  private func leak(in result: QueryResult, enlarged other: QueryResult) -> QueryFault? {
    for (index, column) in result.columns.enumerated() {
      // Beside the same words first: the number of another row says nothing of this one.
      let unmoved = Dictionary(grouping: other.rows, by: words).mapValues { numbers(in: $0, index) }
      let anywhere = numbers(in: other.rows, index)
      let texts = Set(other.rows.map(\.[index]).filter(\.holdsDigits).map(\.raw))
      let moved = Dictionary(grouping: texts.map(TextNumbers.init), by: \.words)
      for (number, row) in result.rows.enumerated() {
        let value = row[index]
        let isLeak =
          if let count = value.number {
            isSmall(value) && !(unmoved[words(row)] ?? anywhere).contains(count)
          } else {
            value.holdsDigits && !texts.contains(value.raw) && people.isLeak(value.raw, moved)
          }
        guard isLeak else { continue }
        var leak = QueryFault(
          "`\(column)` of row \(number + 1) is \(value.raw), worked out of counts of people",
          fix: "ask for a share, or for groups of at least \(people.threshold) people")
        leak.isRevealing = true
        return leak
      }
    }
    return nil
  }

  private func words(_ row: [SQLValue]) -> [String] {
    row.filter { $0.number == nil }.map(\.raw)
  }

  private func numbers(in rows: [[SQLValue]], _ column: Int) -> Set<Double> {
    Set(rows.compactMap(\.[column].number))
  }

  private func isSmall(_ value: SQLValue) -> Bool { value.number.map(people.isSmall) ?? false }
}

extension SQLValue {
  fileprivate var holdsDigits: Bool {
    guard case .text(let text) = self else { return false }
    return text.utf8.contains { (0x30...0x39).contains($0) }
  }
}
