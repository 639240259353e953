internal import Basics

/// Every metric there is.
package enum Metrics {
  /// In the order of their ids.
  package static let all: [Metric] = MetricID.allCases.map(metric).sorted {
    $0.id.rawValue < $1.id.rawValue
  }

  /// The metric of an id.
  package static func metric(_ id: MetricID) -> Metric {
    switch id {
    case .activity: .activity
    case .activityTimes: .activityTimes
    case .answeredWithin: .answeredWithin
    case .botActivity: .botActivity
    case .burstiness: .burstiness
    case .campaignEffect: .campaignEffect
    case .codes: .codes
    case .contributorAbsenceFactor: .contributorAbsenceFactor
    case .contributors: .contributors
    case .conversion: .conversion
    case .criticismStatus: .criticismStatus
    case .giveAndTake: .giveAndTake
    case .helpers: .helpers
    case .inactiveContributors: .inactiveContributors
    case .jobs: .jobs
    case .linksShared: .linksShared
    case .newContributors: .newContributors
    case .occasionalContributors: .occasionalContributors
    case .participationDepth: .participationDepth
    case .praiseAndCriticism: .praiseAndCriticism
    case .responseMatrix: .responseMatrix
    case .responseParity: .responseParity
    case .responseSources: .responseSources
    case .retention: .retention
    case .returningContributors: .returningContributors
    case .spokenTo: .spokenTo
    case .timeToAnswer: .timeToAnswer
    case .timeToFirstResponse: .timeToFirstResponse
    case .topics: .topics
    case .unanswered: .unanswered
    }
  }

  /// The name an author typed: `time_to_first_response.median`.
  package static func name(_ typed: String) throws(MeasureError) -> MetricName {
    let pieces = typed.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let id = String(pieces[0])
    let part = pieces.count == 2 ? String(pieces[1]) : ""
    guard let known = MetricID(rawValue: id) else {
      let names = MetricID.allCases.map(\.rawValue)
      throw .unknownMetric(id, suggestion: suggestion(for: id, among: names))
    }
    let parts = metric(known).parts.map(\.name)
    guard parts.contains(part) else {
      let near = suggestion(for: part, among: parts)
      throw .unknownPart(part, of: known, suggestion: near, parts: parts)
    }
    return MetricName(known, part)
  }
}
