/// A metric's id, with a dot for the part where it has several: `time_to_first_response.median`.
package struct MetricName: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let id: MetricID
  /// Empty for a metric of one part.
  package let part: String

  package init(_ id: MetricID, _ part: String = "") {
    self.id = id
    self.part = part
  }

  package var description: String { part.isEmpty ? id.rawValue : "\(id.rawValue).\(part)" }

  package static func < (left: MetricName, right: MetricName) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

/// The metrics by the name they have in tables, addresses and front matter.
package enum MetricID: String, Sendable, CaseIterable {
  case activity
  case activityTimes = "activity_times"
  case answeredWithin = "answered_within"
  case botActivity = "bot_activity"
  case burstiness
  case campaignEffect = "campaign_effect"
  case codes
  case contributorAbsenceFactor = "contributor_absence_factor"
  case contributors
  case conversion
  case criticismStatus = "criticism_status"
  case giveAndTake = "give_and_take"
  case helpers
  case inactiveContributors = "inactive_contributors"
  case jobs
  case linksShared = "links_shared"
  case newContributors = "new_contributors"
  case occasionalContributors = "occasional_contributors"
  case participationDepth = "participation_depth"
  case praiseAndCriticism = "praise_and_criticism"
  case responseMatrix = "response_matrix"
  case responseParity = "response_parity"
  case responseSources = "response_sources"
  case retention
  case returningContributors = "returning_contributors"
  case spokenTo = "spoken_to"
  case timeToAnswer = "time_to_answer"
  case timeToFirstResponse = "time_to_first_response"
  case topics
  case unanswered
}
