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
  var name: String {
    switch self {
    case .items: "Posts and comments"
    case .people: "People who wrote"
    case .newcomers: "Newcomers"
    case .firstResponse: "Median time to a first response"
    case .answeredInADay: "Answered within 24 hours"
    case .unanswered: "Questions without a response"
    }
  }

  /// Which way is good, where the metric says so.
  var better: Metric.Direction? {
    Metrics.metric(metric.id).parts.first { $0.name == metric.part }?.better
  }

  /// A stock is counted at the end of the data, everything else over a finished period.
  var isStock: Bool { self == .unanswered }
}
