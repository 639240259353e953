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
      where the threads of the period gathered enough people together, and where it would not tell \
      the mean of a period in which they did not.
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
    procedure: .people(DepthCounts.self))
}

/// By period, the kinds one after the other: what threads gathered, and how many people that were.
private struct DepthCounts: PeopleCounts {
  private struct Gathering {
    var items: Finding.Outcome
    var people: Finding.Outcome
    var threeOrMore: Finding.Outcome
    var participants: Int
    /// The people of each thread, added up.
    var seats: Int
  }

  private var gatherings: [Gathering] = []

  init(_ frame: Frame) {
    let order = frame.threads.rowsByThread
    let depths = threadDepths(frame, order)
    for kind in Metric.participationDepth.periods {
      let sums = depthSums(frame, depths, kind)
      for (sum, participants) in zip(sums, participants(frame, order, kind)) {
        gatherings.append(
          Gathering(
            items: sum.mean(sum.items), people: sum.mean(sum.people),
            threeOrMore: .share(sum.withThree, of: sum.threads), participants: participants,
            seats: sum.people))
      }
    }
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    for place in Metric.participationDepth.periods.flatMap(figures.context.calendar.places) {
      gatherings.append(
        Gathering(
          items: try figures.row("items", place.period).outcome(),
          people: try figures.row("people", place.period).outcome(),
          threeOrMore: try figures.row("three_or_more", place.period).outcome(),
          participants: try figures.participants(in: place.period),
          seats: try figures.total("people", place.period)))
    }
  }

  func findings(_ context: MeasureContext) -> Findings {
    let places = Metric.participationDepth.periods.flatMap(context.calendar.places)
    var findings = Findings()
    for (place, gathering) in zip(places, gatherings) {
      let cell = PeopleCell(.participants, place.period)
      let seats = PeopleCell(.seats, place.period)
      findings.people[cell] = gathering.participants
      findings.people[seats] = gathering.seats
      // The number of threads is told, so the mean tells the seats: of few people, in however many.
      if (1..<context.threshold).contains(gathering.participants) { findings.forced.insert(seats) }
      findings.rows += [
        Finding(part: "items", place: place, outcome: gathering.items),
        Finding(part: "people", place: place, outcome: gathering.people, rests: [cell, seats]),
        Finding(part: "three_or_more", place: place, outcome: gathering.threeOrMore),
      ]
    }
    findings.relations = sums(of: .seats, Metric.participationDepth.periods, context.calendar)
    return findings
  }
}

/// What everybody knows of a count that adds up over the calendar, where each kind of period is made
/// of whole ones of the kind before.
private func sums(
  of count: PeopleCell.Count, _ kinds: [Period.Kind], _ calendar: WindowCalendar
) -> [LinearRelation] {
  zip(kinds, kinds.dropFirst()).flatMap { short, long in
    calendar.places(long).indices.map { index -> LinearRelation in
      let parts = calendar.indexes(short, touching: long, at: index).map {
        PeopleCell(count, calendar.places(short)[$0].period)
      }
      return .equal(PeopleCell(count, calendar.places(long)[index].period), parts)
    }
  }
}

/// The depths of the threads that began in each period of a kind, added up.
private func depthSums(_ frame: Frame, _ depths: [Depth], _ kind: Period.Kind) -> [DepthSum] {
  let indexOfDay = frame.calendar.indexOfDay(kind)
  var sums = [DepthSum](repeating: DepthSum(), count: frame.calendar.places(kind).count)
  for (thread, depth) in depths.enumerated() {
    let day = frame.days[Int(frame.threads.starts[thread])]
    sums[Int(indexOfDay[Int(day)])].add(depth)
  }
  return sums
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

  func mean(_ sum: Int) -> Finding.Outcome {
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
