/// The definition of one metric: what its method page says and what `meadow measure --list` prints.
package struct Metric: Sendable {
  package let id: MetricID
  package let title: String
  /// One sentence a reader without statistics understands.
  package let definition: String
  /// Numerator, denominator and boundaries, in words.
  package let formula: String
  /// At least one; the only part of a plain metric has an empty name.
  package let parts: [Part]
  /// What each segment stands for; `all` is always there and not listed.
  package let segments: [Cut]
  /// The kinds of period it is measured for.
  package let periods: [Period.Kind]
  /// Where the definition comes from.
  package let source: String
  package let weaknesses: [String]
  /// What the source must tell, or the whole metric is not measurable.
  package let needs: [MeasurableField]
  package let example: WorkedExample
  let procedure: Procedure

  /// One number of a metric.
  package struct Part: Sendable, Equatable {
    package let name: String
    package let unit: Unit
    package let meaning: String
    /// Whether it counts people or rests on a count of people, and so obeys the threshold.
    package let isAboutPeople: Bool
    /// Which way is good, where that can be said of the number alone.
    package let better: Direction?
    /// What the source must tell for this part beside what the metric needs.
    let needs: MeasurableField?

    init(
      _ name: String, _ unit: Unit, _ meaning: String, people: Bool = false,
      better: Direction? = nil, needs: MeasurableField? = nil
    ) {
      self.name = name
      self.unit = unit
      self.meaning = meaning
      isAboutPeople = people
      self.better = better
      self.needs = needs
    }
  }

  package enum Direction: String, Sendable { case up, down }

  /// A family of segments: `responder=staff`, and what it cuts.
  package struct Cut: Sendable, Equatable {
    package let pattern: String
    package let meaning: String
    /// What the source must tell for this cut beside what the metric needs.
    let needs: MeasurableField?

    init(_ pattern: String, _ meaning: String, needs: MeasurableField? = nil) {
      self.pattern = pattern
      self.meaning = meaning
      self.needs = needs
    }
  }

  package var isAboutPeople: Bool { parts.contains(where: \.isAboutPeople) }

  /// The names its rows have in the table.
  package var names: [MetricName] { parts.map { MetricName(id, $0.name) } }
}
