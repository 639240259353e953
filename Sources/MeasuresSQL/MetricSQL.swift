/// The metrics once more, in SQL: a file a metric, kept in the program itself.
///
/// Written from the definitions, not from the formulas in Swift, against which they are held.
package enum MetricSQL {
  /// What all of them read: items with their threads, days with their periods, people, responses.
  package static let tables = text(PackageResources.tables_sql)

  /// How the hits of a share become its value and interval.
  package static let share = text(PackageResources.share_sql)

  /// What is counted of people and which items pages list, beside the metrics.
  package static let forPages: [(name: String, sql: String)] = [
    ("listed", text(PackageResources.listed_sql)), ("people", text(PackageResources.people_sql)),
  ]

  /// The query of a metric by its id, `activity`; nil where there is none.
  package static func query(_ metric: String) -> String? {
    files.first { $0.metric == metric }.map { text($0.bytes) }
  }

  /// The queries by their metrics, sorted.
  package static var queries: [(metric: String, sql: String)] {
    files.map { ($0.metric, text($0.bytes)) }
  }

  /// The metrics that have a query, sorted.
  package static var metrics: [String] { files.map(\.metric) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let files: [(metric: String, bytes: [UInt8])] = [
    ("activity", PackageResources.activity_sql),
    ("activity_times", PackageResources.activity_times_sql),
    ("answered_within", PackageResources.answered_within_sql),
    ("bot_activity", PackageResources.bot_activity_sql),
    ("burstiness", PackageResources.burstiness_sql),
    ("campaign_effect", PackageResources.campaign_effect_sql),
    ("codes", PackageResources.codes_sql),
    ("contributor_absence_factor", PackageResources.contributor_absence_factor_sql),
    ("contributors", PackageResources.contributors_sql),
    ("conversion", PackageResources.conversion_sql),
    ("criticism_status", PackageResources.criticism_status_sql),
    ("give_and_take", PackageResources.give_and_take_sql),
    ("helpers", PackageResources.helpers_sql),
    ("inactive_contributors", PackageResources.inactive_contributors_sql),
    ("jobs", PackageResources.jobs_sql),
    ("links_shared", PackageResources.links_shared_sql),
    ("new_contributors", PackageResources.new_contributors_sql),
    ("occasional_contributors", PackageResources.occasional_contributors_sql),
    ("participation_depth", PackageResources.participation_depth_sql),
    ("praise_and_criticism", PackageResources.praise_and_criticism_sql),
    ("response_matrix", PackageResources.response_matrix_sql),
    ("response_parity", PackageResources.response_parity_sql),
    ("response_sources", PackageResources.response_sources_sql),
    ("retention", PackageResources.retention_sql),
    ("returning_contributors", PackageResources.returning_contributors_sql),
    ("spoken_to", PackageResources.spoken_to_sql),
    ("time_to_answer", PackageResources.time_to_answer_sql),
    ("time_to_first_response", PackageResources.time_to_first_response_sql),
    ("topics", PackageResources.topics_sql),
    ("unanswered", PackageResources.unanswered_sql),
  ]
}
