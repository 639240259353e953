internal import CommunityData

extension Metric {
  static let unanswered = Metric(
    id: .unanswered,
    title: "Unanswered questions",
    definition: "How many questions still wait for a first response, by how long they have waited.",
    formula: """
      Questions in the snapshot's window without a counted item by another person by its end; \
      deleted and closed questions are not waiting. A question is a thread whose first item is of \
      type question; where a place has no such type, every thread is one. n is the number of \
      questions that are neither deleted nor closed.
      """,
    parts: [Part("", .threads, "Questions without a response", better: .down)],
    segments: [
      Cut("age=0-1d", "Waiting for less than a day"), Cut("age=1-7d", "For 1 to 7 days"),
      Cut("age=7-30d", "For 7 to 30 days"), Cut("age=30-90d", "For 30 to 90 days"),
      Cut("age=90d-", "For 90 days or longer"),
    ],
    periods: [.all],
    source: "Discourse: topics with no response",
    weaknesses: ["A thread that asks nothing counts where the place does not mark questions."],
    needs: [.threads],
    example: WorkedExample(
      until: "2018-01-31 12:00",
      [
        .init("t1", "ana", "2018-01-03 09:00", .question),
        .init("t1", "ben", "2018-01-03 10:00", .answer),
        .init("t2", "cleo", "2018-01-04 09:00", .question),
        .init("t3", "ben", "2018-01-31 09:00", .question),
      ],
      gives: [
        .init("", is: 2), .init("", "all", "age=0-1d", is: 1),
        .init("", "all", "age=7-30d", is: 1), .init("", "all", "age=90d-", is: 0),
      ]),
    procedure: .plain(measureUnanswered))
}

private func measureUnanswered(_ frame: Frame) -> Findings {
  let open = openQuestions(in: frame)
  let n = questions(in: frame).count { isOpen($0, in: frame) }
  let place = Measurement.Place(period: .all, segment: .all, cutOff: [])
  var rows = [
    Finding(part: "", place: place, outcome: .estimate(Estimate(Double(open.count), n: n)))
  ]
  for band in AgeBand.allCases {
    var place = place
    place.segment = Segment("age", band.rawValue)
    let count = open.count { $0.band == band }
    rows.append(Finding(part: "", place: place, outcome: .estimate(Estimate(Double(count), n: n))))
  }
  return Findings(rows: rows)
}

/// The threads that ask something: those that begin with a question, or all where the place does not
/// mark questions.
func questions(in frame: Frame) -> [Int] {
  let marked =
    frame.community.manifest.measured?.marksQuestions
    ?? frame.rows.contains { frame.traits[$0].contains(.isQuestion) }
  return (0..<frame.threads.count).filter { thread in
    !marked || frame.traits[Int(frame.threads.starts[thread])].contains(.isQuestion)
  }
}

func isOpen(_ thread: Int, in frame: Frame) -> Bool {
  let row = Int(frame.threads.starts[thread])
  return frame.items.deleted[row] > frame.end && frame.items.closed[row] > frame.end
}

/// Oldest first.
func openQuestions(in frame: Frame) -> [OpenThread] {
  questions(in: frame).filter { frame.threads.responses[$0] < 0 && isOpen($0, in: frame) }
    .map { thread in
      let row = Int(frame.threads.starts[thread])
      let waiting = Int(frame.end - frame.items.published[row])
      return OpenThread(row: row, waiting: waiting, band: AgeBand(waiting: waiting))
    }
}
