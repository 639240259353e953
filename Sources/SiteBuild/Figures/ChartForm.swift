internal import Basics
internal import Measures

/// In which form a chart shows its metric.
enum ChartForm: String, CaseIterable, Sendable {
  /// The course of any metric; numbers, two moments, or courses of several things.
  case line, bars, slope, multiples
  /// For the metrics that are made for them.
  case boxes, dots, diverging, heatmap, cohorts, matrix

  /// Those that lay several things side by side.
  static let comparisons = [bars, slope, multiples]

  /// The forms of a metric of one community, the one it takes by itself first.
  static func forms(of metric: MetricName) -> [ChartForm] {
    let special = allCases.filter { $0.figure(of: metric) != nil }
    return hasNoCourse(metric) ? special : [.line] + special
  }

  /// The drawing that is made for a metric; nil where this form has none for it.
  func figure(of metric: MetricName) -> TableFigure? {
    switch (self, metric.id) {
    case (.boxes, .timeToFirstResponse): .waits
    case (.dots, .answeredWithin): .promptness
    case (.diverging, .praiseAndCriticism): .praiseAndCriticism
    case (.diverging, .giveAndTake): .giveAndTake
    case (.diverging, .campaignEffect): .campaigns
    case (.heatmap, .activityTimes): .rhythm
    case (.cohorts, .retention): .retention
    case (.matrix, .responseMatrix): .matrix
    case (.bars, .responseSources): .sources
    case (.bars, .linksShared): .links
    case (.bars, .topics): metric.part == "rising" ? .risingTerms : .topics
    default: nil
    }
  }

  /// Metrics that are nothing but their cuts, so that a line of the whole says nothing.
  private static func hasNoCourse(_ metric: MetricName) -> Bool {
    switch metric.id {
    case .activityTimes, .retention, .responseMatrix, .responseSources, .campaignEffect,
      .linksShared, .topics:
      true
    default: false
    }
  }
}
