/// What a measured number counts.
package enum Unit: String, Sendable, CaseIterable {
  case items, people, threads, entries, seconds, share, ratio, score
  /// So many of what is counted for each week.
  case perWeek = "per_week"

  /// Whether values are whole numbers; the others are fractions.
  package var isWhole: Bool {
    switch self {
    case .items, .people, .threads, .entries, .seconds: true
    case .share, .ratio, .score, .perWeek: false
    }
  }
}
