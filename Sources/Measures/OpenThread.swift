package import CommunityData

/// A question that nobody has answered by the end of what is known.
package struct OpenThread: Sendable, Equatable {
  /// The row of the item that asked.
  package let row: Int
  /// Seconds between the question and the end of what is known.
  package let waiting: Int
  package let band: AgeBand

  package init(row: Int, waiting: Int, band: AgeBand) {
    self.row = row
    self.waiting = waiting
    self.band = band
  }
}

/// How long a question has waited, in the steps a reader can act on.
package enum AgeBand: String, Sendable, CaseIterable {
  case underOneDay = "0-1d"
  case underOneWeek = "1-7d"
  case underOneMonth = "7-30d"
  case underOneQuarter = "30-90d"
  case longer = "90d-"

  /// The band of a wait in seconds; a lower bound belongs to its band.
  package init(waiting seconds: Int) {
    switch seconds / 86_400 {
    case ..<1: self = .underOneDay
    case ..<7: self = .underOneWeek
    case ..<30: self = .underOneMonth
    case ..<90: self = .underOneQuarter
    default: self = .longer
    }
  }
}

/// The questions that still wait for a first response, oldest first: what ``Metric/unanswered`` counts,
/// but for those of people who have asked to stay out of sight.
///
/// Empty where the source does not tell threads.
package func openQuestions(in community: Community) -> [OpenThread] {
  let frame = Frame(community, .standard)
  guard frame.tells(.threads) else { return [] }
  return openQuestions(in: frame).filter { frame.mayBePointedAt($0.row) }
}
