internal import CommunityData

extension Metric {
  static let conversion = Metric(
    id: .conversion,
    title: "Conversion",
    definition: "How many newcomers stay for a second item, for ten, and become helpers.",
    formula: """
      Of the people whose first counted item fell on a day of the period that ended at least 30 days \
      before the snapshot's end: those with a second item within 30 days of the first; of these, those with at \
      least ten items by now; of these, those who by now answered at least three different people. \
      All three are shares of the same newcomers, so each is at most the one before.
      """,
    parts: [
      Part("second_item", .share, "Wrote again within 30 days", people: true, better: .up),
      Part("ten_items", .share, "And wrote at least ten items so far", people: true, better: .up),
      Part(
        "helper", .share, "And answered at least three people so far", people: true, better: .up),
    ],
    segments: [],
    periods: [.month, .quarter, .year, .all],
    source: "CHAOSS Conversion Rate",
    weaknesses: ["Recent newcomers had less time for ten items and for helping than earlier ones."],
    needs: [.threads],
    example: WorkedExample(
      until: "2018-06-30 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t2", "ben", "2018-01-04 09:00"),
        .init("t3", "cleo", "2018-01-05 10:00"), .init("t4", "dana", "2018-01-05 11:00"),
        .init("t1", "dana", "2018-01-06 12:00", .reply, count: 7),
        .init("t2", "dana", "2018-01-07 13:00", .reply),
        .init("t3", "dana", "2018-03-08 14:00", .reply),
        .init("t3", "ana", "2018-01-31 10:00", .reply),
        .init("t3", "ben", "2018-04-01 10:00", .reply),
      ].sorted { $0.at < $1.at },
      gives: [
        .init("second_item", "2018-01", is: 0.5), .init("ten_items", "2018-01", is: 0.25),
        .init("helper", "2018-01", is: 0.25),
      ]),
    procedure: .people(ConversionCounts.self))
}

extension Findings {
  fileprivate mutating func add(
    _ place: Measurement.Place, _ settled: Int, _ reached: [Int]
  ) {
    let cohort = PeopleCell(.settled, place.period)
    people[cohort] = settled
    var before = cohort
    for (level, count) in zip(ConversionLevel.allCases, reached) {
      let cell = PeopleCell(.reached(level), place.period)
      let missed = PeopleCell(.missed(level), place.period)
      people[cell] = count
      people[missed] = settled - count
      relations.append(.equal(cohort, [cell, missed]))
      if before != cohort {
        let between = PeopleCell(.between(level), place.period)
        people[between] = (people[before] ?? 0) - count
        relations.append(.equal(before, [cell, between]))
      }
      relations.append(.atMost([cell], [before]))
      before = cell
      rows.append(
        Finding(
          part: level.rawValue, place: place, outcome: .share(count, of: settled),
          rests: [cohort, cell]))
    }
  }
}

/// New people who have been here for thirty days, by the day of their first item.
private struct ConversionCounts: PeopleCounts {
  private(set) var settled: Tally
  /// By level.
  private(set) var reached: [Tally]

  init(_ frame: Frame) {
    settled = Tally(frame.calendar)
    reached = ConversionLevel.allCases.map { _ in Tally(frame.calendar) }
    let month = PeopleColumns.newcomerSeconds
    let facts = ConversionFacts(frame, within: month)
    for (author, row) in frame.people.firstRows.enumerated() where row >= 0 {
      let day = frame.days[Int(row)]
      guard day < frame.context.settledDays else { continue }
      settled.count(day: day)
      guard facts.hasSecondItem[author] else { continue }
      reached[0].count(day: day)
      guard facts.items[author] >= 10 else { continue }
      reached[1].count(day: day)
      if facts.answered[author] >= 3 { reached[2].count(day: day) }
    }
  }

  init(_ figures: MeasuredFigures) {
    settled = figures.tally(.new).cut(before: figures.context.settledDays)
    reached = ConversionLevel.allCases.map { figures.tally($0.tally) }
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    findings.timelines = zip(ConversionLevel.allCases, reached).map {
      Timeline(.reached($0), $1, context.calendar)
    }
    let further = zip(ConversionLevel.allCases, reached).dropFirst()
    findings.timelines += zip(reached, further).map { before, next in
      Timeline(.between(next.0), before - next.1, context.calendar)
    }
    for kind in Metric.conversion.periods {
      let settled = settled.byPeriod(kind, context.calendar)
      let reached = reached.map { $0.byPeriod(kind, context.calendar) }
      for (index, place) in context.calendar.places(kind).enumerated() {
        findings.add(place, settled[index], reached.map { $0[index] })
      }
    }
    return findings
  }
}

extension ConversionLevel {
  fileprivate var tally: PeopleTally {
    switch self {
    case .secondItem: .secondItem
    case .tenItems: .tenItems
    case .helper: .helper
    }
  }
}

/// One entry a member, in member order.
private struct ConversionFacts {
  private(set) var hasSecondItem: [Bool]
  private(set) var items: [Int]
  /// Distinct people answered.
  private(set) var answered: [Int]

  init(_ frame: Frame, within month: Int64) {
    let members = frame.community.members.count
    hasSecondItem = [Bool](repeating: false, count: members)
    items = [Int](repeating: 0, count: members)
    answered = items
    for row in frame.rows where frame.traits[row].contains(.byPerson) {
      let author = Int(frame.items.authors[row])
      items[author] += 1
      let first = frame.items.published[Int(frame.people.firstRows[author])]
      if items[author] == 2 { hasSecondItem[author] = frame.items.published[row] - first <= month }
    }
    let answers = AnsweredPeople(frame)
    for index in answers.rows.indices {
      let isKnown =
        index > 0 && answers.helpers[index] == answers.helpers[index - 1]
        && answers.answered[index] == answers.answered[index - 1]
      if !isKnown { answered[Int(answers.helpers[index])] += 1 }
    }
  }
}
