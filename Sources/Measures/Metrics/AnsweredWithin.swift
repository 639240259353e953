internal import CommunityData

extension Metric {
  static let answeredWithin = Metric(
    id: .answeredWithin,
    title: "Answered within",
    definition: "How many questions get a first response within an hour, a day and a week.",
    formula: """
      Questions with a first response by another person within 1 hour, 24 hours or 7 days, divided by \
      the questions of the period that were waited for at least that long: those younger than that at \
      the snapshot's end, or deleted before, are in neither number. A question is a thread whose \
      first item is of type question; where a place has no such type, every thread is one.
      """,
    parts: [
      Part("1h", .share, "Share answered within one hour", better: .up),
      Part("24h", .share, "Share answered within 24 hours", better: .up),
      Part("7d", .share, "Share answered within seven days", better: .up),
    ],
    segments: [
      Cut("starter=newcomer", "Asked within 30 days of the author's first item"),
      Cut("starter=regular", "Asked later than that"),
    ],
    periods: Period.Kind.allCases,
    source: "GitHub issue metrics; Discourse time to first response",
    weaknesses: ["A quick \u{201C}same here\u{201D} counts as an answer."],
    needs: [.threads],
    example: WorkedExample(
      until: "2018-01-31 12:00",
      [
        .init("t1", "ana", "2018-01-03 09:00", .question),
        .init("t1", "ben", "2018-01-03 10:00", .answer),
        .init("t2", "cleo", "2018-01-04 09:00", .question),
        .init("t2", "ben", "2018-01-04 12:00", .answer),
        .init("t3", "ben", "2018-01-31 10:00", .question),
        .init("t3", "ana", "2018-01-31 10:05", .answer),
      ],
      gives: [
        .init("1h", "2018-01", is: 2.0 / 3), .init("24h", "2018-01", is: 1),
        .init("7d", "2018-01", is: 1),
      ]),
    procedure: .plain(measureAnsweredWithin))
}

/// The parts, each with how soon it wants a response.
let answerLimits: [(part: String, seconds: Int64)] = [
  ("1h", 3600), ("24h", 86_400), ("7d", 604_800),
]

private func measureAnsweredWithin(_ frame: Frame) -> Findings {
  let asked = questions(in: frame)
  let starters: [(Segment, Bool?)] = [
    (.all, nil), (Segment("starter", "newcomer"), true), (Segment("starter", "regular"), false),
  ]
  var findings = Findings()
  for (segment, isNewcomer) in starters {
    let threads = asked.filter {
      isNewcomer == nil
        || frame.people.isByNewcomer(Int(frame.threads.starts[$0])) == isNewcomer
    }
    for (part, limit) in answerLimits {
      let (hits, all) = answered(threads, within: limit, frame)
      findings.rows += shares(part, of: hits, in: all, segment, frame.calendar)
    }
  }
  return findings
}

private func answered(
  _ threads: [Int], within limit: Int64, _ frame: Frame
) -> (hits: Tally, all: Tally) {
  var hits = Tally(frame.calendar)
  var all = Tally(frame.calendar)
  for thread in threads {
    let start = Int(frame.threads.starts[thread])
    let began = frame.items.published[start]
    guard frame.threads.waitEnds[thread] - began >= limit else { continue }
    all.count(day: frame.days[start])
    let response = Int(frame.threads.responses[thread])
    if response >= 0, frame.items.published[response] - began <= limit {
      hits.count(day: frame.days[start])
    }
  }
  return (hits, all)
}
