internal import Basics
internal import CommunityData

extension Metric {
  static let burstiness = Metric(
    id: .burstiness,
    title: "Bursts",
    definition: "Weeks in which far more or far fewer items were written than is usual here.",
    formula: """
      The usual range of a week is the mean of counted items in the 26 weeks before it, plus and \
      minus two sample standard deviations, at least 0. The score is the distance from that mean in standard \
      deviations; a burst is a week outside the range. Bursts of longer periods are counted by the \
      Monday of the week. The first 26 weeks of the window have no row, and longer periods without a \
      later week no count. Only whole weeks are held against each other: one that the window cuts has \
      no row and counts in no mean.
      """,
    parts: [
      Part("bursts", .score, "Weeks outside the usual range"),
      Part("score", .score, "Standard deviations from the usual"),
      Part("usual_high", .ratio, "Upper end of the usual range, in items"),
      Part("usual_low", .ratio, "Lower end of the usual range, in items"),
    ],
    segments: [],
    periods: [.week, .quarter, .year, .all],
    source: "CHAOSS Burstiness",
    weaknesses: [
      "Says when, never why: a campaign or a release beside a burst coincides with it.",
      "In a place of few items a single long thread is a burst.",
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-07-09 00:00",
      (0..<27).flatMap { week -> [WorkedExample.Post] in
        let day = week * 7 + 1
        let starts = [0, 31, 59, 90, 120, 151, 181, 212]
        let month = starts.lastIndex { $0 < day } ?? 0
        let text = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
        let at = "2018-\(text(month + 1))-\(text(day - starts[month])) 09:00"
        return [.init("t1", "ana", at, count: week == 26 ? 20 : week % 2 == 0 ? 4 : 6)]
      },
      gives: [
        .init("bursts", "2018", is: 1), .init("score", "2018-W27", is: 14.708_710_135_363_802),
        .init("usual_high", "2018-W27", is: 7.039_607_805_437_114_5),
      ]),
    procedure: .plain(measureBurstiness))
}

private let weeksBefore = 26

private func measureBurstiness(_ frame: Frame) -> Findings {
  var items = Tally(frame.calendar)
  for row in frame.rows where frame.traits[row].contains(.counted) {
    items.count(day: frame.days[row])
  }
  let weeks = items.byPeriod(.week, frame.calendar)
  let stretches = frame.calendar.stretches(.week)
  let judged = judgedWeeks(frame.calendar)
  var held = Tally(frame.calendar)
  var bursts = held
  var findings = Findings()
  for (index, place) in judged {
    let usual = UsualRange(weeks[index - weeksBefore..<index])
    let isBurst = usual.isOutside(weeks[index])
    let monday = Int32(stretches[index].lowerBound)
    held.count(day: monday)
    if isBurst { bursts.count(day: monday) }
    findings.rows += usual.findings(of: weeks[index], at: place)
    findings.rows.append(Finding("bursts", place, isBurst ? 1 : 0))
  }
  guard !judged.isEmpty else { return findings }
  for kind in [Period.Kind.quarter, .year, .all] {
    let weeks = zip(held.byPeriod(kind, frame.calendar), bursts.byPeriod(kind, frame.calendar))
    findings.rows += zip(frame.calendar.places(kind), weeks).map { place, weeks in
      // Where no week was held against others, none is known to be as usual.
      Finding(
        part: "bursts", place: place,
        outcome: weeks.0 == 0 ? .undefined(.nothing) : .estimate(Estimate(weeks.1)))
    }
  }
  return findings
}

/// The weeks with 26 before them, all of these whole as they are themselves.
private func judgedWeeks(_ calendar: WindowCalendar) -> [(index: Int, place: Measurement.Place)] {
  let places = calendar.places(.week)
  let firstWhole = places.first?.cutOff.contains(.start) == true ? 1 : 0
  return places.enumerated().filter { index, place in
    index >= firstWhole + weeksBefore && !place.cutOff.contains(.end)
  }.map { (index: $0.offset, place: $0.element) }
}

/// What the weeks before a week let expect.
private struct UsualRange {
  let mean: Double
  let deviation: Double

  init(_ weeks: ArraySlice<Int>) {
    let n = Double(weeks.count)
    let sum = weeks.reduce(0, +)
    let squares = weeks.reduce(0) { $0 + $1 * $1 }
    mean = Double(sum) / n
    // Whole numbers up to the last step, so that equal weeks deviate by exactly nothing.
    deviation = (Double(weeks.count * squares - sum * sum) / (n * (n - 1))).squareRoot()
  }

  func isOutside(_ week: Int) -> Bool {
    abs(Double(week) - mean) > 2 * deviation
  }

  func findings(of week: Int, at place: Measurement.Place) -> [Finding] {
    let score: Finding.Outcome =
      deviation == 0
      ? .undefined(.nothing) : .estimate(Estimate((Double(week) - mean) / deviation))
    return [
      Finding(part: "score", place: place, outcome: score),
      Finding(
        part: "usual_high", place: place, outcome: .estimate(Estimate(mean + 2 * deviation))),
      Finding(
        part: "usual_low", place: place, outcome: .estimate(Estimate(max(0, mean - 2 * deviation)))),
    ]
  }
}
