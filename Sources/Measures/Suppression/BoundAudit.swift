/// What anybody can work out about counts of people from those that are shown.
///
/// Every bound is kept as its slack: how far it is from the true count. A shown count has slack 0 on
/// both sides; what a relation or a timeline tells of a count has the slacks of all that went into it
/// together. A count with fewer than k possible whole numbers has low and high slack of at most k − 2,
/// and so has all that led to it: bounds further off need not be followed.
struct BoundAudit {
  /// A slack too large to matter.
  static let open = Int.max / 1_000_000

  var low: [Int]
  var high: [Int]
  /// The counts by which a bound was last moved.
  var lowCauses: [[Int]]
  var highCauses: [[Int]]
  let links: SuppressionLinks
  /// Bounds further off are not followed.
  let limit: Int
  var touched: [Int] = []
  /// By relation: whether it has told all that it can of the bounds as they are.
  private var isSettled: [Bool]
  /// Bounds as they were before something was supposed, in the order in which they moved; nil while
  /// nothing is.
  var trail: [Change]?
  /// A count that would have to be both more and less than something, or, by relations that drive each
  /// other on, more or less than anything.
  var contradicted: Int?
  /// By timeline; empty before something is supposed.
  var ways: [TimelineWays] = []

  struct Change {
    var count: Int
    var isHigh: Bool
    var slack: Int
    var causes: [Int]
  }

  /// Sum of sign × count ≤ 0, over indexes of counts.
  struct Relation {
    var counts: [Int]
    var signs: [Int]
    /// How far the true sum is below 0.
    var slack: Int
  }

  /// A timeline whose spans are indexes of counts.
  struct Differences {
    var totals: [Int]
    var spans: [(count: Int, from: Int, to: Int)]
  }

  /// `low` and `high` are what is known of each count by itself.
  init(low: [Int], high: [Int], _ links: SuppressionLinks, limit: Int) {
    self.low = low
    self.high = high
    lowCauses = [[Int]](repeating: [], count: low.count)
    highCauses = lowCauses
    self.links = links
    self.limit = limit
    isSettled = [Bool](repeating: false, count: links.relations.count)
    touched = low.indices.filter { low[$0] <= limit || high[$0] <= limit }
    var isStale = [Bool](repeating: true, count: links.timelines.count)
    repeat {
      follow(&isStale)
      for (index, timeline) in links.timelines.enumerated() where isStale[index] {
        narrow(timeline)
        // Bounds that came from shortest ways make no way shorter.
        isStale[index] = false
      }
    } while !touched.isEmpty
  }

  /// How many whole numbers a count may be.
  func feasible(_ count: Int) -> Int { low[count] + high[count] + 1 }

  /// All counts whose bounds went into those of a count, itself among them. A shown one has no others
  /// behind it.
  func origins(of count: Int) -> Set<Int> {
    var seen: Set<Int> = [count]
    var front = [count]
    while let next = front.popLast() {
      for cause in lowCauses[next] + highCauses[next] where seen.insert(cause).inserted {
        front.append(cause)
      }
    }
    return seen
  }

  /// Narrows by relations until none tells more; timelines of which they tell something grow stale.
  private mutating func follow(_ isStale: inout [Bool]) {
    while let count = touched.popLast() {
      for index in links.relationsOfCount[count] where !isSettled[index] {
        let before = touched.count
        isSettled[index] = true
        narrow(links.relations[index])
        for count in touched[before...] where links.timelineOfCount[count] >= 0 {
          isStale[links.timelineOfCount[count]] = true
        }
      }
    }
  }

  mutating func narrow(_ relation: Relation) {
    // A count's bound is off by the relation's slack and by the opposite bounds of all others.
    var sum = relation.slack
    var far = -1
    for (place, count) in relation.counts.enumerated() {
      let slack = relation.signs[place] > 0 ? low[count] : high[count]
      if slack > limit {
        if far >= 0 { return }
        far = place
      } else {
        sum += slack
      }
    }
    guard sum <= limit || far < 0 else { return }
    for place in far < 0 ? 0..<relation.counts.count : far..<far + 1 {
      let count = relation.counts[place]
      let isLeft = relation.signs[place] > 0
      let own = isLeft ? low[count] : high[count]
      let slack = far < 0 ? sum - own : sum
      if isLeft {
        lower(count, to: slack, because: relation.counts)
      } else {
        raise(count, to: slack, because: relation.counts)
      }
    }
  }

  private mutating func narrow(_ timeline: Differences) {
    let bounds = bounds(of: timeline)
    let hidden = timeline.spans.filter { low[$0.count] + high[$0.count] > 0 }
    for (start, spans) in byMoment(hidden, { $0.from }) {
      let ways = bounds.ways(from: start)
      for span in spans where ways.slack[span.to] < high[span.count] {
        lower(span.count, to: ways.slack[span.to], because: bounds.counts(ways, to: span.to))
      }
    }
    for (start, spans) in byMoment(hidden, { $0.to }) {
      let ways = bounds.ways(from: start)
      for span in spans where ways.slack[span.from] < low[span.count] {
        raise(span.count, to: ways.slack[span.from], because: bounds.counts(ways, to: span.from))
      }
    }
  }

  func bounds(of timeline: Differences) -> DifferenceBounds {
    let known = timeline.spans.map {
      DifferenceBounds.Known(
        count: $0.count, from: $0.from, to: $0.to, lowSlack: low[$0.count],
        highSlack: high[$0.count])
    }
    return DifferenceBounds(totals: timeline.totals, known, limit: limit)
  }

  /// Brings the upper bound down to so much slack.
  mutating func lower(_ count: Int, to slack: Int, because causes: [Int]) {
    guard slack < high[count], slack <= limit else { return }
    trail?.append(Change(count: count, isHigh: true, slack: high[count], causes: highCauses[count]))
    high[count] = slack
    highCauses[count] = causes
    moved(count)
  }

  /// Brings the lower bound up to so much slack.
  mutating func raise(_ count: Int, to slack: Int, because causes: [Int]) {
    guard slack < low[count], slack <= limit else { return }
    trail?.append(Change(count: count, isHigh: false, slack: low[count], causes: lowCauses[count]))
    low[count] = slack
    lowCauses[count] = causes
    moved(count)
  }

  private mutating func moved(_ count: Int) {
    touched.append(count)
    // What is only supposed will be taken back.
    if trail == nil {
      for index in links.relationsOfCount[count] { isSettled[index] = false }
    }
    let isRunaway = min(low[count], high[count]) < -16 * limit
    if low[count] + high[count] < 0 || isRunaway, contradicted == nil { contradicted = count }
  }
}

private typealias Span = (count: Int, from: Int, to: Int)

/// Spans by one of their ends, in the order of time.
private func byMoment(_ spans: [Span], _ end: (Span) -> Int) -> [(Int, [Span])] {
  Dictionary(grouping: spans, by: end).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
}
