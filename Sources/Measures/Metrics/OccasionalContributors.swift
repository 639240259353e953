internal import Basics
internal import CommunityData

extension Metric {
  static let occasionalContributors = Metric(
    id: .occasionalContributors,
    title: "Occasional contributors",
    definition: "Which share of the people of the last twelve months wrote fewer than five items.",
    formula: """
      People with one to four counted items in the twelve calendar months before the period, divided \
      by people with at least one. Periods with less than twelve months of the window before them \
      have no row.
      """,
    parts: [Part("", .share, "Share of people with fewer than five items", people: true)],
    segments: [],
    periods: [.month, .quarter, .year],
    source: "CHAOSS Occasional Contributors",
    weaknesses: ["Five is a convention; in a quiet place five items are many."],
    needs: [],
    example: WorkedExample(
      until: "2019-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-01 09:00"),
        .init("t1", "ben", "2018-03-30 10:00", .reply, count: 5),
        .init("t1", "ana", "2018-05-03 12:00", .reply, count: 3),
        .init("t1", "ana", "2019-01-03 12:00", .reply),
      ],
      gives: [.init("", "2019-01", is: 0.5), .init("", "2019", is: 0.5)]),
    procedure: .people(OccasionalCounts.self))
}

private let monthsBefore = 12
private let fewItems = 5

/// The twelve months before each month of the window: those of its first year have no numbers.
private struct OccasionalCounts: PeopleCounts {
  private let years: [TrailingYear]

  init(_ frame: Frame) {
    years = trailingYears(frame)
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    var years: [TrailingYear] = []
    let calendar = figures.context.calendar
    for (month, place) in calendar.places(.month).enumerated() {
      let (hits, n) =
        hasWholeYear(before: month, calendar)
        ? try figures.share("", place.period) : (hits: 0, of: 0)
      years.append(TrailingYear(active: n, occasional: hits))
    }
    self.years = years
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    findings.add(years, context.calendar)
    return findings
  }
}

extension Findings {
  fileprivate mutating func add(_ years: [TrailingYear], _ calendar: WindowCalendar) {
    let months = calendar.places(.month)
    for (month, year) in years.enumerated() where hasWholeYear(before: month, calendar) {
      let cells = YearCells(months[month].period)
      people[cells.active] = year.active
      people[cells.occasional] = year.occasional
      people[cells.frequent] = year.active - year.occasional
      relations.append(.equal(cells.active, [cells.occasional, cells.frequent]))
      relations += surroundings(of: month, months.map(\.period))
    }
    for kind in Metric.occasionalContributors.periods {
      for (index, place) in calendar.places(kind).enumerated() {
        let month = calendar.indexes(.month, touching: kind, at: index).lowerBound
        guard hasWholeYear(before: month, calendar) else { continue }
        let cells = YearCells(months[month].period)
        let place = Measurement.Place(period: place.period, segment: .all, cutOff: [])
        rows.append(
          Finding(
            part: "", place: place,
            outcome: .share(years[month].occasional, of: years[month].active),
            rests: [cells.active, cells.occasional]))
      }
    }
  }
}

/// Whether the window holds all days of the twelve months before one of its months.
private func hasWholeYear(before month: Int, _ calendar: WindowCalendar) -> Bool {
  let firstIsCut = calendar.places(.month).first?.cutOff.contains(.start) == true
  return month >= monthsBefore + (firstIsCut ? 1 : 0)
}

/// The people of twelve months, and those of them with few items.
private struct TrailingYear {
  var active: Int
  var occasional: Int
}

/// The counts of the twelve months before a month.
private struct YearCells {
  var active, occasional, frequent: PeopleCell

  init(_ month: Period) {
    active = PeopleCell(.activeYear, month)
    occasional = PeopleCell(.occasional, month)
    frequent = PeopleCell(.frequent, month)
  }
}

/// What the months' and the calendar year's contributors tell about a year's.
private func surroundings(of month: Int, _ months: [Period]) -> [LinearRelation] {
  func contributors(_ index: Int) -> PeopleCell { PeopleCell(.contributors, months[index]) }
  let active = PeopleCell(.activeYear, months[month])
  let inside = (month - monthsBefore..<month).map(contributors)
  var relations: [LinearRelation] = [.atMost([active], inside)]
  relations += inside.map { .atMost([$0], [active]) }
  if month > monthsBefore {
    let before = PeopleCell(.activeYear, months[month - 1])
    relations.append(.atMost([active], [before, contributors(month - 1)]))
    relations.append(.atMost([before], [active, contributors(month - 1 - monthsBefore)]))
  }
  if months[month].number == 1, let day = months[month - 1].firstDay {
    let year = Period(.year, containing: day)
    relations.append(.equal(active, [PeopleCell(.contributors, year)]))
  }
  return relations
}

/// For each month, the people of the twelve months before, and those of them with few items.
private func trailingYears(_ frame: Frame) -> [TrailingYear] {
  let authors = frame.authorsByMonth
  var counts = [Int](repeating: 0, count: frame.community.members.count)
  var active = 0
  var frequent = 0
  return authors.indices.map { month in
    let found = TrailingYear(active: active, occasional: active - frequent)
    for author in authors[month] {
      counts[author] += 1
      if counts[author] == 1 { active += 1 }
      if counts[author] == fewItems { frequent += 1 }
    }
    for author in month >= monthsBefore ? authors[month - monthsBefore] : [] {
      counts[author] -= 1
      if counts[author] == 0 { active -= 1 }
      if counts[author] == fewItems - 1 { frequent -= 1 }
    }
    return found
  }
}

extension Frame {
  /// The author of each counted item, by month.
  fileprivate var authorsByMonth: [[Int]] {
    let monthOfDay = calendar.indexOfDay(.month)
    var authors = [[Int]](repeating: [], count: calendar.places(.month).count)
    for row in rows where traits[row].contains(.byPerson) {
      authors[Int(monthOfDay[Int(days[row])])].append(Int(items.authors[row]))
    }
    return authors
  }
}
