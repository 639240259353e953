internal import Basics
internal import CommunityData

extension Metric {
  static let retention = Metric(
    id: .retention,
    title: "Retention",
    definition:
      "Which share of newcomers writes again one to twelve months after their first item.",
    formula: """
      Of the people whose first counted item fell in a calendar month, those with a counted item in \
      the calendar month so many months later. Only months that are over by the snapshot's end are \
      looked at. Longer periods put their months' newcomers together, each looked at after their own \
      first month.
      """,
    parts: [Part("", .share, "Share of newcomers who wrote then", people: true, better: .up)],
    segments: [Cut("months_later=01 … 12", "Calendar months after that of the first item")],
    periods: [.month, .quarter, .year, .all],
    source: "Cohort analysis as in GrimoireLab and Discourse",
    weaknesses: [
      "Somebody who reads every day and does not write counts as gone.",
      "Where the snapshot begins after the community did, its first cohorts are old hands.",
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-04-01 00:00",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t1", "ben", "2018-01-30 10:00", .reply),
        .init("t1", "ben", "2018-02-03 10:00", .reply),
        .init("t1", "cleo", "2018-02-03 12:00", .reply),
        .init("t1", "ana", "2018-03-03 12:00", .reply),
      ],
      gives: [
        .init("", "2018-01", "months_later=01", is: 0.5),
        .init("", "2018-01", "months_later=02", is: 0.5),
        .init("", "2018-02", "months_later=01", is: 0),
        .init("", "2018-Q1", "months_later=01", is: 1.0 / 3),
      ]),
    procedure: .people(Cohorts.self))
}

extension Findings {
  fileprivate mutating func add(
    _ cohorts: Cohorts, _ monthsLater: Int, _ kind: Period.Kind, _ index: Int
  ) {
    var place = cohorts.calendar.places(kind, Cohorts.segments[monthsLater])[index]
    let all = cohorts.calendar.indexes(.month, touching: kind, at: index)
    let months = all.filter { cohorts.isOver($0 + monthsLater) }
    guard !months.isEmpty else { return }
    // What counts is whether the months looked at are over, not whether the cohorts' period is.
    place.cutOff.remove(.end)
    if kind != .all, months.count < all.count { place.cutOff.insert(.end) }
    let new = months.reduce(0) { $0 + cohorts.new[$1] }
    let active = months.reduce(0) { $0 + cohorts.active[$1][monthsLater] }

    let retained = PeopleCell(.retained(monthsLater: monthsLater), place.period)
    let lost = PeopleCell(.lost(monthsLater: monthsLater), place.period)
    // The newcomers of a month are all observed or none; those of a year may be in part.
    let isWhole = months.count == all.count
    let cohort = PeopleCell(isWhole ? .new : .cohort(monthsLater: monthsLater), place.period)
    if !isWhole { people[cohort] = new }
    people[retained] = active
    people[lost] = new - active
    relations.append(.equal(cohort, [retained, lost]))
    if let parts = cohorts.parts(of: kind, index, monthsLater) {
      relations.append(.equal(retained, parts))
    }
    rows.append(
      Finding(
        part: "", place: place, outcome: .share(active, of: new), rests: [cohort, retained]))
  }
}

/// New people by month and how many of them wrote in each of the months after.
struct Cohorts: PeopleCounts {
  static let longest = 12
  static let segments = (0...longest).map {
    Segment("months_later", ($0 < 10 ? "0" : "") + "\($0)")
  }

  let calendar: WindowCalendar
  private(set) var new: [Int]
  /// By month of the first item, then by months later.
  private(set) var active: [[Int]]

  init(_ frame: Frame) {
    calendar = frame.calendar
    let months = calendar.places(.month).count
    new = [Int](repeating: 0, count: months)
    active = [[Int]](
      repeating: [Int](repeating: 0, count: Cohorts.longest + 1), count: months)
    let monthOfDay = calendar.indexOfDay(.month)
    var lastSeen = [Int32](repeating: -1, count: frame.community.members.count)
    for row in frame.rows where frame.traits[row].contains(.byPerson) {
      let author = Int(frame.items.authors[row])
      let month = monthOfDay[Int(frame.days[row])]
      guard lastSeen[author] != month else { continue }
      lastSeen[author] = month
      let first = monthOfDay[Int(frame.days[Int(frame.people.firstRows[author])])]
      if first == month { new[Int(month)] += 1 }
      let later = Int(month - first)
      if later <= Cohorts.longest { active[Int(first)][later] += 1 }
    }
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    calendar = figures.context.calendar
    new = figures.tally(.new).byPeriod(.month, calendar)
    active = new.map { _ in [Int](repeating: 0, count: Cohorts.longest + 1) }
    for (month, place) in calendar.places(.month).enumerated() {
      for monthsLater in 1...Cohorts.longest where isOver(month + monthsLater) {
        let segment = Cohorts.segments[monthsLater]
        active[month][monthsLater] = try figures.share("", place.period, segment).hits
      }
    }
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    for monthsLater in 1...Cohorts.longest {
      for kind in Metric.retention.periods {
        for index in calendar.places(kind).indices { findings.add(self, monthsLater, kind, index) }
      }
    }
    findings.relations += monthlyContributors + stayedContributors
    findings.joint = [firstYear([.month, .quarter, .year]), firstYear([.all])]
    return findings
  }

