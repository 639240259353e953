internal import CommunityData

extension Metric {
  static let helpers = Metric(
    id: .helpers,
    title: "Helpers",
    definition:
      "How many people answer others, and how many different people each of them answers.",
    formula: """
      A helper is a person with at least one counted item in the period in a thread that another \
      person began. Helpers are counted, and over them the median and the ninth decile (type 7) of \
      the distinct people each answered in the period; the median with a 95% interval that assumes \
      no distribution, from six helpers on. Deleted accounts are on neither side. Never \
      a ranked list of persons.
      """,
    parts: [
      Part("people", .people, "People who answered somebody", people: true, better: .up),
      Part("median", .ratio, "Distinct people answered by the median helper", people: true),
      Part("p90", .ratio, "Distinct people answered by a helper of the ninth decile", people: true),
    ],
    segments: [],
    periods: [.month, .quarter, .year, .all],
    source: "After \u{201C}answer people\u{201D} in studies of question-and-answer sites",
    weaknesses: ["Whoever writes in a thread helps, in this count, also with a joke."],
    needs: [.threads],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t2", "cleo", "2018-01-04 09:00"),
        .init("t1", "ben", "2018-01-05 10:00", .reply),
        .init("t2", "ben", "2018-01-05 11:00", .reply),
        .init("t2", "ben", "2018-01-05 12:00", .reply),
        .init("t2", "ana", "2018-01-05 13:00", .reply),
        .init("t1", "ana", "2018-01-05 14:00", .reply),
      ],
      gives: [
        .init("people", "2018-01", is: 2), .init("median", "2018-01", is: 1.5),
        .init("p90", "2018-01", is: 1.9),
      ]),
    procedure: .people(HelperCounts.self))
}

/// By period, the kinds one after the other: helpers, and whom they reached.
private struct HelperCounts: PeopleCounts {
  private struct Reach {
    var helpers: Int
    var median: Finding.Outcome
    var decile: Finding.Outcome
  }

  private var reaches: [Reach] = []

  init(_ frame: Frame) {
    let answers = AnsweredPeople(frame)
    for kind in Metric.helpers.periods {
      for reached in peopleReached(answers, frame, kind) {
        let decile = quantile(reached, 0.9).map { Estimate($0, n: reached.count) }
        reaches.append(
          Reach(
            helpers: reached.count,
            median: Estimate(medianOf: reached).map { .estimate($0) } ?? .undefined(.nothing),
            decile: decile.map { .estimate($0) } ?? .undefined(.nothing)))
      }
    }
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    for place in Metric.helpers.periods.flatMap(figures.context.calendar.places) {
      reaches.append(
        Reach(
          helpers: try figures.count("people", place.period),
          median: try figures.row("median", place.period).outcome(),
          decile: try figures.row("p90", place.period).outcome()))
    }
  }

  func findings(_ context: MeasureContext) -> Findings {
    let places = Metric.helpers.periods.flatMap(context.calendar.places)
    var findings = Findings()
    findings.relations = nesting(of: .helpers, in: context.calendar)
    for (place, reach) in zip(places, reaches) {
      let helpers = PeopleCell(.helpers, place.period)
      findings.people[helpers] = reach.helpers
      findings.relations.append(.atMost([helpers], [PeopleCell(.contributors, place.period)]))
      findings.rows += [
        Finding("people", place, people: reach.helpers, as: helpers),
        Finding(part: "median", place: place, outcome: reach.median, rests: [helpers]),
        Finding(part: "p90", place: place, outcome: reach.decile, rests: [helpers]),
      ]
    }
    return findings
  }
}

/// For each period, the number of distinct people that each of its helpers answered, ascending.
private func peopleReached(
  _ answers: AnsweredPeople, _ frame: Frame, _ kind: Period.Kind
) -> [[Int]] {
  let indexOfDay = frame.calendar.indexOfDay(kind)
  let periods = frame.calendar.places(kind).count
  var reached = [[Int]](repeating: [], count: periods)
  var counts = [Int](repeating: 0, count: periods)
  var touched: [Int] = []
  var lastPeriod = -1
  for index in answers.rows.indices {
    let isNewHelper = index == 0 || answers.helpers[index] != answers.helpers[index - 1]
    if isNewHelper {
      for period in touched { reached[period].append(counts[period]) }
      for period in touched { counts[period] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    let period = Int(indexOfDay[Int(frame.days[Int(answers.rows[index])])])
    let isNewPair = isNewHelper || answers.answered[index] != answers.answered[index - 1]
    // Rows of a pair come in the order of time, so the same period comes in one run.
    if isNewPair || period != lastPeriod {
      if counts[period] == 0 { touched.append(period) }
      counts[period] += 1
    }
    lastPeriod = period
  }
  for period in touched { reached[period].append(counts[period]) }
  return reached.map { $0.sorted() }
}
