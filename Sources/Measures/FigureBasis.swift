internal import Basics
package import CommunityData

/// The posts that one number of the table was made from, and what was left out of them.
package struct FigureBasis: Sendable {
  package enum Thing: String, Sendable { case items, threads }

  package var thing: Thing
  /// Rows of the items, or of the first items of the threads, oldest first; nil where the number is
  /// about people, whom a list of their posts would show.
  package var rows: [Int]?
  /// Items of the period that are counted nowhere, by reason; only reasons that there are.
  package var leftOut: [LeftOut]

  package struct LeftOut: Sendable, Equatable {
    package var reason: String
    package var items: Int
  }
}

/// What a row of the table rests on; nil where it has no number that may be told, was measured elsewhere,
/// or rests on more than posts that can be picked out one by one.
package func basis(
  of measurement: Measurement, in community: Community, _ settings: MeasureSettings
) -> FigureBasis? {
  guard case .value = measurement.result, community.numbers == nil else { return nil }
  let readsTexts = measurement.metric.id.readsCodes
  let frame = Frame(
    community, settings, readsTexts ? TextFindings(community, settings.inputs) : .none)
  let metric = Metrics.metric(measurement.metric.id)
  let part = metric.parts.first { $0.name == measurement.metric.part }
  let rows = frame.rows.filter { frame.isInside(measurement.period, row: $0) }
  let thing: FigureBasis.Thing =
    metric.id.countsThreads || measurement.unit == .threads ? .threads : .items
  let isAboutPeople = part?.isAboutPeople ?? true
  if !isAboutPeople, !measurement.restsOnPosts { return nil }
  let behind = isAboutPeople ? nil : frame.rows(behind: measurement, thing, among: rows)
  return FigureBasis(thing: thing, rows: behind, leftOut: frame.leftOut(of: rows))
}

extension Measurement {
  /// Whether ``Frame/isCounted(_:by:_:)`` and ``Frame/isInside(_:_:row:)`` know what it counts and cuts by.
  fileprivate var restsOnPosts: Bool {
    let known = Set(["channel", "starter", "code", "job", "age", "responder"])
    guard segment.pairs.allSatisfy({ known.contains($0.key) }) else { return false }
    switch metric.id {
    case .activity, .answeredWithin, .botActivity, .codes, .jobs, .participationDepth,
      .praiseAndCriticism, .responseMatrix, .responseParity, .responseSources, .spokenTo,
      .timeToAnswer, .timeToFirstResponse, .unanswered:
      return true
    default: return false
    }
  }
}

extension MetricID {
  /// Whether its numbers rest on what items say.
  fileprivate var readsCodes: Bool {
    switch self {
    case .codes, .jobs, .praiseAndCriticism: true
    default: false
    }
  }

  /// Whether only threads that ask something count.
  fileprivate var asksQuestions: Bool {
    switch self {
    case .answeredWithin, .timeToAnswer, .unanswered: true
    default: false
    }
  }

  /// Whether its numbers are about whole threads, each in the period in which it began.
  fileprivate var countsThreads: Bool {
    switch self {
    case .answeredWithin, .participationDepth, .responseParity, .responseSources, .timeToAnswer,
      .timeToFirstResponse, .unanswered:
      true
    default: false
    }
  }
}

extension Frame {
  fileprivate func isInside(_ period: Period, row: Int) -> Bool {
    guard let first = period.firstDay, let end = period.endDay else { return true }
    let day = calendar.firstDay + Int(days[row])
    return first.daysSinceEpoch <= day && day < end.daysSinceEpoch
  }

  fileprivate func rows(
    behind measurement: Measurement, _ thing: FigureBasis.Thing, among rows: [Int]
  ) -> [Int] {
    let pairs = measurement.segment.pairs
    var rows = rows
    if measurement.metric.id.asksQuestions {
      let asked = Set(questions(in: self).map { Int(threads.starts[$0]) })
      rows = rows.filter(asked.contains)
    }
    if let job = pairs.first(where: { $0.key == "job" })?.value {
      let about = threads(about: job)
      rows = rows.filter { about.contains(threads.ofRow[$0]) }
    }
    return rows.filter { row in
      guard isCounted(row, by: measurement.metric, thing) else { return false }
      return pairs.allSatisfy { isInside($0.key, $0.value, row: row) }
    }
  }

  private func isCounted(_ row: Int, by name: MetricName, _ thing: FigureBasis.Thing) -> Bool {
    switch (name.id, name.part) {
    case (.botActivity, _): return !traits[row].isDisjoint(with: [.counted, .byBot])
    case (.activity, "replies"): return traits[row].contains(.counted) && !startsThread(row)
    case (.spokenTo, _): return traits[row].isSuperset(of: [.counted, .byStaff])
    case (.responseMatrix, _): return threads.isResponse(row, in: self)
    case (.praiseAndCriticism, "praise"): return isCoded(row, ["praise"])
    case (.praiseAndCriticism, "criticism"): return isCoded(row, ["criticism"])
    case (.praiseAndCriticism, "both"): return isCoded(row, ["praise", "criticism"])
    case (.jobs, "unanswered"):
      return startsThread(row) && threads.responses[Int(threads.ofRow[row])] < 0
    case (.unanswered, _), (.timeToFirstResponse, "unanswered"):
      return startsThread(row) && threads.responses[Int(threads.ofRow[row])] < 0
        && (name.id != .unanswered || isOpen(Int(threads.ofRow[row]), in: self))
    default:
      return thing == .threads ? startsThread(row) : traits[row].contains(.counted)
    }
  }

  private func isCoded(_ row: Int, _ names: [String]) -> Bool {
    traits[row].contains(.counted) && names.allSatisfy { codes.has(codes.number(of: $0), row) }
  }

  /// The threads in which an item has a phrase of a job.
  private func threads(about id: String) -> Set<Int32> {
    guard let job = inputs.jobs.firstIndex(where: { $0.id == id }) else { return [] }
    let code = codes.number(ofJob: job)
    return Set(
      rows.filter { traits[$0].contains(.counted) && codes.has(code, $0) }.map { threads.ofRow[$0] }
    )
  }

  private func startsThread(_ row: Int) -> Bool {
    traits[row].isSuperset(of: [.counted, .startsThread]) && threads.ofRow[row] >= 0
  }

  /// Cuts that are no property of the posts themselves, as who responded, leave all of them in.
  private func isInside(_ key: String, _ value: String, row: Int) -> Bool {
    switch key {
    case "channel":
      let channel = Int(items.channels[row])
      return channel >= 0 && community.channels[channel].id == value
    case "starter" where value == "newcomer": return people.isByNewcomer(row) == true
    case "starter" where value == "regular": return people.isByNewcomer(row) == false
    case "code": return codes.has(codes.number(of: value), row)
    case "age":
      return AgeBand(waiting: Int(end - items.published[row])).rawValue == value
    default: return true
    }
  }

  fileprivate func leftOut(of rows: [Int]) -> [FigureBasis.LeftOut] {
    var counts: [String: Int] = [:]
    for row in rows where !traits[row].contains(.counted) {
      counts[reason(row), default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map {
      FigureBasis.LeftOut(reason: $0.key, items: $0.value)
    }
  }

  private func reason(_ row: Int) -> String {
    switch items.types[row] {
    case .system: "messages of the system"
    case .boost: "boosts of somebody else's words"
    default:
      items.authors[row] >= 0 && community.members[Int(items.authors[row])].kind == .bot
        ? "items by bots" : "items by the system's own accounts"
    }
  }
}
