internal import CommunityData

extension Metric {
  static let participationDepth = Metric(
    id: .participationDepth,
    title: "Participation depth",
    definition: "How many items and how many different people a thread gathers.",
    formula: """
      Mean number of counted items a thread, mean number of distinct people a thread, and the share \
      of threads with at least three people, over the threads that began in the period, up to the \
      snapshot's end. Deleted accounts add items and no people. The mean of people is shown only \
      where the threads of the period gathered enough people together.
      """,
    parts: [
      Part("items", .ratio, "Items a thread"),
      Part("people", .ratio, "People a thread", people: true),
      Part("three_or_more", .share, "Share of threads with at least three people"),
    ],
    segments: [],
    periods: [.month, .quarter, .year, .all],
    source: "GrimoireLab; CHAOSS",
    weaknesses: ["Young threads are still growing.", "One long thread lifts the mean."],
    needs: [.threads],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00"), .init("t1", "ben", "2018-01-03 10:00", .reply),
        .init("t1", "cleo", "2018-01-03 11:00", .reply),
        .init("t1", "ana", "2018-01-03 12:00", .reply), .init("t2", "ben", "2018-01-08 08:00"),
      ],
      gives: [
        .init("items", "2018-01", is: 2.5), .init("people", "2018-01", is: 2),
        .init("three_or_more", "2018-01", is: 0.5),
      ]),
    measure: measureParticipationDepth)
}

private func measureParticipationDepth(_ frame: Frame) -> Findings {
  let order = frame.threads.rowsByThread
  let depths = threadDepths(frame, order)
  var findings = Findings()
  for kind in Metric.participationDepth.periods {
    let indexOfDay = frame.calendar.indexOfDay(kind)
    let places = frame.calendar.places(kind)
    var sums = [DepthSum](repeating: DepthSum(), count: places.count)
    for (thread, depth) in depths.enumerated() {
      let day = frame.days[Int(frame.threads.starts[thread])]
      sums[Int(indexOfDay[Int(day)])].add(depth)
    }
    let participants = participants(frame, order, kind)
    for (index, place) in places.enumerated() {
      let cell = PeopleCell(.participants, place.period)
      findings.people[cell] = participants[index]
      findings.rows += sums[index].findings(at: place, rests: cell)
    }
  }
  return findings
}

private struct Depth {
  var items = 0
  var people = 0
}

private struct DepthSum {
  var threads = 0
  var items = 0
  var people = 0
  var withThree = 0

  mutating func add(_ depth: Depth) {
    threads += 1
    items += depth.items
    people += depth.people
    if depth.people >= 3 { withThree += 1 }
  }

  func findings(at place: Measurement.Place, rests cell: PeopleCell) -> [Finding] {
    [
      Finding(part: "items", place: place, outcome: mean(items)),
      Finding(part: "people", place: place, outcome: mean(people), rests: [cell]),
      Finding("three_or_more", place, share: withThree, of: threads),
    ]
  }

  private func mean(_ sum: Int) -> Finding.Outcome {
    guard threads > 0 else { return .undefined(.nothing) }
    return .estimate(Estimate(Double(sum) / Double(threads), n: threads))
  }
}

/// `order` holds the rows of each thread one after the other.
private func threadDepths(_ frame: Frame, _ order: [Int32]) -> [Depth] {
  var depths = [Depth](repeating: Depth(), count: frame.threads.count)
  var lastThread = [Int32](repeating: -1, count: frame.community.members.count)
  for row in order.lazy.map({ Int($0) }) where frame.traits[row].contains(.counted) {
    let thread = frame.threads.ofRow[row]
    depths[Int(thread)].items += 1
    let author = Int(frame.items.authors[row])
    if author >= 0, lastThread[author] != thread {
      lastThread[author] = thread
      depths[Int(thread)].people += 1
    }
  }
  return depths
}

/// Distinct people in all threads that began in each period.
private func participants(_ frame: Frame, _ order: [Int32], _ kind: Period.Kind) -> [Int] {
  let indexOfDay = frame.calendar.indexOfDay(kind)
  var counts = [Int](repeating: 0, count: frame.calendar.places(kind).count)
  var lastPeriod = [Int32](repeating: -1, count: frame.community.members.count)
  for row in order.lazy.map({ Int($0) }) where frame.traits[row].contains(.byPerson) {
    let start = frame.threads.starts[Int(frame.threads.ofRow[row])]
    let period = indexOfDay[Int(frame.days[Int(start)])]
    let author = Int(frame.items.authors[row])
    if lastPeriod[author] != period {
      lastPeriod[author] = period
      counts[Int(period)] += 1
    }
  }
  return counts
}

extension ThreadColumns {
  /// The rows of the threads, thread by thread, in the order of time within each.
  var rowsByThread: [Int32] {
    var ends = [Int](repeating: 0, count: count + 1)
    for thread in ofRow where thread >= 0 { ends[Int(thread) + 1] += 1 }
    for thread in 0..<count { ends[thread + 1] += ends[thread] }
    var order = [Int32](repeating: 0, count: ends[count])
    for (row, thread) in ofRow.enumerated() where thread >= 0 {
      order[ends[Int(thread)]] = Int32(row)
      ends[Int(thread)] += 1
    }
    return order
  }
}
