package import Basics

/// What was asked of the measurement table and is not in it.
package enum MeasureError: Error, Equatable {
  case unknownMetric(String, suggestion: String?)
  /// `nearest` is the nearest part, `parts` all of them.
  case unknownPart(String, of: MetricID, suggestion: String?, parts: [String])
  case unknownCommunity(String, suggestion: String?)
  /// `range` tells the first and last period of that kind, where there are any.
  case unknownPeriod(String, suggestion: String?, range: String?)
  case unknownSegment(String, suggestion: String?)
  /// The metric looks back further than the community's window goes.
  case windowTooShort(MetricName, community: String)
  case thresholdTooLow(Int, least: Int)
  /// A hidden count of people of a period can be worked out from what is shown.
  case exposedCount(Period, community: String)
  /// Seconds east of UTC.
  case noSuchZone(Int)

  /// The finding, at the place in the author's text that asked.
  package func diagnostic(at excerpt: SourceExcerpt) -> Diagnostic {
    Diagnostic(code, message, at: excerpt, fix: fix)
  }

  /// The finding where no text asked: on the command line.
  package func diagnostic(at location: SourceLocation? = nil) -> Diagnostic {
    Diagnostic(code, message, at: location, fix: fix)
  }

  package var code: DiagnosticCode {
    switch self {
    case .unknownMetric: MeasuresCodes.unknownMetric
    case .unknownPart: MeasuresCodes.unknownPart
    case .unknownCommunity: MeasuresCodes.unknownCommunity
    case .unknownPeriod: MeasuresCodes.unknownPeriod
    case .unknownSegment: MeasuresCodes.unknownSegment
    case .windowTooShort: MeasuresCodes.windowTooShort
    case .thresholdTooLow: MeasuresCodes.thresholdTooLow
    case .noSuchZone: MeasuresCodes.noSuchZone
    case .exposedCount: MeasuresCodes.exposedCount
    }
  }

  package var message: String {
    switch self {
    case .unknownMetric(let name, _): "unknown metric `\(name)`"
    case .unknownPart("", let id, _, _): "metric `\(id.rawValue)` has parts and none is named"
    case .unknownPart(let part, let id, _, _): "metric `\(id.rawValue)` has no part `\(part)`"
    case .unknownCommunity(let slug, _): "nothing is measured for community `\(slug)`"
    case .unknownPeriod(let period, _, _): "no such period `\(period)`"
    case .unknownSegment(let segment, _): "no such segment `\(segment)`"
    case .windowTooShort(let name, let community):
      "the window of community `\(community)` is too short for metric `\(name)`"
    case .thresholdTooLow(let k, let least): "a threshold of \(k) people is below \(least)"
    case .exposedCount(let period, let community):
      "a hidden count of people of `\(community)` in `\(period)` can be worked out from the others"
    case .noSuchZone(let seconds): "no time zone lies \(seconds) seconds from UTC"
    }
  }

  package var fix: String? {
    switch self {
    case .unknownMetric(_, let suggestion), .unknownCommunity(_, let suggestion),
      .unknownSegment(_, let suggestion):
      suggestion
    case .unknownPart(_, _, let suggestion, let parts):
      suggestion ?? (parts == [""] ? "it has no parts" : "parts: " + parts.joined(separator: ", "))
    case .unknownPeriod(_, let suggestion, let range): suggestion ?? range
    case .windowTooShort: "leave the figure out until there is more data"
    case .thresholdTooLow(_, let least): "write \(least) or more"
    case .exposedCount: "this is a fault of Meadow, please report it"
    case .noSuchZone: "write an offset between -14:00 and +14:00"
    }
  }
}
