internal import Basics

/// Why what another engine measured is no table of this site.
enum MeasuredFault: Error, Equatable {
  case metric(String)
  case count(String)
  case period(String)
  case twice(String)
  case noRow(MetricName, MeasuredTable.Place)
  case noNumber(MetricName, MeasuredTable.Place)
  case noCount(String, Period)
  case contradiction(Period)
  case threshold(Int, wanted: Int)
  case zone(Int, wanted: Int)
  case lastDay(CalendarDay)
  case inputs(String)

  private var message: String {
    switch self {
    case .metric(let name): "it has rows of `\(name)`, which is no metric"
    case .count(let name): "it counts people as `\(name)`, which no metric asks for"
    case .period(let text): "it has numbers of `\(text)`, which is no period of its window"
    case .twice(let name): "it has two numbers of `\(name)`"
    case .noRow(let name, let place):
      "it has no row of `\(name)` for `\(place.period)`, `\(place.segment)`"
    case .noNumber(let name, let place):
      "its row of `\(name)` for `\(place.period)`, `\(place.segment)` has no such number"
    case .noCount(let name, let period): "it does not count `\(name)` in `\(period)`"
    case .contradiction(let period): "its counts of people in `\(period)` contradict each other"
    case .threshold(let k, let wanted): "it lists what \(k) people share, not \(wanted)"
    case .zone(let zone, let wanted):
      "its days begin \(zone) seconds east of UTC; those of the site begin \(wanted)"
    case .lastDay(let day): "its last day, \(day), lies behind its window"
    case .inputs(let reason): "what it was told of the site cannot be read: \(reason)"
    }
  }

  func diagnostic(of community: String) -> Diagnostic {
    Diagnostic(
      MeasuresCodes.measuredElsewhere,
      "the measured snapshot of `\(community)` does not fit: \(message)",
      fix: "measure again with the job of this Meadow: meadow measure --engine spark --out FOLDER")
  }
}
