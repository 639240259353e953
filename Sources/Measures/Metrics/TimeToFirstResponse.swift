internal import CommunityData

extension Metric {
  static let timeToFirstResponse = Metric(
    id: .timeToFirstResponse,
    title: "Time to first response",
    definition: """
      How long people wait for a first response by another person, those who still wait included.
      """,
    formula: """
      Seconds from a thread's first item to the first counted item in it by another person; 0 where \
      that is dated earlier, since clocks differ. Threads without one by the snapshot's end, or by \
      the deletion of their first item, are not left out: they count as waiting at least that long \
      (Kaplan–Meier). The median is the smallest time at which at most half still wait, S(t) ≤ 0.5; \
      the other parts likewise with 0.9, 0.75, 0.25 and 0.1. Intervals: 95%, log-log. A thread \
      belongs to the period in which it began. Not counted: threads begun by \
      bots or the system, and their items. A deleted account and an existing one are two people; two \
      deleted accounts cannot be told apart, and neither answers the other.
      """,
    parts: [
      Part("median", .seconds, "Half of the threads have a response by then", better: .down),
      Part("p10", .seconds, "A tenth of the threads have a response by then", better: .down),
      Part("p25", .seconds, "A quarter of the threads have a response by then", better: .down),
      Part("p75", .seconds, "Three quarters of the threads have a response by then", better: .down),
      Part("p90", .seconds, "Nine in ten of the threads have a response by then", better: .down),
      Part("unanswered", .threads, "Threads without a response so far", better: .down),
    ],
    segments: [
      Cut("responder=member", "First response by neither staff nor moderator", needs: .roles),
      Cut("responder=moderator", "First response by a moderator", needs: .roles),
      Cut("responder=staff", "First response by staff", needs: .roles),
      Cut("starter=newcomer", "Threads begun within 30 days of their author's first item"),
      Cut("starter=regular", "Threads begun later than that"),
    ],
    periods: Period.Kind.allCases,
    source: "CHAOSS Time to First Response; Discourse counts the answered only and so looks faster",
    weaknesses: [
      "A quick \u{201C}same here\u{201D} is a response, a careful answer after a day is a slow one.",
      "Where the snapshot begins after the community did, regulars look like newcomers at first.",
    ],
    needs: [.threads],
    example: WorkedExample(
      until: "2018-01-31 12:00",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t1", "ana", "2018-01-03 09:30", .reply),
        .init("t1", "ben", "2018-01-03 10:00", .reply),
        .init("t2", "cleo", "2018-01-04 09:00"), .init("t2", "ben", "2018-01-04 12:00", .reply),
        .init("t3", "ben", "2018-01-05 09:00"),
        .init("t4", "ana", "2018-01-31 10:00"),
      ],
      gives: [
        .init("p25", "2018-01", is: 3600), .init("median", "2018-01", is: 10_800),
        .init("p75", "2018-01", is: nil), .init("unanswered", "2018-01", is: 2),
      ]),
    procedure: .waits(open: "unanswered", measureTimeToFirstResponse))
}

private func measureTimeToFirstResponse(_ frame: Frame) -> Findings {
  let threads = frame.threads
  let everybody = Array(0..<threads.count)
  var rows = waitFindings(
    frame, everybody, threads.responses, .all, waiting: "unanswered")
  for (name, isNewcomer) in [("newcomer", true), ("regular", false)] {
    let begun = everybody.filter {
      frame.people.isByNewcomer(Int(threads.starts[$0])) == isNewcomer
    }
    rows += waitFindings(
      frame, begun, threads.responses, Segment("starter", name), waiting: "unanswered")
  }
  let responders = [
    ("member", threads.byMember), ("moderator", threads.byModerator), ("staff", threads.byStaff),
  ]
  for (role, responses) in responders {
    let segment = Segment("responder", role)
    if frame.tells(.roles) {
      rows += waitFindings(frame, everybody, responses, segment, waiting: "unanswered")
    } else {
      rows += Metric.timeToFirstResponse.parts.map { Finding($0.name, segment, missing: .roles) }
    }
  }
  return Findings(rows: rows)
}
