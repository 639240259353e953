internal import CommunityData

extension Metric {
  static let botActivity = Metric(
    id: .botActivity,
    title: "Bot activity",
    definition: "How much of all that is written here is written by bots.",
    formula: """
      Items by bots divided by items by bots and people together, in the period they were published. \
      System messages and boosts count on neither side.
      """,
    parts: [Part("", .share, "Share of items written by bots")],
    segments: [],
    periods: Period.Kind.allCases,
    source: "CHAOSS Bot Activity",
    weaknesses: ["Bots are those the platform marks, or that the community's file lists."],
    needs: [],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00"),
        .init("t1", "helpbot (bot)", "2018-01-03 09:01", .reply),
        .init("t1", "ben", "2018-01-03 10:00", .reply, count: 2),
      ],
      gives: [.init("", "2018-01", is: 0.25)]),
    procedure: .plain(measureBotActivity))
}

private func measureBotActivity(_ frame: Frame) -> Findings {
  var bots = Tally(frame.calendar)
  var all = Tally(frame.calendar)
  for row in frame.rows where !frame.traits[row].isDisjoint(with: [.counted, .byBot]) {
    all.count(day: frame.days[row])
    if frame.traits[row].contains(.byBot) { bots.count(day: frame.days[row]) }
  }
  return Findings(rows: shares(of: bots, in: all, .all, frame.calendar))
}

/// The share of one tally in another by period, one row each.
func shares(
  _ part: String = "", of hits: Tally, in all: Tally, _ segment: Segment,
  _ calendar: WindowCalendar
) -> [Finding] {
  Period.Kind.allCases.flatMap { kind in
    let counts = zip(hits.byPeriod(kind, calendar), all.byPeriod(kind, calendar))
    return zip(calendar.places(kind, segment), counts).map { place, counts in
      Finding(part, place, share: counts.0, of: counts.1)
    }
  }
}
