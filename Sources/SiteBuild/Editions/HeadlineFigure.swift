internal import Measures

/// The figures that editions are compared by.
enum HeadlineFigure: CaseIterable {
  case items, people, newcomers, firstResponse, answeredInADay, unanswered

  var metric: MetricName {
    switch self {
    case .items: MetricName(.activity, "items")
    case .people: MetricName(.contributors)
    case .newcomers: MetricName(.newContributors)
    case .firstResponse: MetricName(.timeToFirstResponse, "median")
    case .answeredInADay: MetricName(.answeredWithin, "24h")
    case .unanswered: MetricName(.unanswered)
    }
  }

  /// What it is called in a list of changes.
  var name: SiteWord {
    switch self {
    case .items: .postsAndComments
    case .people: .peopleWhoWrote
    case .newcomers: .newcomers
    case .firstResponse: .medianWait
    case .answeredInADay: .answeredInADay
    case .unanswered: .questionsWithoutResponse
    }
  }

  /// Which way is good, where the metric says so.
  var better: Metric.Direction? {
    Metrics.metric(metric.id).parts.first { $0.name == metric.part }?.better
  }

  /// A stock is counted at the end of the data, everything else over a finished period.
  var isStock: Bool { self == .unanswered }
}
