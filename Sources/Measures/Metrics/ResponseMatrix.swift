internal import CommunityData

extension Metric {
  static let responseMatrix = Metric(
    id: .responseMatrix,
    title: "Who answers whom",
    definition: "How many responses people of one kind gave in threads of another kind.",
    formula: """
      Counted items in a thread by somebody other than the one who began it, by what the two were \
      when they wrote: staff or moderator as the source names them, otherwise newcomer within 30 \
      days of their first item and regular after. Each in the period the response was published. \
      Where one of the two accounts is deleted the response is left out.
      """,
    parts: [Part("", .items, "Responses")],
    segments: [
      Cut("responder=KIND;starter=KIND", "KIND is moderator, newcomer, regular or staff")
    ],
    periods: [.month, .quarter, .year, .all],
    source: "After mixing matrices in network studies of online communities",
    weaknesses: ["A reply to a reply counts as a response to the one who began the thread."],
    needs: [.threads, .roles],
    example: WorkedExample(
      until: "2018-03-31 12:00",
      [
        .init("t1", "ana", "2018-01-03 09:00"),
        .init("t1", "desk (staff)", "2018-01-03 10:00", .reply),
        .init("t1", "ben", "2018-01-03 11:00", .reply, count: 2),
        .init("t2", "ben", "2018-03-04 09:00"), .init("t2", "ana", "2018-03-05 12:00", .reply),
      ],
      gives: [
        .init("", "2018", "responder=newcomer;starter=newcomer", is: 2),
        .init("", "2018", "responder=staff;starter=newcomer", is: 1),
        .init("", "2018", "responder=regular;starter=regular", is: 1),
        .init("", "2018", "responder=staff;starter=staff", is: 0),
      ]),
    procedure: .plain(measureResponseMatrix))
}

private func measureResponseMatrix(_ frame: Frame) -> Findings {
  let kinds = PersonClass.allCases
  var tallies = kinds.flatMap { _ in kinds.map { _ in Tally(frame.calendar) } }
  for row in frame.rows where frame.threads.isResponse(row, in: frame) {
    let start = Int(frame.threads.starts[Int(frame.threads.ofRow[row])])
    guard let responder = frame.personClass(of: row), let starter = frame.personClass(of: start)
    else { continue }
    tallies[responder.index * kinds.count + starter.index].count(day: frame.days[row])
  }
  let rows = kinds.flatMap { responder in
    kinds.flatMap { starter in
      tallies[responder.index * kinds.count + starter.index].findings(
        "", Metric.responseMatrix.periods,
        Segment([("responder", responder.rawValue), ("starter", starter.rawValue)]),
        frame.calendar)
    }
  }
  return Findings(rows: rows)
}

extension PersonClass {
  /// Its place in ``allCases``.
  var index: Int {
    switch self {
    case .moderator: 0
    case .newcomer: 1
    case .regular: 2
    case .staff: 3
    }
  }
}

extension ThreadColumns {
  /// Whether a row is a counted item in one of these threads by another person than its starter.
  func isResponse(_ row: Int, in frame: Frame) -> Bool {
    let thread = Int(ofRow[row])
    guard thread >= 0, frame.traits[row].contains(.counted) else { return false }
    let start = Int(starts[thread])
    return row != start && frame.items.authors[row] != frame.items.authors[start]
  }
}
