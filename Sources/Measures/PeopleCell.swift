/// A count of distinct people that some row of the table tells, rests on, or lets be worked out.
struct PeopleCell: Hashable, Sendable {
  enum Count: Hashable, Comparable, Sendable {
    case contributors, new, returning, inactive
    /// All contributors but the inactive ones; in no row.
    case stillActive
    /// In the threads that began in the period.
    case participants
  }

  var count: Count
  var period: Period

  init(_ count: Count, _ period: Period) {
    self.count = count
    self.period = period
  }
}

extension PeopleCell.Count {
  /// Whether rows tell it; the others are only ever worked out.
  var isTold: Bool {
    switch self {
    case .contributors, .new, .returning, .inactive, .participants: true
    case .stillActive: false
    }
  }

  /// The least a hidden count can be: a told 0 would have been shown.
  var leastHidden: Int { isTold ? 1 : 0 }
}
