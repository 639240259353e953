/// A count of distinct people that some row of the table tells, rests on, or lets be worked out.
struct PeopleCell: Hashable, Sendable {
  enum Count: Hashable, Comparable, Sendable {
    case contributors, new, returning, inactive, helpers
    /// New in the period or before it: at least as many as wrote in it. In no row.
    case everSoFar
    /// All contributors but the inactive ones; in no row.
    case stillActive
    /// Inactive since before the period; in no row.
    case gone
    /// Contributors who are not new, and those of them who wrote in the period before; in no row.
    case notNew, stayed
    /// Those who wrote most, half of the items together.
    case topHalf
    /// In the threads that began in the period.
    case participants
    /// The people of each of these threads, added up over the threads.
    case seats
    /// New in the period and observed so many months later, those of them who wrote then, and those
    /// who did not.
    case cohort(monthsLater: Int)
    case retained(monthsLater: Int)
    case lost(monthsLater: Int)
    /// Active in the twelve months before; with few items, and with more.
    case activeYear, occasional, frequent
    /// New in the period for at least thirty days, by how far they came, and the others.
    case settled
    case reached(ConversionLevel)
    case missed(ConversionLevel)
    /// Who came as far as the level before and no further.
    case between(ConversionLevel)
    /// Who shared any link, links to a listed domain or page, and links to one kind of media.
    case linking, linkingTo(String), linkingMedia(String)
    /// Who wrote what the entries of the ledger name: all, of one status, of one entry.
    case concerned(String)
    /// New people in a stretch of days around a campaign, counted from the window's first.
    case newFrom(day: Int, days: Int)
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
    case .everSoFar, .stillActive, .gone, .notNew, .stayed, .lost, .frequent, .missed, .between:
      false
    default: true
    }
  }

  /// The least a hidden count can be: a told 0 would have been shown.
  var leastHidden: Int { isTold ? 1 : 0 }
}
