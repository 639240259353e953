/// Shortest paths over a timeline on which only some differences are known.
///
/// Ways are measured by their slack: how much more than the true difference they allow. No slack is
/// negative, since the true totals keep every bound, and ways with more slack than a limit are of no
/// interest (see ``BoundAudit``).
struct DifferenceBounds {
  private let totals: [Int]
  private let limit: Int
  private let edges: [Edge]
  /// Edges that leave moment m: `edges[starts[m]..<starts[m + 1]]`.
  private var starts: [Int]

  /// total(to) − total(from) is at most the true difference and the slack.
  struct Edge {
    var from: Int
    var to: Int
    var slack: Int
    /// Of which count it is known; -1 for the running total's own order.
    var count: Int
  }

  /// What is known of one count: its bounds, by how far they are off.
  struct Known {
    var count: Int
    var from: Int
    var to: Int
    var lowSlack: Int
    var highSlack: Int
  }

  init(totals: [Int], _ known: [Known], limit: Int) {
    var edges = totals.indices.dropFirst().map {
      Edge(from: $0, to: $0 - 1, slack: totals[$0] - totals[$0 - 1], count: -1)
    }
    for span in known {
      edges.append(Edge(from: span.from, to: span.to, slack: span.highSlack, count: span.count))
      edges.append(Edge(from: span.to, to: span.from, slack: span.lowSlack, count: span.count))
    }
    edges.removeAll { $0.slack > limit }
    self.init(totals: totals, edges, limit: limit)
  }

  private init(totals: [Int], _ edges: [Edge], limit: Int) {
    self.totals = totals
    self.limit = limit
    self.edges = edges.sorted { $0.from < $1.from }
    starts = [Int](repeating: 0, count: totals.count + 1)
    for edge in edges { starts[edge.from + 1] += 1 }
    for moment in totals.indices { starts[moment + 1] += starts[moment] }
  }

  /// The same ways, walked backwards.
  func reversed() -> DifferenceBounds {
    let edges = edges.map { Edge(from: $0.to, to: $0.from, slack: $0.slack, count: $0.count) }
    return DifferenceBounds(totals: totals, edges, limit: limit)
  }

  /// The ways of least slack from a moment to all others within the limit, after Dijkstra, with one
  /// pile of moments for each slack.
  func ways(from start: Int) -> Ways {
    var ways = Ways(start: start, count: totals.count)
    var piles = [[Int]](repeating: [], count: limit + 1)
    piles[0] = [start]
    for slack in 0...limit {
      while let moment = piles[slack].popLast() {
        guard ways.slack[moment] == slack else { continue }
        spread(from: moment, slack, &ways, &piles)
      }
    }
    return ways
  }

  private func spread(from moment: Int, _ slack: Int, _ ways: inout Ways, _ piles: inout [[Int]]) {
    for index in starts[moment]..<starts[moment + 1] {
      let next = slack + edges[index].slack
      let end = edges[index].to
      guard next <= limit, next < ways.slack[end] else { continue }
      ways.slack[end] = next
      ways.edge[end] = index
      piles[next].append(end)
    }
  }

  /// The counts whose bounds make up the way to a moment.
  func counts(_ ways: Ways, to end: Int) -> [Int] {
    var counts: [Int] = []
    var moment = end
    while moment != ways.start {
      let edge = edges[ways.edge[moment]]
      if edge.count >= 0 { counts.append(edge.count) }
      moment = edge.from
    }
    return counts
  }

  struct Ways {
    let start: Int
    /// To each moment; `Int.max` beyond the limit.
    var slack: [Int]
    /// The last edge on the way to each moment.
    var edge: [Int]

    init(start: Int, count: Int) {
      self.start = start
      slack = [Int](repeating: .max, count: count)
      edge = [Int](repeating: -1, count: count)
      slack[start] = 0
    }
  }
}
