internal import CommunityData

extension Metric {
  static let newContributors = Metric(
    id: .newContributors,
    title: "New contributors",
    definition: "How many people wrote here for the first time ever.",
    formula: """
      People whose first counted item in the whole snapshot was published in the period. Each \
      person is new once, so shorter periods add up to longer ones.
      """,
    parts: [Part("", .people, "People who wrote for the first time", people: true, better: .up)],
    segments: [],
    periods: Period.Kind.allCases,
    source: "CHAOSS New Contributors",
    weaknesses: [
      "Where the snapshot begins after the community did, old hands look new in its first months.",
      "Somebody who comes back under a new account is new again.",
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-02-28 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t1", "ben", "2018-01-03 10:00", .reply),
        .init("t2", "ben", "2018-02-01 09:00"), .init("t2", "cleo", "2018-02-02 09:00", .reply),
      ],
      gives: [
        .init("", "2018-01", is: 2), .init("", "2018-02", is: 1), .init("", "2018", is: 3),
      ]),
    procedure: .people(NewCounts.self))
}

/// New people by day.
private struct NewCounts: PeopleCounts {
  private let tally: Tally

  init(_ frame: Frame) {
    tally = frame.newPeople
  }

  init(_ figures: MeasuredFigures) {
    tally = figures.tally(.new)
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    findings.timelines = [newPeopleTimeline(tally, context)]
    for kind in Period.Kind.allCases {
      let places = context.calendar.places(kind)
      let people = tally.byPeriod(kind, context.calendar)
      findings.add(.new, places, people)
      findings.tieToContributors(places, people)
    }
    return findings
  }
}

extension Frame {
  /// People by the day of their first item.
  var newPeople: Tally {
    var tally = Tally(calendar)
    for row in people.firstRows where row >= 0 { tally.count(day: days[Int(row)]) }
    return tally
  }
}

extension PeopleCell {
  /// Everybody who had come by the end of a period, which is so many in the window; nil of later weeks,
  /// that have so many people before them that it tells nothing.
  static func everSoFar(_ period: Period, at index: Int) -> PeopleCell? {
    period.kind != .week || index < 26 ? PeopleCell(.everSoFar, period) : nil
  }
}

extension Findings {
  /// Who is new in a period wrote in it, and who wrote in it is new in it or before.
  fileprivate mutating func tieToContributors(_ places: [Measurement.Place], _ people: [Int]) {
    var soFar = 0
    for (index, place) in places.enumerated() {
      let new = PeopleCell(.new, place.period)
      let contributors = PeopleCell(.contributors, place.period)
      relations.append(
        index == 0 ? .equal(contributors, [new]) : .atMost([new], [contributors]))
      soFar += people[index]
      guard let everSoFar = PeopleCell.everSoFar(place.period, at: index) else { continue }
      self.people[everSoFar] = soFar
      relations.append(.atMost([contributors], [everSoFar]))
    }
  }
}
