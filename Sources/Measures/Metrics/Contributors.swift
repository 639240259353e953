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

/// Distinct people by period.
private struct ContributorCounts: PeopleCounts {
  private let people: PeopleByPeriod

  init(_ frame: Frame) {
    people = PeopleByPeriod(Period.Kind.allCases) { distinctPeople(frame, $0) }
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    people = try PeopleByPeriod(Period.Kind.allCases, in: figures)
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    for (kind, counts) in people.counts {
      findings.add(.contributors, context.calendar.places(kind), counts)
    }
    findings.relations = nesting(of: .contributors, in: context.calendar)
    return findings
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
