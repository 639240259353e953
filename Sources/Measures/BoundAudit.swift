/// What anybody can work out about counts of people from those that are shown.
///
/// Each count starts as what it is when shown and as `least…∞` when hidden; every relation and every
/// timeline then narrows each of its counts by the bounds of the others, until nothing moves.
struct BoundAudit {
  /// Large enough never to be reached, small enough to be added up.
  static let unbounded = Int.max / 1_000_000

  private(set) var low: [Int]
  private(set) var high: [Int]
  /// The counts by which a bound was last moved.
  private(set) var lowCauses: [[Int]]
  private(set) var highCauses: [[Int]]

  /// Sum of sign × count ≤ 0, over indexes of counts.
  struct Relation {
    var counts: [Int]
    var signs: [Int]
  }

  /// A timeline whose spans are indexes of counts.
  struct Differences {
    var totals: [Int]
    var spans: [(count: Int, from: Int, to: Int)]
  }

  init(low: [Int], high: [Int], relations: [Relation], timelines: [Differences]) {
    self.low = low
    self.high = high
    lowCauses = [[Int]](repeating: [], count: low.count)
    highCauses = lowCauses
    // Whoever needs more rounds than this to work out a count is chasing ever smaller steps.
    for _ in 0..<4 {
      for _ in 0..<50 where !sweep(relations) { break }
      var moved = false
      for timeline in timelines where narrow(timeline) { moved = true }
      if !moved { break }
    }
  }

  /// How many whole numbers a count may be.
  func feasible(_ count: Int) -> Int {
    high[count] >= BoundAudit.unbounded ? BoundAudit.unbounded : high[count] - low[count] + 1
  }

  /// Whether anything moved.
  private mutating func sweep(_ relations: [Relation]) -> Bool {
    var moved = false
    for relation in relations where narrow(relation) { moved = true }
    return moved
  }

  private mutating func narrow(_ relation: Relation) -> Bool {
    // The least the sum can be, leaving out counts without an upper bound on the right.
    var least = 0
    var open: [Int] = []
    for (place, count) in relation.counts.enumerated() {
      if relation.signs[place] > 0 {
        least += low[count]
      } else if high[count] < BoundAudit.unbounded {
        least -= high[count]
      } else {
        open.append(place)
      }
    }
    guard open.count <= 1 else { return false }
    var moved = false
    for place in open.isEmpty ? Array(relation.counts.indices) : open {
      let count = relation.counts[place]
      if relation.signs[place] > 0 {
        if lower(count, to: low[count] - least, because: relation.counts) { moved = true }
      } else {
        let others = open.isEmpty ? least + high[count] : least
        if raise(count, to: others, because: relation.counts) { moved = true }
      }
    }
    return moved
  }

  private mutating func narrow(_ timeline: Differences) -> Bool {
    var bounds = DifferenceBounds(totals: timeline.totals)
    for (count, from, to) in timeline.spans {
      bounds.know(count, from: from, to: to, low: low[count], high: high[count])
    }
    let hidden = timeline.spans.filter { low[$0.count] != high[$0.count] }
    var moved = false
    for (start, spans) in Dictionary(grouping: hidden, by: \.from).sorted(by: { $0.key < $1.key }) {
      let paths = bounds.paths(from: start)
      for span in spans {
        guard let most = bounds.largest(paths, to: span.to), most < high[span.count] else {
          continue
        }
        if lower(span.count, to: most, because: paths.counts(to: span.to)) { moved = true }
      }
    }
    for (start, spans) in Dictionary(grouping: hidden, by: \.to).sorted(by: { $0.key < $1.key }) {
      let paths = bounds.paths(from: start)
      for span in spans {
        guard let most = bounds.largest(paths, to: span.from), -most > low[span.count] else {
          continue
        }
        if raise(span.count, to: -most, because: paths.counts(to: span.from)) { moved = true }
      }
    }
    return moved
  }

  private mutating func lower(_ count: Int, to bound: Int, because causes: [Int]) -> Bool {
    guard bound < high[count] else { return false }
    high[count] = bound
    highCauses[count] = causes
    return true
  }

  private mutating func raise(_ count: Int, to bound: Int, because causes: [Int]) -> Bool {
    guard bound > low[count] else { return false }
    low[count] = bound
    lowCauses[count] = causes
    return true
  }
}
