internal import Basics
internal import MarkdownHTML
internal import Measures

extension LanguageFile {
  mutating func readMetric(_ entry: YAMLEntry) {
    guard let id = MetricID(rawValue: entry.key) else {
      return unknown(entry, among: MetricID.allCases.map(\.rawValue))
    }
    let metric = Metrics.metric(id)
    var wording =
      parts.metrics[entry.key]
      ?? MetricWording(title: metric.title, definition: metric.definition, meanings: [:])
    for field in entries(of: entry.value, named: "a metric") {
      switch field.key {
      case "title": wording.title = text(of: field) ?? wording.title
      case "definition": wording.definition = text(of: field) ?? wording.definition
      case "meanings":
        for part in entries(of: field.value, named: "`meanings`") {
          readMeaning(part, of: metric, into: &wording)
        }
      default: unknown(field, among: ["title", "definition", "meanings"])
      }
    }
    parts.metrics[entry.key] = wording
  }

  /// The only number of a plain metric has no name of its own and is written as `value`.
  private mutating func readMeaning(
    _ entry: YAMLEntry, of metric: Metric, into wording: inout MetricWording
  ) {
    let names = metric.parts.map { $0.name.isEmpty ? "value" : $0.name }
    guard names.contains(entry.key) else { return unknown(entry, among: names) }
    wording.meanings[entry.key == "value" ? "" : entry.key] = text(of: entry)
  }
}
