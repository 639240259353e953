/// Everything that was measured, and the only thing later stages read about a community's numbers.
package struct MeasurementTable: Sendable {
  /// Sorted by community, metric, period and segment, each in the order of its text.
  package let rows: [Measurement]
  /// Where the rows of one metric of one community stand.
  let ranges: [Key: Range<Int>]

  struct Key: Hashable {
    var community: String
    var metric: MetricName
  }

  /// Rows of several communities as one table; no community may be in two of them.
  package init(merging tables: [MeasurementTable]) {
    if tables.count == 1, let only = tables.first {
      self = only
      return
    }
    let ordered = tables.filter { !$0.rows.isEmpty }.sorted {
      $0.rows[0].community.utf8.lexicographicallyPrecedes($1.rows[0].community.utf8)
    }
    self.init(sorted: ordered.flatMap(\.rows))
  }

  init(sorted rows: [Measurement]) {
    self.rows = rows
    var ranges: [Key: Range<Int>] = [:]
    var start = 0
    for row in rows.indices where row + 1 == rows.count || !rows[row].isSibling(of: rows[row + 1]) {
      ranges[Key(community: rows[row].community, metric: rows[row].metric)] = start..<row + 1
      start = row + 1
    }
    self.ranges = ranges
  }

  /// The slugs that have rows, sorted.
  package var communities: [String] {
    var slugs: [String] = []
    for row in rows where slugs.last != row.community { slugs.append(row.community) }
    return slugs
  }

  /// The segments that rows of each community have, by its slug.
  package var segments: [String: Set<Segment>] {
    rows.reduce(into: [:]) { $0[$1.community, default: []].insert($1.segment) }
  }
}

extension Measurement {
  fileprivate func isSibling(of other: Measurement) -> Bool {
    metric == other.metric && community == other.community
  }
}
