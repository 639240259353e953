/// What anybody can work out about counts of people from those that are shown.
///
/// Each count starts as what it is when shown and as `least…∞` when hidden; every relation then
/// narrows each of its counts by the bounds of the others, until nothing moves.
struct IntervalAudit {
  /// Large enough never to be reached, small enough to be added up.
  static let unbounded = Int.max / 1_000_000

  private(set) var low: [Int]
  private(set) var high: [Int]
  /// The relation that last moved a bound; -1 when none did.
  private(set) var lowReason: [Int]
  private(set) var highReason: [Int]
  private let relations: [Relation]

  /// Sum of sign × count ≤ 0, over indexes of counts.
  struct Relation {
    var counts: [Int]
    var signs: [Int]
    /// The relation of the table it came from.
    var origin: Int
  }

  init(low: [Int], high: [Int], relations: [Relation]) {
    self.low = low
    self.high = high
    lowReason = [Int](repeating: -1, count: low.count)
    highReason = lowReason
    self.relations = relations
    // Bounds on integers settle in a few sweeps; whoever needs more than this to work out a count
    // would be chasing ever smaller steps.
    for _ in 0..<100 where !sweep() { break }
  }

  /// How many whole numbers a count may be.
  func feasible(_ count: Int) -> Int {
    high[count] >= IntervalAudit.unbounded ? IntervalAudit.unbounded : high[count] - low[count] + 1
  }

  /// Whether anything moved.
  private mutating func sweep() -> Bool {
    var moved = false
    for relation in relations.indices where narrow(relation) { moved = true }
    return moved
  }

  private mutating func narrow(_ index: Int) -> Bool {
    let relation = relations[index]
    var least = 0
    var open = 0
    var lastOpen = -1
    for (place, count) in relation.counts.enumerated() {
      if relation.signs[place] > 0 {
        least += low[count]
      } else if high[count] >= IntervalAudit.unbounded {
        open += 1
        lastOpen = place
      } else {
        least -= high[count]
      }
    }
    guard open <= 1 else { return false }
    var moved = false
    for place in relation.counts.indices where open == 0 || place == lastOpen {
      if tighten(relation, place, least) { moved = true }
    }
    return moved
  }

  /// `least` is the smallest the sum can be, without the one unbounded count if there is one.
  private mutating func tighten(_ relation: Relation, _ place: Int, _ least: Int) -> Bool {
    let count = relation.counts[place]
    if relation.signs[place] > 0 {
      let bound = low[count] - least
      guard bound < high[count] else { return false }
      high[count] = bound
      highReason[count] = relation.origin
    } else {
      let others = high[count] >= IntervalAudit.unbounded ? least : least + high[count]
      guard others > low[count] else { return false }
      low[count] = others
      lowReason[count] = relation.origin
    }
    return true
  }
}
