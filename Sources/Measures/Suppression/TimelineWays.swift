/// The shortest ways over a timeline from and to its moments, each found when it is first asked for.
struct TimelineWays {
  typealias Ways = DifferenceBounds.Ways

  /// The spans whose counts are not known.
  let hidden: [(count: Int, from: Int, to: Int)]
  private let forward: DifferenceBounds
  private let backward: DifferenceBounds
  private var after: [Int: Ways] = [:]
  private var before: [Int: Ways] = [:]

  init(_ bounds: DifferenceBounds, hidden: [(count: Int, from: Int, to: Int)]) {
    self.hidden = hidden
    forward = bounds
    backward = bounds.reversed()
  }

  mutating func ways(from moment: Int) -> Ways {
    if let known = after[moment] { return known }
    let found = forward.ways(from: moment)
    after[moment] = found
    return found
  }

  /// The ways that lead from all others to a moment.
  mutating func ways(to moment: Int) -> Ways {
    if let known = before[moment] { return known }
    let found = backward.ways(from: moment)
    before[moment] = found
    return found
  }

  /// The counts on a way that leads from one moment to a place, and from another place to one.
  func counts(_ before: Ways, to start: Int, _ after: Ways, to end: Int) -> [Int] {
    backward.counts(before, to: start) + forward.counts(after, to: end)
  }
}
