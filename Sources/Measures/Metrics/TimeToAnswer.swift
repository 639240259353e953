internal import CommunityData

extension Metric {
  static let timeToAnswer = Metric(
    id: .timeToAnswer,
    title: "Time to accepted answer",
    definition: """
      How long people wait for the answer they accept, the questions without one included.
      """,
    formula: """
      Seconds from a question to the item it accepts as its answer, also where the asker wrote it. \
      Questions without an accepted answer by the snapshot's end, or by their deletion, count as \
      waiting at least that long (Kaplan–Meier, as for the first response). The moment of \
      acceptance is not known; the answer's own time stands for it. A question belongs to the \
      period in which it was asked.
      """,
    parts: [
      Part(
        "median", .seconds, "Half of the questions have an accepted answer by then", better: .down),
      Part("p10", .seconds, "A tenth of the questions have one by then", better: .down),
      Part("p25", .seconds, "A quarter of the questions have one by then", better: .down),
      Part("p75", .seconds, "Three quarters of the questions have one by then", better: .down),
      Part("p90", .seconds, "Nine in ten of the questions have one by then", better: .down),
      Part("open", .threads, "Questions without an accepted answer so far", better: .down),
    ],
    segments: [],
    periods: Period.Kind.allCases,
    source: "GitHub issue metrics: time to answer",
    weaknesses: ["Many good answers are never accepted, so the time looks longer than it is."],
    needs: [.threads, .accepted],
    example: WorkedExample(
      until: "2018-01-31 12:00",
      [
        .init("t1", "ana", "2018-01-03 09:00", .question),
        .init("t1", "cleo", "2018-01-03 09:30", .answer),
        .init("t1", "ben", "2018-01-03 10:00", .answer, isAccepted: true),
        .init("t2", "ben", "2018-01-05 09:00", .question),
      ],
      gives: [
        .init("median", "2018-01", is: 3600), .init("p75", "2018-01", is: nil),
        .init("open", "2018-01", is: 1),
      ]),
    procedure: .waits(open: "open", measureTimeToAnswer))
}

private func measureTimeToAnswer(_ frame: Frame) -> Findings {
  Findings(
    rows: waitFindings(
      frame, questions(in: frame), acceptedAnswers(in: frame), .all, waiting: "open"))
}

/// The row of the answer that each thread accepts; -1 where there is none yet.
func acceptedAnswers(in frame: Frame) -> [Int32] {
  frame.threads.starts.enumerated().map { thread, start in
    let answer = frame.items.accepted[Int(start)]
    guard answer >= 0, frame.rows.contains(Int(answer)),
      frame.items.published[Int(answer)] <= frame.threads.waitEnds[thread]
    else { return Int32(-1) }
    return answer
  }
}
