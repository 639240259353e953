/// Counts of distinct people by period, for some kinds of period.
struct PeopleByPeriod: Sendable {
  private(set) var counts: [(kind: Period.Kind, people: [Int])] = []

  init(_ kinds: [Period.Kind], _ count: (Period.Kind) -> [Int]) {
    counts = kinds.map { ($0, count($0)) }
  }

  /// As the only part of a metric was told.
  init(_ kinds: [Period.Kind], in figures: MeasuredFigures) throws(MeasuredFault) {
    for kind in kinds { counts.append((kind, try figures.counts("", kind))) }
  }
}
