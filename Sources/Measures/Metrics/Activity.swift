internal import CommunityData

extension Metric {
  static let activity = Metric(
    id: .activity,
    title: "Activity",
    definition: "How much people wrote: items, the threads they began and the replies they gave.",
    formula: """
      Items: everything people published in the period. Threads: those that began a thread. \
      Replies: all others. Not counted: bots, system messages and boosts. An item deleted later \
      still counts in the period it was published in; one by an account deleted later counts too.
      """,
    parts: [
      Part("items", .items, "Items published"),
      Part("replies", .items, "Items that continue a thread", needs: .threads),
      Part("threads", .threads, "Items that begin a thread", needs: .threads),
    ],
    segments: [Cut("channel=ID", "Items of one channel, by quarter, year and whole window")],
    periods: Period.Kind.allCases,
    source: "CHAOSS Activity; Discourse posts and topics",
    weaknesses: [
      "Says how much was written, not how good or how welcome it was.",
      "Items that were deleted before the snapshot was taken are missing from some sources.",
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-02-28 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t1", "ben", "2018-01-03 10:00", .reply),
        .init("t1", "helpbot (bot)", "2018-01-03 10:01", .reply),
        .init("t2", "ben", "2018-02-01 09:00"),
      ],
      gives: [
        .init("items", "2018-01", is: 2), .init("threads", "2018-01", is: 1),
        .init("replies", "2018-01", is: 1), .init("items", "2018-02", is: 1),
        .init("items", is: 3), .init("threads", is: 2),
      ]),
    procedure: .plain(measureActivity))
}

private func measureActivity(_ frame: Frame) -> Findings {
  var all = ActivityTally(frame.calendar)
  var byChannel = frame.community.channels.map { _ in ActivityTally(frame.calendar) }
  for row in frame.rows where frame.traits[row].contains(.counted) {
    let isStart = frame.traits[row].contains(.startsThread)
    all.count(day: frame.days[row], isStart: isStart)
    let channel = Int(frame.items.channels[row])
    if channel >= 0 { byChannel[channel].count(day: frame.days[row], isStart: isStart) }
  }
  var findings = Findings(rows: all.findings(Period.Kind.allCases, .all, frame))
  for (channel, tally) in zip(frame.community.channels, byChannel) {
    findings.rows += tally.findings([.quarter, .year, .all], Segment("channel", channel.id), frame)
  }
  return findings
}

private struct ActivityTally {
  var items: Tally
  var threads: Tally

  init(_ calendar: WindowCalendar) {
    items = Tally(calendar)
    threads = items
  }

  mutating func count(day: Int32, isStart: Bool) {
    items.count(day: day)
    if isStart { threads.count(day: day) }
  }

  func findings(_ kinds: [Period.Kind], _ segment: Segment, _ frame: Frame) -> [Finding] {
    let rows = items.findings("items", kinds, segment, frame.calendar)
    guard frame.tells(.threads) else {
      return rows + ["replies", "threads"].map { Finding($0, segment, missing: .threads) }
    }
    let starts = threads.findings("threads", kinds, segment, frame.calendar)
    let replies = kinds.flatMap { kind in
      let counts = zip(
        items.byPeriod(kind, frame.calendar), threads.byPeriod(kind, frame.calendar))
      return zip(frame.calendar.places(kind, segment), counts).map { place, counts in
        Finding("replies", place, counts.0 - counts.1)
      }
    }
    return rows + starts + replies
  }
}
