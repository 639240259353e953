internal import CommunityData

extension Metric {
  static let inactiveContributors = Metric(
    id: .inactiveContributors,
    title: "Inactive contributors",
    definition: "How many people wrote their last item so far, and have been silent since.",
    formula: """
      People whose last counted item was published more than 90 days before the snapshot's end, \
      counted in the period of that item. Each person is counted once, so shorter periods add up to \
      longer ones; the last 90 days count nobody.
      """,
    parts: [
      Part("", .people, "People silent for more than 90 days since", people: true, better: .down)
    ],
    segments: [],
    periods: Period.Kind.allCases,
    source: "CHAOSS Inactive Contributors",
    weaknesses: ["Who comes back after a year was no loss, and is counted as one until then."],
    needs: [],
    example: WorkedExample(
      until: "2018-06-30 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t1", "ben", "2018-01-03 10:00", .reply),
        .init("t1", "ben", "2018-02-03 10:00", .reply),
        .init("t1", "cleo", "2018-06-03 12:00", .reply),
      ],
      gives: [
        .init("", "2018-01", is: 1), .init("", "2018-02", is: 1), .init("", "2018-06", is: 0),
        .init("", "2018", is: 2),
      ]),
    procedure: .people(InactiveCounts.self))
}

private let silence: Int64 = 90 * 86_400

/// Silent people by the day of their last item, and how many people there are.
private struct InactiveCounts: PeopleCounts {
  private var tally: Tally
  private let everybody: Int

  init(_ frame: Frame) {
    tally = Tally(frame.calendar)
    for row in frame.people.lastRows.lazy.map({ Int($0) })
    where row >= 0 && frame.end - frame.items.published[row] > silence {
      tally.count(day: frame.days[row])
    }
    everybody = frame.people.firstRows.count { $0 >= 0 }
  }

  init(_ figures: MeasuredFigures) {
    tally = figures.tally(.inactive)
    everybody = figures.tally(.new).days.reduce(0, +)
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    findings.timelines = [Timeline(.inactive, tally, context.calendar)]
    for kind in Period.Kind.allCases {
      let places = context.calendar.places(kind)
      findings.add(.inactive, places, tally.byPeriod(kind, context.calendar))
      findings.relations += places.map {
        .atMost([PeopleCell(.inactive, $0.period)], [PeopleCell(.contributors, $0.period)])
      }
    }
    let still = PeopleCell(.stillActive, .all)
    findings.people[still] = everybody - tally.days.reduce(0, +)
    findings.relations.append(
      .equal(PeopleCell(.contributors, .all), [PeopleCell(.inactive, .all), still]))
    return findings
  }
}
