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
    measure: measureNewContributors)
}

private func measureNewContributors(_ frame: Frame) -> Findings {
  var tally = Tally(frame.calendar)
  for row in frame.people.firstRows where row >= 0 {
    tally.count(day: frame.days[Int(row)])
  }
  var findings = Findings()
  findings.timelines = [newPeopleTimeline(tally, frame)]
  for kind in Period.Kind.allCases {
    let places = frame.calendar.places(kind)
    let people = tally.byPeriod(kind, frame.calendar)
    findings.add(.new, places, people)
    findings.tieToContributors(places, people)
  }
  return findings
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
      // Later weeks have so many people before them that it tells nothing.
      guard place.period.kind != .week || index < 26 else { continue }
      let everSoFar = PeopleCell(.everSoFar, place.period)
      self.people[everSoFar] = soFar
      relations.append(.atMost([contributors], [everSoFar]))
    }
  }
}