  /// Whether the window has a month and it ended before the snapshot did.
  static func isOver(_ month: Int, _ calendar: WindowCalendar) -> Bool {
    let months = calendar.places(.month)
    return month < months.count && !months[month].cutOff.contains(.end)
  }

  func isOver(_ month: Int) -> Bool { Cohorts.isOver(month, calendar) }

  func cell(_ count: PeopleCell.Count, _ kind: Period.Kind, _ index: Int) -> PeopleCell {
    PeopleCell(count, calendar.places(kind)[index].period)
  }

  /// The retained of the periods one step shorter that make up a period's; nil for a month.
  func parts(of kind: Period.Kind, _ index: Int, _ monthsLater: Int) -> [PeopleCell]? {
    guard let shorter = Period.Kind(rawValue: kind.rawValue - 1), kind != .month else { return nil }
    return calendar.indexes(shorter, touching: kind, at: index).filter { part in
      calendar.indexes(.month, touching: shorter, at: part).contains { isOver($0 + monthsLater) }
    }.map { cell(.retained(monthsLater: monthsLater), shorter, $0) }
  }

  /// The counts that the contributors of the window's first year add up from.
  ///
  /// In that year everybody who writes is new or of a cohort, so each month's contributors are the sum
  /// of one count of every cohort before, and these again add up to longer periods: crosswise, as rows
  /// and columns do. What both ways together tell of a hidden count no single relation shows. Of
  /// periods that reach beyond that year those of a quarter or less count as well.
  func firstYear(_ kinds: [Period.Kind]) -> [PeopleCell] {
    (1...Cohorts.longest).flatMap { monthsLater in
      kinds.flatMap { kind in
        calendar.places(kind).indices.filter { index in
          let months = calendar.indexes(.month, touching: kind, at: index)
            .filter { isOver($0 + monthsLater) }
          let decisive = kind <= .quarter ? months.first : months.last
          return decisive.map { $0 + monthsLater <= Cohorts.longest } ?? false
        }.flatMap { index in
          [
            cell(.retained(monthsLater: monthsLater), kind, index),
            cell(.lost(monthsLater: monthsLater), kind, index),
          ]
        }
      }
    }
  }

  /// Who writes in a month and in the one before was new in that, or not.
  var stayedContributors: [LinearRelation] {
    calendar.places(.month).indices.dropFirst().flatMap { month -> [LinearRelation] in
      let stayed = cell(.stayed, .month, month)
      let retained = cell(.retained(monthsLater: 1), .month, month - 1)
      return [
        .atMost([retained], [stayed]),
        .atMost([stayed], [retained, cell(.notNew, .month, month - 1)]),
      ]
    }
  }

  /// Who writes in a month is new, or of one of the cohorts before, or came longer ago than a cohort is
  /// looked at. Whoever came by then and does not write is lost to a cohort, or came longer ago.
  var monthlyContributors: [LinearRelation] {
    calendar.places(.month).indices.filter(isOver).flatMap { month -> [LinearRelation] in
      let lags = (1...Cohorts.longest).filter { month >= $0 }
      let retained = lags.map { cell(.retained(monthsLater: $0), .month, month - $0) }
      let lost = lags.map { cell(.lost(monthsLater: $0), .month, month - $0) }
      let everybody = cell(.contributors, .month, month)
      let known = [cell(.new, .month, month)] + retained
      let soFar = cell(.everSoFar, .month, month)
      let notNew = cell(.notNew, .month, month)
      guard month <= Cohorts.longest else {
        return [
          .atMost(known, [everybody]), .atMost(retained, [notNew]),
          .atMost([everybody] + lost, [soFar]),
        ]
      }
      // In the first month nobody is: there is no such count.
      return [
        .equal(everybody, known), .equal(notNew, retained), .equal(soFar, [everybody] + lost),
      ]
    }
  }
}
