internal import Measures

/// The metrics with their parts and definitions, as `meadow measure --list` prints them.
enum MetricList {
  static var text: String {
    Metrics.all.map { metric in
      let parts = zip(metric.names, metric.parts).map { name, part in
        "    \(name)  (\(part.unit.rawValue)\(part.isAboutPeople ? ", about people" : ""))  "
          + part.meaning
      }
      return "\(metric.id.rawValue): \(metric.title)\n  \(metric.definition)\n"
        + parts.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
