internal import Basics
internal import Measures
internal import OpenData

/// At which ends the data cut off the periods that a query's rows are about.
struct QueryCutOffs {
  private let periods: CutPeriods
  /// The communities of the site, by what rows call them: by id and by name.
  private let ids: [String: String]
  /// Those that the query itself names.
  private let named: Set<String>
  /// Whether the numbers can be measured ones: how many insights a month has does not hang on data.
  private let isMeasured: Bool

  init(_ query: PageQuery, _ plan: SitePlan) {
    periods = plan.cutPeriods
    isMeasured = query.sql.lowercased().contains("measurements")
    let texts = [query.sql] + query.arguments
    named = Set(
      plan.communities.map(\.slug).filter { slug in texts.contains { $0.contains("'\(slug)'") } })
    ids = Dictionary(
      plan.communities.flatMap { [($0.name, $0.slug), ($0.slug, $0.slug)] },
      uniquingKeysWith: { _, last in last })
  }

  /// Of a row whose label is a period; a row that names communities is of these.
  func cutOff(_ row: [SQLValue], label: Int) -> CutOff {
    guard isMeasured, let period = Period(row[label].raw) else { return [] }
    let own = Set(row.compactMap { ids[$0.raw] })
    return periods.cutOff(period, of: own.isEmpty ? named : own)
  }
}
