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
  private static let factor = 1009.0
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
  func leak(in result: QueryResult, of sql: String) throws(QueryFault) -> QueryFault? {
    isSuspect(result) ? leak(in: result, enlarged: try enlarged.run(sql)) : nil
  }

  /// The same for a query with parameters and the rows that they are taken from.
  func leak(
    in results: [QueryResult], of sql: String, forEach rows: QueryResult, _ range: Range<Int>
  ) throws(QueryFault) -> QueryFault? {
    guard results.contains(where: isSuspect) else { return nil }
    let others = try enlarged.run(sql, forEach: rows, in: range)
    return zip(results, others).lazy.compactMap { leak(in: $0, enlarged: $1) }.first
  }

  private func isSuspect(_ result: QueryResult) -> Bool {
    result.rows.contains { row in row.contains { isSmall($0) || $0.holdsDigits } }
  }

  private func leak(in result: QueryResult, enlarged other: QueryResult) -> QueryFault? {
    for (index, column) in result.columns.enumerated() {
      let unmoved = Set(other.rows.compactMap(\.[index].number))
      let texts = Set(other.rows.map(\.[index]).filter(\.holdsDigits).map(\.raw))
      let moved = Dictionary(grouping: texts.map(TextNumbers.init), by: \.words)
      for (number, row) in result.rows.enumerated() {
        let value = row[index]
        let isLeak =
          if let count = value.number {
            isSmall(value) && !unmoved.contains(count)
          } else {
            value.holdsDigits && !texts.contains(value.raw) && isLeak(value.raw, moved)
          }
        guard isLeak else { continue }
        var leak = QueryFault(
          "`\(column)` of row \(number + 1) is \(value.raw), worked out of counts of people",
          fix: "ask for a share, or for groups of at least \(threshold) people")
        leak.isRevealing = true
        return leak
      }
    }
    return nil
  }

  /// Whether a text says a small number that its like among the others says a thousandfold.
  private func isLeak(_ text: String, _ others: [[String]: [TextNumbers]]) -> Bool {
    let found = TextNumbers(text)
    return (others[found.words] ?? []).contains { other in
      zip(found.numbers, other.numbers).contains { number, other in
        // Where the text has it rounded, so is its multiple.
        isSmall(number) && abs(other - number * Self.factor) <= Self.factor / 2
      }
    }
  }

  private func isSmall(_ value: SQLValue) -> Bool { value.number.map(isSmall) ?? false }

  private func isSmall(_ number: Double) -> Bool {
    number != 0 && abs(number) < Double(threshold)
  }
}

/// The numbers in a text, and the words around them: `only 3 people` → 3, `only `, ` people`.
private struct TextNumbers {
  var numbers: [Double] = []
  var words: [String] = []

  init(_ text: String) {
    var rest = Substring(text)
    while let start = rest.firstIndex(where: \.isDigit) {
      words.append(String(rest[..<start]))
      var end = rest[start...].firstIndex { !$0.isDigit } ?? rest.endIndex
      if end < rest.endIndex, rest[end] == ".", rest[end...].dropFirst().first?.isDigit == true {
        end = rest[rest.index(after: end)...].firstIndex { !$0.isDigit } ?? rest.endIndex
      }
      if let number = Double(rest[start..<end]) { numbers.append(number) }
      rest = rest[end...]
    }
    words.append(String(rest))
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isWholeNumber }
}

extension SQLValue {
  fileprivate var holdsDigits: Bool {
    guard case .text(let text) = self else { return false }
    return text.utf8.contains { (0x30...0x39).contains($0) }
  }
}
