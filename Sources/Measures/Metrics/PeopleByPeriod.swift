/// Counts of distinct people by period, for some kinds of period.
struct PeopleByPeriod: Sendable {
  private(set) var counts: [(kind: Period.Kind, people: [Int])] = []

  init<Fault: Error>(
    _ kinds: [Period.Kind], _ count: (Period.Kind) throws(Fault) -> [Int]
  ) throws(Fault) {
    for kind in kinds { counts.append((kind, try count(kind))) }
  }
}
