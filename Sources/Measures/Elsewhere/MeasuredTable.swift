internal import Basics
internal import CommunityData

/// The rows and counts of a measured snapshot by what they are of.
struct MeasuredTable: Sendable {
  let community: Community
  let context: MeasureContext
  /// By metric and part, in the order in which they were written.
  private(set) var rows: [MetricName: [Row]] = [:]
  private(set) var tallies: [PeopleTally: Tally] = [:]
  private(set) var participants: [Period: Int] = [:]
  /// Those that lie in the window, whole or in part.
  private let periods: Set<Period>
  /// What has come already, since of two rows of one place nobody knows which is true.
  private var seen: Set<String> = []

  struct Row: Sendable {
    var place: Place
    var numbers: MeasuredRow
  }

  struct Place: Hashable, Sendable {
    var period: Period
    var segment: Segment
  }

  /// `settings`: those of the site, with what the site told the engine.
  init(
    _ community: Community, _ numbers: MeasuredNumbers, by measured: SnapshotManifest.Measured,
    _ settings: MeasureSettings
  ) throws(MeasuredFault) {
    let lastDay = Int64(measured.lastDay.daysSinceEpoch) * 86_400 - Int64(measured.zoneOffset)
    let context = MeasureContext(community, settings, lastItem: lastDay)
    guard measured.threshold == context.threshold else {
      throw .threshold(measured.threshold, wanted: context.threshold)
    }
    guard Int64(measured.zoneOffset) == context.zoneOffset else {
      throw .zone(measured.zoneOffset, wanted: Int(context.zoneOffset))
    }
    guard lastDay <= context.end else { throw .lastDay(measured.lastDay) }
    self.community = community
    self.context = context
    periods = Set(Period.Kind.allCases.flatMap { context.calendar.places($0).map(\.period) })
    tallies = Dictionary(
      uniqueKeysWithValues: PeopleTally.allCases.map { ($0, Tally(context.calendar)) })
    for row in numbers.rows { try add(row) }
    for count in numbers.people { try add(count) }
  }

  private mutating func add(_ row: MeasuredRow) throws(MeasuredFault) {
    guard let name = try? Metrics.name(row.metric) else { throw .metric(row.metric) }
    guard let period = Period(row.period), periods.contains(period) else {
      throw .period(row.period)
    }
    try take("\(name) \(period) \(row.segment)")
    let place = Place(period: period, segment: Segment(text: row.segment))
    rows[name, default: []].append(Row(place: place, numbers: row))
  }

  private mutating func take(_ name: String) throws(MeasuredFault) {
    if !seen.insert(name).inserted { throw .twice(name) }
  }

  private mutating func add(_ count: PeopleCount) throws(MeasuredFault) {
    try take("\(count.count) \(count.period)")
    if count.count == "participants" {
      guard let period = Period(count.period), periods.contains(period) else {
        throw .period(count.period)
      }
      participants[period] = count.people
      return
    }
    guard let tally = PeopleTally(rawValue: count.count) else { throw .count(count.count) }
    guard let day = CalendarDay(count.period) else { throw .period(count.period) }
    let number = day.daysSinceEpoch - context.calendar.firstDay
    guard (0..<context.calendar.dayCount).contains(number) else { throw .period(count.period) }
    tallies[tally]?.count(day: Int32(number), count.people)
  }
}

/// What is counted of people by day, in no row of the table.
enum PeopleTally: String, Sendable, CaseIterable {
  /// By the day of their first item; and of these, those who are silent since, by that of their last.
  case new, inactive
  /// Of those new for at least thirty days, by the day of their first item: ``ConversionLevel``.
  case secondItem = "second_item"
  case tenItems = "ten_items"
  case helper
}
