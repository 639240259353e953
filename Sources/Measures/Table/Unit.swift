/// What a measured number counts.
package enum Unit: String, Sendable, CaseIterable {
  case items, people, threads, seconds, share, ratio, score

  /// Whether values are whole numbers; the others are fractions.
  package var isWhole: Bool {
    switch self {
    case .items, .people, .threads, .seconds: true
    case .share, .ratio, .score: false
    }
  }
}
