internal import Basics
internal import Measures

/// Which periods the data of each community do not reach the ends of.
struct CutPeriods: Sendable {
  /// By community: every period of its data, the whole ones too.
  private var cutOffs: [String: [Period: CutOff]] = [:]

  /// As the number of posts has it, which is counted for every period of a community's data.
  init(_ table: MeasurementTable) {
    let items = MetricName(.activity, "items")
    for row in table.rows where row.metric == items && row.segment == .all && row.period != .all {
      cutOffs[row.community, default: [:]][row.period] = row.cutOff
    }
  }

  /// What is missing of a period in a number of these communities: what one of them lacks, the number
  /// lacks too. Where nobody says of which communities a number is, only what all of them lack is sure.
  func cutOff(_ period: Period, of communities: Set<String>) -> CutOff {
    if communities.isEmpty {
      let known = cutOffs.values.compactMap { $0[period] }
      return known.dropFirst().reduce(known.first ?? []) { $0.intersection($1) }
    }
    return communities.reduce(into: []) { $0.formUnion(cutOffs[$1]?[period] ?? []) }
  }
}
