internal import CommunityData

extension Metric {
  static let responseParity = Metric(
    id: .responseParity,
    title: "As responsive as friends",
    definition: "Whether staff respond to members as fast as members respond to each other.",
    formula: """
      Over threads begun by plain members: the median time to a first response by a plain member, \
      divided by the median time to a first response by staff, each over the threads whose first \
      response came from them. Above 1 staff were faster, below 1 slower. Interval: 95%, for the \
      ratio of two medians, distribution-free (Price and Bonett). Medians are type 7. No number where \
      one of the two has fewer than five threads or a median of no seconds. n is the number of \
      threads.
      """,
    parts: [Part("", .ratio, "Members' median time ÷ staff's median time", better: .up)],
    segments: [],
    periods: [.month, .quarter, .year, .all],
    source: "Ours; interval after Price and Bonett 2002",
    weaknesses: [
      "Threads nobody answered are in neither median: read it beside the unanswered.",
      "Staff may get the harder questions.",
    ],
    needs: [.threads, .roles],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      (0..<5).flatMap { n -> [WorkedExample.Post] in
        [
          .init("m\(n)", "ana", "2018-01-0\(n + 1) 09:00"),
          .init("m\(n)", "ben", "2018-01-0\(n + 1) 1\(n):00", .reply),
          .init("s\(n)", "ana", "2018-01-1\(n + 1) 09:00"),
          .init("s\(n)", "desk (staff)", "2018-01-1\(n + 1) 15:00", .reply),
        ]
      }.sorted { $0.at < $1.at },
      gives: [.init("", "2018-01", is: 0.5)]),
    procedure: .plain(measureResponseParity))
}

private let fewestThreads = 5

private func measureResponseParity(_ frame: Frame) -> Findings {
  let members = responseTimes(frame) { !$0.contains(.byStaff) && !$0.contains(.byModerator) }
  let staff = responseTimes(frame) { $0.contains(.byStaff) }
  let rows = Metric.responseParity.periods.flatMap { kind in
    let times = zip(members.byPeriod(kind, frame.calendar), staff.byPeriod(kind, frame.calendar))
    return zip(frame.calendar.places(kind), times).map { place, times in
      Finding(part: "", place: place, outcome: ratio(times.0, times.1))
    }
  }
  return Findings(rows: rows)
}

/// The waits of the threads of plain members whose first response came from somebody of that kind.
private func responseTimes(
  _ frame: Frame, by isResponder: (RowTraits) -> Bool
) -> PeriodWaits {
  let threads = frame.threads
  let answered = (0..<threads.count).filter { thread in
    let starter = frame.traits[Int(threads.starts[thread])]
    let response = Int(threads.responses[thread])
    guard response >= 0, frame.traits[response].contains(.byPerson) else { return false }
    return starter.contains(.byPerson) && starter.isDisjoint(with: [.byStaff, .byModerator])
      && isResponder(frame.traits[response])
  }
  return PeriodWaits(frame, answered, endedBy: threads.responses)
}

private func ratio(_ members: [Wait], _ staff: [Wait]) -> Finding.Outcome {
  let members = members.map { Int($0.seconds) }
  let staff = staff.map { Int($0.seconds) }
  guard members.count >= fewestThreads, staff.count >= fewestThreads,
    let ratio = medianRatio(members, staff)
  else { return .undefined(.nothing) }
  return .estimate(ratio)
}
