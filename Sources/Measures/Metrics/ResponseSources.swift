internal import CommunityData

extension Metric {
  static let responseSources = Metric(
    id: .responseSources,
    title: "Who responds first",
    definition: "Which share of first responses comes from staff, moderators, regulars, newcomers.",
    formula: """
      First responses by people of one kind divided by all first responses whose author still has an \
      account; threads belong to the period in which they began. Staff and moderators are those the \
      source names; all others are newcomers within 30 days of their first item and regulars after.
      """,
    parts: [Part("", .share, "Share of first responses")],
    segments: [
      Cut("responder=moderator", "By moderators"), Cut("responder=newcomer", "By newcomers"),
      Cut("responder=regular", "By regulars"), Cut("responder=staff", "By staff"),
    ],
    periods: Period.Kind.allCases,
    source: "CHAOSS Contributor roles; GrimoireLab",
    weaknesses: ["Says who was first, not whose answer helped."],
    needs: [.threads, .roles],
    example: WorkedExample(
      until: "2018-03-31 12:00",
      [
        .init("t1", "ana", "2018-01-03 09:00"),
        .init("t1", "desk (staff)", "2018-01-03 10:00", .reply),
        .init("t1", "ben", "2018-01-03 11:00", .reply),
        .init("t2", "ben", "2018-03-04 09:00"), .init("t2", "ana", "2018-03-05 12:00", .reply),
      ],
      gives: [
        .init("", "2018", "responder=staff", is: 0.5),
        .init("", "2018", "responder=regular", is: 0.5),
        .init("", "2018", "responder=newcomer", is: 0),
      ]),
    procedure: .plain(measureResponseSources))
}

private func measureResponseSources(_ frame: Frame) -> Findings {
  var all = Tally(frame.calendar)
  var byClass = PersonClass.allCases.map { _ in Tally(frame.calendar) }
  for thread in 0..<frame.threads.count where frame.threads.responses[thread] >= 0 {
    let response = Int(frame.threads.responses[thread])
    guard let responder = frame.personClass(of: response) else { continue }
    let day = frame.days[Int(frame.threads.starts[thread])]
    all.count(day: day)
    byClass[responder.index].count(day: day)
  }
  let rows = zip(PersonClass.allCases, byClass).flatMap { responder, tally in
    shares(of: tally, in: all, Segment("responder", responder.rawValue), frame.calendar)
  }
  return Findings(rows: rows)
}
