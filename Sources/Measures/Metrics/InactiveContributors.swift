internal import Basics
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
    findings.timelines = [inactiveTimeline(tally, context.calendar)]
    for kind in Period.Kind.allCases {
      let places = context.calendar.places(kind)
      let inactive = tally.byPeriod(kind, context.calendar)
      findings.add(.inactive, places, inactive)
      findings.tieGone(places, inactive, context)
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

/// The running total of inactive people, with their counts by period and up to the beginning of each.
private func inactiveTimeline(_ tally: Tally, _ calendar: WindowCalendar) -> Timeline {
  let gone = Timeline.stretches(of: .gone, calendar).map { stretch in
    Timeline.Stretch(cell: stretch.cell, days: 0..<stretch.days.lowerBound)
  }
  return Timeline(tally, Timeline.stretches(of: .inactive, calendar) + gone)
}

extension Findings {
  /// Who is inactive since before a period did not write in it, and had come by then as had those who did.
  /// And all others wrote in it or later, if it began so long ago that whoever was silent since is inactive:
  /// who had come by its end and did not write in it was away for a whole period, and so returned.
  fileprivate mutating func tieGone(
    _ places: [Measurement.Place], _ inactive: [Int], _ context: MeasureContext
  ) {
    let everybody = PeopleCell(.contributors, .all)
    let last = places.lastIndex { context.isSilence(since: $0.period) }
    var gone = 0
    for (index, place) in places.enumerated().dropFirst() {
      gone += inactive[index - 1]
      // Earlier weeks have so many people after them that it tells nothing.
      guard place.period.kind != .week || index >= places.count - 26 else { continue }
      people[PeopleCell(.gone, place.period)] = gone
      let known = [PeopleCell(.contributors, place.period), PeopleCell(.gone, place.period)]
      let soFar = PeopleCell.everSoFar(place.period, at: index)
      relations.append(.atMost(known, [soFar ?? everybody]))
      guard let last, index <= last else { continue }
      let later = places[(index + 1)...].map(\.period)
      let returned = later.map { PeopleCell(.returning, $0) }
      let came = soFar == nil ? later.map { PeopleCell(.new, $0) } : []
      relations.append(.atMost([soFar ?? everybody], known + returned + came))
    }
    guard let last else { return }
    let since = places[last...].map { PeopleCell(.contributors, $0.period) }
    relations.append(.atMost([everybody], [PeopleCell(.gone, places[last].period)] + since))
  }
}

extension MeasureContext {
  /// Whether whoever wrote last before a period is inactive by the end of what is known.
  fileprivate func isSilence(since period: Period) -> Bool {
    guard let first = period.firstDay else { return false }
    return end - (Int64(first.daysSinceEpoch) * 86_400 - zoneOffset) >= silence
  }
}
