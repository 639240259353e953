/// Shortest paths over a timeline on which only some differences are known.
struct DifferenceBounds {
  private let totals: [Int]
  private var edges: [[Edge]]

  /// total(to) − total(from) ≤ length; of which count it is known, -1 for the running total's own
  /// order.
  struct Edge {
    var to: Int
    var length: Int
    var count: Int
  }

  init(totals: [Int]) {
    self.totals = totals
    edges = totals.indices.map { $0 > 0 ? [Edge(to: $0 - 1, length: 0, count: -1)] : [] }
  }

  /// Adds low ≤ total(to) − total(from) ≤ high.
  mutating func know(_ count: Int, from: Int, to: Int, low: Int, high: Int) {
    if high < BoundAudit.unbounded {
      edges[from].append(Edge(to: to, length: high, count: count))
    }
    edges[to].append(Edge(to: from, length: -low, count: count))
  }

  /// The shortest ways from a moment to all others, after Dijkstra.
  ///
  /// Lengths may be negative; measured against the true totals, which keep every bound, none is.
  func paths(from start: Int) -> Paths {
    var paths = Paths(start: start, count: totals.count)
    var queue = MinimumQueue()
    queue.push(0, start)
    while let (slack, moment) = queue.pop() {
      guard slack == paths.slack[moment] else { continue }
      for edge in edges[moment] {
        let next = slack + edge.length - (totals[edge.to] - totals[moment])
        if next < paths.slack[edge.to] {
          paths.slack[edge.to] = next
          paths.before[edge.to] = (moment, edge.count)
          queue.push(next, edge.to)
        }
      }
    }
    return paths
  }

  /// The largest that total(end) − total(start) can be; nil when there is no bound.
  func largest(_ paths: Paths, to end: Int) -> Int? {
    let slack = paths.slack[end]
    return slack == .max ? nil : slack + totals[end] - totals[paths.start]
  }

  struct Paths {
    let start: Int
    /// How far a way is longer than the true difference.
    var slack: [Int]
    /// The moment before on the shortest way, and the count whose bound leads from there.
    var before: [(moment: Int, count: Int)]

    init(start: Int, count: Int) {
      self.start = start
      slack = [Int](repeating: .max, count: count)
      before = [(Int, Int)](repeating: (-1, -1), count: count)
      slack[start] = 0
    }

    /// The counts whose bounds make up the shortest way to a moment.
    func counts(to end: Int) -> [Int] {
      var counts: [Int] = []
      var moment = end
      while moment != start {
        let (previous, count) = before[moment]
        if count >= 0 { counts.append(count) }
        moment = previous
      }
      return counts
    }
  }
}
