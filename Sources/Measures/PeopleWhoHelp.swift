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
      the distinct people each answered in the period; the median with a 95 % interval that assumes \
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
    measure: measureHelpers)
}

private func measureHelpers(_ frame: Frame) -> Findings {
  let answers = AnsweredPeople(frame)
  var findings = Findings()
  findings.relations = nesting(of: .helpers, in: frame.calendar)
  for kind in Metric.helpers.periods {
    let places = frame.calendar.places(kind)
    for (place, reached) in zip(places, peopleReached(answers, frame, kind)) {
      let helpers = PeopleCell(.helpers, place.period)
      findings.people[helpers] = reached.count
      findings.relations.append(.atMost([helpers], [PeopleCell(.contributors, place.period)]))
      findings.rows.append(Finding("people", place, people: reached.count, as: helpers))
      let decile = quantile(reached, 0.9).map { Estimate($0, n: reached.count) }
      for (part, estimate) in [("median", Estimate(medianOf: reached)), ("p90", decile)] {
        findings.rows.append(
          Finding(
            part: part, place: place,
            outcome: estimate.map { .estimate($0) } ?? .undefined(.nothing), rests: [helpers]))
      }
    }
  }
  return findings
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
