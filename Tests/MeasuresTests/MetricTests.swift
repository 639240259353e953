import Measures
import Testing

@Suite("Metric definitions") struct MetricTests {
  @Test("recomputes the worked example", arguments: MetricID.allCases)
  func recomputesWorkedExample(id: MetricID) {
    let metric = Metrics.metric(id)
    let measured = metric.measuredExample()
    #expect(!metric.example.results.isEmpty)
    #expect(measured.count == metric.example.results.count)
    for (result, value) in zip(metric.example.results, measured) {
      let place = "\(metric.id.rawValue).\(result.part) \(result.period) \(result.segment)"
      if let expected = result.value, let value {
        #expect(abs(expected - value) < 1e-9, "\(place)")
      } else {
        #expect(result.value == value, "\(place)")
      }
    }
  }

  @Test("defines every metric in full", arguments: MetricID.allCases)
  func definesInFull(id: MetricID) {
    let metric = Metrics.metric(id)
    #expect(metric.id == id)
    #expect(metric.definition.hasSuffix("."))
    #expect(metric.formula.hasSuffix("."))
    #expect(!metric.title.isEmpty && !metric.source.isEmpty && !metric.weaknesses.isEmpty)
    #expect(!metric.parts.isEmpty && !metric.periods.isEmpty)
    #expect(Set(metric.parts.map(\.name)).count == metric.parts.count)
  }
}
