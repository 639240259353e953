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

/// Returning people by period, and those who wrote in the period before as well.
private struct ReturningCounts: PeopleCounts {
  private var counts: [(kind: Period.Kind, returning: [Int], stayed: [Int])] = []

  init(_ frame: Frame) {
    for kind in Metric.returningContributors.periods {
      let (returning, stayed) = knownPeople(frame, kind)
      counts.append((kind, returning, stayed))
    }
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    let contributors = figures.of(.contributors)
    for kind in Metric.returningContributors.periods {
      let returning = try figures.counts("", kind)
      let everybody = try contributors.counts("", kind)
      let new = figures.tally(.new).byPeriod(kind, figures.context.calendar)
      let stayed = returning.indices.map { everybody[$0] - new[$0] - returning[$0] }
      counts.append((kind, returning, stayed))
    }
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    for (kind, returning, stayed) in counts {
      let places = context.calendar.places(kind)
      findings.add(.returning, places, returning)
      findings.tieReturning(places, stayed)
    }
    return findings
  }
}

extension Findings {
  fileprivate mutating func tieReturning(_ places: [Measurement.Place], _ stayed: [Int]) {
    for (index, place) in places.enumerated() {
      let everybody = PeopleCell(.contributors, place.period)
      let returning = PeopleCell(.returning, place.period)
      let some = [PeopleCell(.new, place.period), returning]
      relations.append(.atMost(some, [everybody]))
      // Everybody is new, is returning, or was there in the period before.
      guard index > 0 else { continue }
      let before = PeopleCell(.contributors, places[index - 1].period)
      relations.append(.atMost([everybody], some + [before]))
      let both = PeopleCell(.stayed, place.period)
      people[both] = stayed[index]
      relations.append(.equal(PeopleCell(.notNew, place.period), [returning, both]))
      // Whoever wrote last in the period before is none of those who wrote in both.
      let gone = PeopleCell(.inactive, places[index - 1].period)
      relations.append(.atMost([both, gone], [before]))
    }
  }
}

/// Who wrote before a period, by period: those who did not in the one before it, and those who did.
private func knownPeople(
  _ frame: Frame, _ kind: Period.Kind
) -> (returning: [Int], stayed: [Int]) {
  let indexOfDay = frame.calendar.indexOfDay(kind)
  var returning = [Int](repeating: 0, count: frame.calendar.places(kind).count)
  var stayed = returning
  var lastSeen = [Int32](repeating: -1, count: frame.community.members.count)
  for row in frame.rows where frame.traits[row].contains(.byPerson) {
    let author = Int(frame.items.authors[row])
    let period = indexOfDay[Int(frame.days[row])]
    let last = lastSeen[author]
    if last >= 0, last < period - 1 { returning[Int(period)] += 1 }
    if last >= 0, last == period - 1 { stayed[Int(period)] += 1 }
    lastSeen[author] = period
  }
  return (returning, stayed)
}
