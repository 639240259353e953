internal import Basics
package import CommunityData

/// The posts that one number of the table was made from, and what was left out of them.
package struct FigureBasis: Sendable {
  package enum Thing: String, Sendable { case items, threads }

  package var thing: Thing
  /// Rows of the items, or of the first items of the threads, oldest first; nil where the number is
  /// about people, whom a list of their posts would show.
  package var rows: [Int]?
  /// Items of the period that the metric counts nowhere, by reason; only reasons that there are.
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
  guard measurement.value != nil, community.numbers == nil else { return nil }
  let metric = Metrics.metric(measurement.metric.id)
  let isAboutPeople = measurement.isAboutPeople
  guard isAboutPeople || measurement.restsOnPosts else { return nil }
  let texts: TextFindings =
    metric.id.readsCodes ? TextFindings(community, settings.inputs) : .none
  let frame = Frame(community, settings, texts)
  let rows = frame.rows.filter { frame.isInside(measurement.period, row: $0) }
  var basis = FigureBasis(
    thing: measurement.thing, leftOut: frame.leftOut(of: rows, by: metric.id))
  if isAboutPeople { return basis }
  let behind = frame.rows(behind: measurement, among: rows)
  // A list of another length is not what the number was made from.
  guard behind.count == measurement.madeFrom else { return nil }
  basis.rows = behind
  return basis
}

extension Measurement {
  /// What the posts behind it are listed as.
  var thing: FigureBasis.Thing {
    metric.id.countsThreads || unit == .threads || metric.part == "threads" ? .threads : .items
  }

  /// Whether it counts people; around campaigns one part has people and items.
  fileprivate var isAboutPeople: Bool {
    if metric.id == .campaignEffect { return segment.countsNewPeople }
    let part = Metrics.metric(metric.id).parts.first { $0.name == metric.part }
    return part?.isAboutPeople ?? true
  }

  /// How many of them it was made from, as the table tells it.
  fileprivate var madeFrom: Int? {
    switch unit {
    case .items, .threads: value.map { Int($0) }
    default: result.value?.n
    }
  }

  /// Whether ``Frame/rows(behind:among:)`` knows what it counts and cuts by.
  fileprivate var restsOnPosts: Bool {
    let known = Set(["channel", "starter", "by", "code", "job", "age", "responder"])
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

  fileprivate func leftOut(of rows: [Int], by metric: MetricID) -> [FigureBasis.LeftOut] {
    var counts: [String: Int] = [:]
    for row in rows where isLeftOut(row, by: metric) { counts[reason(row), default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map {
      FigureBasis.LeftOut(reason: $0.key, items: $0.value)
    }
  }

  private func isLeftOut(_ row: Int, by metric: MetricID) -> Bool {
    if metric == .botActivity { return traits[row].isDisjoint(with: [.counted, .byBot]) }
    return metric.readsCodes ? !isRead(row) : !traits[row].contains(.counted)
  }

  private func reason(_ row: Int) -> String {
    if traits[row].contains(.counted) { return "deleted items, which are not read" }
    return switch items.types[row] {
    case .system: "messages of the system"
    case .boost: "boosts of somebody else's words"
    default:
      items.authors[row] >= 0 && community.members[Int(items.authors[row])].kind == .bot
        ? "items by bots" : "items by the system's own accounts"
    }
  }
}
