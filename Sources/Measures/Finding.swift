/// A number before it is decided whether it may be shown; never leaves this module.
struct Finding: Sendable {
  /// Empty for a metric of one part.
  var part: String
  var place: Measurement.Place
  var outcome: Outcome
  /// The counts of people the number tells or rests on: it is shown only if each of them may be.
  var rests: [PeopleCell] = []

  enum Outcome: Sendable, Equatable {
    case estimate(Estimate)
    case undefined(UndefinedReason)
    case notMeasurable(MeasurableField)
  }
}

extension Finding {
  /// A plain count.
  init(_ part: String = "", _ place: Measurement.Place, _ count: Int) {
    self.init(part: part, place: place, outcome: .estimate(Estimate(count)))
  }

  /// A count of people.
  init(_ part: String = "", _ place: Measurement.Place, people: Int, as cell: PeopleCell) {
    self.init(part: part, place: place, outcome: .estimate(Estimate(people)), rests: [cell])
  }

  /// A share of things that are not people, with its Wilson interval.
  init(_ part: String = "", _ place: Measurement.Place, share hits: Int, of n: Int) {
    self.init(part: part, place: place, outcome: .share(hits, of: n))
  }

  init(_ part: String, _ segment: Segment, missing field: MeasurableField) {
    let place = Measurement.Place(period: .all, segment: segment, cutOff: [])
    self.init(part: part, place: place, outcome: .notMeasurable(field))
  }
}

extension [Findings] {
  /// The counts of all; those that several know are the same.
  var people: [PeopleCell: Int] {
    reduce(into: [:]) { all, one in all.merge(one.people) { first, _ in first } }
  }
}

extension Finding.Outcome {
  /// A share with its 95 % Wilson interval, or undefined when there is nothing to take a share of.
  static func share(_ hits: Int, of n: Int) -> Finding.Outcome {
    guard n > 0 else { return .undefined(.nothing) }
    let (low, high) = wilsonInterval(hits, of: n)
    return .estimate(Estimate(Double(hits) / Double(n), n: n, low: low, high: high))
  }
}

/// What one metric found: its rows, and the counts of people they rest on with all that ties those
/// counts to one another.
struct Findings: Sendable {
  var rows: [Finding] = []
  var people: [PeopleCell: Int] = [:]
  var relations: [LinearRelation] = []
  var timelines: [Timeline] = []
  /// Counts that several relations tie crosswise, so that what one of them hides another may tell:
  /// of each group all are shown or none.
  var joint: [[PeopleCell]] = []
  /// Counts that are hidden and covered as one of few people is, however large they are.
  var forced: Set<PeopleCell> = []

  /// One row and one count of people a period.
  mutating func add(_ count: PeopleCell.Count, _ places: [Measurement.Place], _ people: [Int]) {
    for (place, number) in zip(places, people) {
      let cell = PeopleCell(count, place.period)
      self.people[cell] = number
      rows.append(Finding("", place, people: number, as: cell))
    }
  }
}
