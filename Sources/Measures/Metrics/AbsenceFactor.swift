internal import CommunityData

extension Metric {
  static let contributorAbsenceFactor = Metric(
    id: .contributorAbsenceFactor,
    title: "Contributor absence factor",
    definition: "The fewest people who together wrote at least half of everything.",
    formula: """
      People in order of their counted items in the period, most first: how many of them it takes to \
      reach half of all items by people who still have an account. Beside it the Gini coefficient of \
      items a person: 0 when all wrote the same, near 1 when one wrote nearly all; with the people in \
      ascending order, 2 × Σ(rank × items) ÷ (people × items) − (people + 1) ÷ people. It is shown \
      only where the factor is, which it would narrow.
      """,
    parts: [
      Part("", .people, "People who wrote half of the items", people: true, better: .up),
      Part("gini", .score, "How unevenly items are spread", people: true),
    ],
    segments: [],
    periods: [.month, .quarter, .year, .all],
    source: "CHAOSS Contributor Absence Factor; Gini 1912",
    weaknesses: [
      "Fewer people than the threshold cannot be told, though that is when the number matters most: "
        + "a hidden factor beside a shown number of contributors means that few write half."
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00", count: 1000),
        .init("t1", "ben", "2018-01-03 10:00", .reply, count: 433),
        .init("t1", "cleo", "2018-01-03 11:00", .reply, count: 343),
        .init("t1", "dana", "2018-01-03 12:00", .reply, count: 332),
        .init("t1", "emil", "2018-01-03 13:00", .reply, count: 202),
        .init("t1", "fred", "2018-01-03 14:00", .reply, count: 90),
        .init("t1", "gina", "2018-01-03 15:00", .reply, count: 42),
        .init("t1", "hugo", "2018-01-03 16:00", .reply, count: 33),
      ],
      gives: [.init("", "2018-01", is: 2), .init("gini", "2018-01", is: 0.4855050505050505)]),
    procedure: .people(AbsenceCounts.self))
}

/// How the items of a period are spread over people.
private struct ItemSpread {
  var people: Int
  /// How many of them wrote half.
  var factor: Int
  var gini: Double
}

extension Findings {
  fileprivate mutating func add(_ spread: ItemSpread, at place: Measurement.Place) {
    let everybody = PeopleCell(.contributors, place.period)
    let top = PeopleCell(.topHalf, place.period)
    people[top] = spread.factor
    relations.append(.atMost([top], [everybody]))
    func outcome(_ value: Double) -> Finding.Outcome {
      spread.people == 0 ? .undefined(.nothing) : .estimate(Estimate(value, n: spread.people))
    }
    rows += [
      Finding(
        part: "", place: place, outcome: outcome(Double(spread.factor)), rests: [everybody, top]),
      // How unevenly the items of a few are spread tells how many of them wrote half.
      Finding(part: "gini", place: place, outcome: outcome(spread.gini), rests: [everybody, top]),
    ]
  }
}

private struct AbsenceCounts: PeopleCounts {
  /// Of each period, the kinds one after the other.
  private var spreads: [ItemSpread] = []

  init(_ frame: Frame) {
    for kind in Metric.contributorAbsenceFactor.periods {
      for counts in itemsByPerson(frame, kind) {
        let gini = counts.isEmpty ? 0 : giniCoefficient(counts)
        spreads.append(
          ItemSpread(people: counts.count, factor: absenceFactor(counts), gini: gini))
      }
    }
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    for kind in Metric.contributorAbsenceFactor.periods {
      for place in figures.context.calendar.places(kind) {
        let head = try figures.row("", place.period)
        // Where nobody wrote there is neither number.
        if head.n ?? 0 == 0, head.value == nil {
          spreads.append(ItemSpread(people: 0, factor: 0, gini: 0))
          continue
        }
        spreads.append(
          ItemSpread(
            people: try figures.size("", place.period),
            factor: try figures.count("", place.period),
            gini: try figures.value("gini", place.period)))
      }
    }
  }

  func findings(_ context: MeasureContext) -> Findings {
    let places = Metric.contributorAbsenceFactor.periods.flatMap(context.calendar.places)
    var findings = Findings()
    for (place, spread) in zip(places, spreads) { findings.add(spread, at: place) }
    return findings
  }
}

/// The items of each person in each period, fewest first.
private func itemsByPerson(_ frame: Frame, _ kind: Period.Kind) -> [[Int]] {
  let indexOfDay = frame.calendar.indexOfDay(kind)
  var periods = [[Int]](repeating: [], count: frame.calendar.places(kind).count)
  var counts = [Int](repeating: 0, count: frame.community.members.count)
  var seen: [Int] = []
  var current = 0
  func close() {
    periods[current] = seen.map { counts[$0] }.sorted()
    for author in seen { counts[author] = 0 }
    seen.removeAll(keepingCapacity: true)
  }
  for row in frame.rows where frame.traits[row].contains(.byPerson) {
    let period = Int(indexOfDay[Int(frame.days[row])])
    if period != current {
      close()
      current = period
    }
    let author = Int(frame.items.authors[row])
    if counts[author] == 0 { seen.append(author) }
    counts[author] += 1
  }
  close()
  return periods
}

/// [33, 42, 90, 202, 332, 343, 433, 1000] → 2
private func absenceFactor(_ ascending: [Int]) -> Int {
  let all = ascending.reduce(0, +)
  var sum = 0
  var people = 0
  for count in ascending.reversed() where sum * 2 < all {
    sum += count
    people += 1
  }
  return people
}

private func giniCoefficient(_ ascending: [Int]) -> Double {
  let n = Double(ascending.count)
  let all = Double(ascending.reduce(0, +))
  let ranked = ascending.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
  return 2 * Double(ranked) / (n * all) - (n + 1) / n
}
