internal import CommunityData

extension Metric {
  static let returningContributors = Metric(
    id: .returningContributors,
    title: "Returning contributors",
    definition: "How many people wrote again after a break.",
    formula: """
      Distinct people with a counted item in the period, none in the period before it, and at least \
      one earlier.
      """,
    parts: [Part("", .people, "People who came back", people: true, better: .up)],
    segments: [],
    periods: [.week, .month, .quarter, .year],
    source: "CHAOSS Inactive Contributors, turned round",
    weaknesses: ["A break is a whole calendar period: from 31 January to 1 March, a month."],
    needs: [],
    example: WorkedExample(
      until: "2018-03-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t1", "ben", "2018-01-03 10:00", .reply),
        .init("t1", "ben", "2018-02-03 10:00", .reply),
        .init("t1", "ana", "2018-03-03 10:00", .reply),
        .init("t1", "ben", "2018-03-03 11:00", .reply),
        .init("t1", "cleo", "2018-03-03 12:00", .reply),
      ],
      gives: [
        .init("", "2018-01", is: 0), .init("", "2018-02", is: 0), .init("", "2018-03", is: 1),
      ]),
    procedure: .people(ReturningCounts.self))
}

/// Returning people by period.
private struct ReturningCounts: PeopleCounts {
  private let people: PeopleByPeriod

  init(_ frame: Frame) {
    people = PeopleByPeriod(Metric.returningContributors.periods) { returningPeople(frame, $0) }
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    people = try PeopleByPeriod(Metric.returningContributors.periods, in: figures)
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    for (kind, counts) in people.counts {
      let places = context.calendar.places(kind)
      findings.add(.returning, places, counts)
      findings.tieReturning(places)
    }
    return findings
  }
}

extension Findings {
  fileprivate mutating func tieReturning(_ places: [Measurement.Place]) {
    for (index, place) in places.enumerated() {
      let everybody = PeopleCell(.contributors, place.period)
      let some = [PeopleCell(.new, place.period), PeopleCell(.returning, place.period)]
      relations.append(.atMost(some, [everybody]))
      // Everybody is new, is returning, or was there in the period before.
      guard index > 0 else { continue }
      let before = PeopleCell(.contributors, places[index - 1].period)
      relations.append(.atMost([everybody], some + [before]))
    }
  }
}

private func returningPeople(_ frame: Frame, _ kind: Period.Kind) -> [Int] {
  let indexOfDay = frame.calendar.indexOfDay(kind)
  var counts = [Int](repeating: 0, count: frame.calendar.places(kind).count)
  var lastSeen = [Int32](repeating: -1, count: frame.community.members.count)
  for row in frame.rows where frame.traits[row].contains(.byPerson) {
    let author = Int(frame.items.authors[row])
    let period = indexOfDay[Int(frame.days[row])]
    if lastSeen[author] >= 0, lastSeen[author] < period - 1 { counts[Int(period)] += 1 }
    lastSeen[author] = period
  }
  return counts
}
