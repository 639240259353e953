internal import CommunityData

extension Metric {
  static let contributors = Metric(
    id: .contributors,
    title: "Contributors",
    definition: "How many different people wrote something in the period.",
    formula: """
      Distinct people with at least one counted item published in the period. People whose account \
      was deleted cannot be told apart and are left out; bots and boosts do not count.
      """,
    parts: [Part("", .people, "People who wrote", people: true)],
    segments: [],
    periods: Period.Kind.allCases,
    source: "CHAOSS Contributors",
    weaknesses: [
      "Somebody with two accounts is two people.",
      "Months do not add up to a year: who writes in both is one person.",
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-02-28 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t1", "ben", "2018-01-03 10:00", .reply),
        .init("t1", "ana", "2018-01-03 11:00", .reply),
        .init("t2", "ben", "2018-02-01 09:00"),
      ],
      gives: [
        .init("", "2018-01", is: 2), .init("", "2018-02", is: 1), .init("", "2018", is: 2),
      ]),
    procedure: .people(ContributorCounts.self))
}

/// Distinct people by period, and by day those who are new.
private struct ContributorCounts: PeopleCounts {
  private let people: PeopleByPeriod
  private let new: Tally

  init(_ frame: Frame) {
    people = PeopleByPeriod(Period.Kind.allCases) { distinctPeople(frame, $0) }
    new = frame.newPeople
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    people = try PeopleByPeriod(Period.Kind.allCases, in: figures)
    new = figures.tally(.new)
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    for (kind, counts) in people.counts {
      let places = context.calendar.places(kind)
      findings.add(.contributors, places, counts)
      findings.tieNotNew(places, counts, new.byPeriod(kind, context.calendar))
    }
    findings.relations += nesting(of: .contributors, in: context.calendar)
    return findings
  }
}

extension Findings {
  /// Who wrote and is not new came before; in the first period there is nobody of these.
  fileprivate mutating func tieNotNew(
    _ places: [Measurement.Place], _ contributors: [Int], _ new: [Int]
  ) {
    for (index, place) in places.enumerated().dropFirst() {
      let notNew = PeopleCell(.notNew, place.period)
      people[notNew] = contributors[index] - new[index]
      relations.append(
        .equal(
          PeopleCell(.contributors, place.period), [PeopleCell(.new, place.period), notNew]))
      let before = PeopleCell(.everSoFar, places[index - 1].period)
      relations.append(.atMost([notNew], [before]))
    }
  }
}

/// Distinct people with a counted item, by period of a kind, oldest first.
private func distinctPeople(_ frame: Frame, _ kind: Period.Kind) -> [Int] {
  let indexOfDay = frame.calendar.indexOfDay(kind)
  var counts = [Int](repeating: 0, count: frame.calendar.places(kind).count)
  var lastSeen = [Int32](repeating: -1, count: frame.community.members.count)
  for row in frame.rows where frame.traits[row].contains(.byPerson) {
    let author = Int(frame.items.authors[row])
    let period = indexOfDay[Int(frame.days[row])]
    if lastSeen[author] != period {
      lastSeen[author] = period
      counts[Int(period)] += 1
    }
  }
  return counts
}
