import Basics
import ChartSVG
import SiteBuild

/// Charts speak English in these tests.
let english: Wording = {
  let reading = readEnglish()
  guard let wording = reading.wording, reading.diagnostics.isEmpty else {
    preconditionFailure(reading.diagnostics.map(\.text).joined(separator: "\n"))
  }
  return wording
}()

extension ChartHeading {
  init(id: String, measure: String, title: String, credit: String) {
    self.init(id: id, measure: measure, title: title, credit: credit, wording: english)
  }
}

extension Sparkline {
  init(label: String, unit: ChartUnit, points: [ChartPoint]) {
    self.init(label: label, unit: unit, points: points, wording: english)
  }
}
