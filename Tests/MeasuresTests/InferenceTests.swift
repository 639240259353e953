import Basics
import CommunityData
import Measures
import TestSupport
import Testing

/// A reader who knows that everybody is new once works out what hidden counts of newcomers can be.
@Suite("Inference") struct InferenceTests {
  @Test("leaves k whole numbers open for every hidden count", arguments: 1...6, [5, 8])
  func leavesKOpen(seed: Int, k: Int) throws {
    var dice = SeededGenerator(seed: UInt64(seed))
    let days = (0..<Int.random(in: 15...120, using: &dice)).map { _ in
      // Many in some weeks, few in others.
      Int.random(in: 0..<20, using: &dice) * 20 + Int.random(in: 0..<3, using: &dice)
    }
    let table = measure(community(newOn: days), try MeasureSettings(publicThreshold: k))
    let rows = try table.rows(metric: "new_contributors", community: "garden")
    let reader = Reader(Array(rows))
    var hidden = 0
    for row in rows where row.result == .suppressed {
      let (first, end) = reader.span(row.period)
      let truth = days.count { first <= $0 && $0 < end }
      guard (1..<k).contains(truth) else { continue }
      hidden += 1
      #expect(reader.possible(row.period) >= k, "\(row.period) of \(truth)")
    }
    #expect(hidden > 0)
  }

  private let start = 17_167

  /// One person a day named, counted from New Year's Day 2017, all within 2017 and January 2018.
  private func community(newOn days: [Int]) -> Community {
    var builder = CommunityBuilder(until: "2018-01-31T23:59:59Z")
    builder.from = "2017-01-01"
    for (person, day) in days.enumerated() {
      let date = CalendarDay(daysSinceEpoch: start + day)
      builder.post("t", by: "p\(padded(person, 4))", at: "\(date)T12:00:00Z")
    }
    return builder.community()
  }
}

/// Counts as differences of one running total: what is known of some bounds all others, by shortest
/// ways between the days on which periods begin and end (Floyd and Warshall).
private struct Reader {
  private let start = 17_167
  private let length = 396
  private var moments: [Int] = []
  /// The most by which the total at the second moment can exceed that at the first.
  private var most: [[Int]] = []

  init(_ rows: [Measurement]) {
    let spans = rows.map { span($0.period) }
    moments = Set(spans.flatMap { [$0.first, $0.end] }).sorted()
    let none = 1_000_000
    most = moments.map { from in moments.map { to in to <= from ? 0 : none } }
    for (row, span) in zip(rows, spans) {
      let (a, b) = (index(span.first), index(span.end))
      let count = row.value.map { Int($0) }
      most[a][b] = min(most[a][b], count ?? none)
      most[b][a] = min(most[b][a], -(count ?? 1))
    }
    for middle in moments.indices {
      let row = most[middle]
      for from in moments.indices where most[from][middle] < none {
        let way = most[from][middle]
        for to in moments.indices where way + row[to] < most[from][to] {
          most[from][to] = way + row[to]
        }
      }
    }
  }

  /// Days from New Year's Day 2017, inside the window.
  func span(_ period: Period) -> (first: Int, end: Int) {
    let first = period.firstDay.map { $0.daysSinceEpoch - start } ?? 0
    let end = period.endDay.map { $0.daysSinceEpoch - start } ?? length
    return (max(0, first), min(length, end))
  }

  /// How many whole numbers the count of a period may be.
  func possible(_ period: Period) -> Int {
    let (first, end) = span(period)
    let (a, b) = (index(first), index(end))
    return most[a][b] + most[b][a] + 1
  }

  private func index(_ day: Int) -> Int { moments.firstIndex(of: day) ?? 0 }
}
