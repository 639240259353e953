/// How long people waited, period by period, on a logarithmic scale; newest last.
package struct BoxRows: Sendable, Hashable {
  /// Percentiles of waiting times in seconds; nil where so many never got a reply that it is open.
  package struct Box: Sendable, Hashable {
    package var p10: Double
    package var p25: Double
    package var median: Double?
    package var p75: Double?
    package var p90: Double?

    package init(p10: Double, p25: Double, median: Double?, p75: Double?, p90: Double?) {
      self.p10 = p10
      self.p25 = p25
      self.median = median
      self.p75 = p75
      self.p90 = p90
    }
  }

  package enum Content: Sendable, Hashable {
    case box(Box)
    /// Fewer than 20 replies: printed as text instead of drawn.
    case few(median: Double?, range: ClosedRange<Double>)
    case suppressed
    case missing(reason: String)
  }

  package struct Row: Sendable, Hashable {
    package var name: String
    /// How many questions; nil when it is withheld.
    package var size: Int?
    package var content: Content

    package init(name: String, size: Int?, content: Content) {
      self.name = name
      self.size = size
      self.content = content
    }
  }

  package var heading: ChartHeading
  package var rows: [Row]
  /// The wait that was promised, in seconds: a dotted line.
  package var target: Double?

  package init(heading: ChartHeading, rows: [Row], target: Double? = nil) {
    self.heading = heading
    self.rows = rows
    self.target = target
  }
}
