internal import CommunityData

extension Metric {
  static let praiseAndCriticism = Metric(
    id: .praiseAndCriticism,
    title: "Praise and criticism",
    definition:
      "How much praise and how much criticism there is, by topic, and never their difference.",
    formula: """
      Counted items with the code `praise`, with the code `criticism`, and with both: an item may be \
      both and then counts as each. Shares are of all counted items of the topic that are not deleted. \
      Topics are channels, and tags that at least three threads have; an item without tags has those \
      of its thread.
      """,
    parts: [
      Part("both", .items, "Items that praise and criticise"),
      Part("criticism", .items, "Items that criticise"),
      Part("criticism_share", .share, "Share of items that criticise"),
      Part("praise", .items, "Items that praise"),
      Part("praise_share", .share, "Share of items that praise"),
    ],
    segments: [
      Cut("channel=ID", "Items of one channel"), Cut("tag=NAME", "Items of threads with one tag"),
    ],
    periods: [.month, .quarter, .year, .all],
    source: "Ours, on the codes of the codex",
    weaknesses: [
      "Finds what a phrase list finds: read the page of codes for how much that is.",
      "Praise of the answer and praise of the product look the same.",
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00", text: "The new editor is awful.", tags: ["editor"]),
        .init("t1", "ben", "2018-01-03 10:00", .reply, text: "I love it, though the menu is ugly."),
        .init("t2", "cleo", "2018-01-04 09:00", text: "Well done!"),
        .init("t3", "cleo", "2018-01-04 10:00", tags: ["editor"]),
        .init("t4", "cleo", "2018-01-04 11:00", tags: ["editor"]),
      ],
      gives: [
        .init("criticism", "2018-01", is: 2), .init("praise", "2018-01", is: 2),
        .init("both", "2018-01", is: 1), .init("praise_share", "2018-01", is: 0.4),
        .init("criticism", "2018", "tag=editor", is: 2),
        .init("praise", "2018", "tag=editor", is: 1),
      ]),
    procedure: .plain(measurePraiseAndCriticism))
}

private func measurePraiseAndCriticism(_ frame: Frame) -> Findings {
  let topics = TopicColumns(frame)
  let praise = frame.codes.number(of: "praise")
  let criticism = frame.codes.number(of: "criticism")
  var whole = JudgedItems(frame.calendar)
  var byTopic = topics.segments.map { _ in JudgedItems(frame.calendar) }
  for row in frame.rows where frame.isRead(row) {
    let praises = frame.codes.has(praise, row)
    let criticises = frame.codes.has(criticism, row)
    whole.count(frame.days[row], praises, criticises)
    topics.forEachTopic(ofRow: row) {
      byTopic[$0].count(frame.days[row], praises, criticises)
    }
  }
  let cuts = zip(topics.segments, byTopic).flatMap { segment, items in
    items.findings([.quarter, .year, .all], segment, frame.calendar)
  }
  let kinds = Metric.praiseAndCriticism.periods
  return Findings(rows: whole.findings(kinds, .all, frame.calendar) + cuts)
}

extension Frame {
  /// Whether an item's text is read: counted and never deleted.
  func isRead(_ row: Int) -> Bool {
    traits[row].contains(.counted) && items.deleted[row] == .max
  }
}

/// Items of one topic, by what they say.
private struct JudgedItems {
  private var all, praise, criticism, both: Tally

  init(_ calendar: WindowCalendar) {
    all = Tally(calendar)
    (praise, criticism, both) = (all, all, all)
  }

  mutating func count(_ day: Int32, _ praises: Bool, _ criticises: Bool) {
    all.count(day: day)
    if praises { praise.count(day: day) }
    if criticises { criticism.count(day: day) }
    if praises && criticises { both.count(day: day) }
  }

  func findings(
    _ kinds: [Period.Kind], _ segment: Segment, _ calendar: WindowCalendar
  ) -> [Finding] {
    let counts = [("both", both), ("criticism", criticism), ("praise", praise)].flatMap {
      $1.findings($0, kinds, segment, calendar)
    }
    let parts = [("criticism_share", criticism), ("praise_share", praise)].flatMap {
      shares($0, of: $1, in: all, segment, calendar)
    }
    return counts + parts.filter { kinds.contains($0.place.period.kind) }
  }
}
