internal import Basics
internal import CommunityData

extension Metric {
  static let activityTimes = Metric(
    id: .activityTimes,
    title: "Activity times",
    definition: "At which hours of which weekdays people write here.",
    formula: """
      Counted items by weekday (1 is Monday, 7 is Sunday) and two-hour slot in the site's time zone. \
      A slot includes its beginning and not its end.
      """,
    parts: [Part("", .items, "Items published in the slot")],
    segments: [Cut("hours=HH-HH;weekday=N", "One slot of the week: 84 in all")],
    periods: [.quarter, .year, .all],
    source: "CHAOSS Activity Dates and Times",
    weaknesses: [
      "The site's zone has no summer time, and the people who write live in many zones."
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-01 09:00"), .init("t1", "ben", "2018-01-08 08:00", .reply),
        .init("t1", "ben", "2018-01-14 23:59", .reply),
      ],
      gives: [
        .init("", "2018", "hours=08-10;weekday=1", is: 2),
        .init("", "2018", "hours=22-24;weekday=7", is: 1),
        .init("", "2018", "hours=10-12;weekday=1", is: 0),
      ]),
    procedure: .plain(measureActivityTimes))
}

private let slotsOfDay = 12

private func measureActivityTimes(_ frame: Frame) -> Findings {
  Findings(rows: Metric.activityTimes.periods.flatMap { activityTimes(frame, $0) })
}

private func activityTimes(_ frame: Frame, _ kind: Period.Kind) -> [Finding] {
  let indexOfDay = frame.calendar.indexOfDay(kind)
  let places = frame.calendar.places(kind)
  var counts = [Int](repeating: 0, count: places.count * 7 * slotsOfDay)
  for row in frame.rows where frame.traits[row].contains(.counted) {
    let day = Int(frame.days[row])
    let second = frame.items.published[row] + frame.zoneOffset
    let hour = Int(second - Int64(frame.calendar.firstDay + day) * 86_400) / 3600
    let weekday = CalendarDay(daysSinceEpoch: frame.calendar.firstDay + day).isoWeekday
    counts[(Int(indexOfDay[day]) * 7 + weekday - 1) * slotsOfDay + hour / 2] += 1
  }
  return places.enumerated().flatMap { index, place in
    (0..<7 * slotsOfDay).map { slot in
      var place = place
      place.segment = slotSegments[slot]
      return Finding("", place, counts[index * 7 * slotsOfDay + slot])
    }
  }
}

private let slotSegments: [Segment] = (0..<7 * slotsOfDay).map { slot in
  let hour = slot % slotsOfDay * 2
  return Segment([
    ("hours", padded(hour, 2) + "-" + padded(hour + 2, 2)), ("weekday", "\(slot / slotsOfDay + 1)"),
  ])
}
