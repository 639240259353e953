internal import Basics

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

/// Draws the rows at each width of a whole body.
package func draw(_ chart: BoxRows) -> DrawnChart {
  if chart.rows.isEmpty {
    return EmptyDrawing(nil, values: [], chart.heading.wording).chart(
      chart.heading, table: chart.data)
  }
  let scenes = Variant.all(for: .full).map { BoxScene(chart, $0) }
  let markup = scenes.flatMap { scene in
    scene.drawing.inline(
      id: "\(chart.heading.id)-\(scene.variant.suffix)", className: scene.variant.className)
  }
  let file = scenes.last.map { standalone($0.drawing, chart.heading) } ?? []
  return DrawnChart(
    variants: markup, isTable: false, keyList: [], table: chart.data, standalone: file)
}

extension BoxRows {
  /// Every time the scale must cover, in seconds.
  var times: [Double] {
    rows.flatMap { row -> [Double] in
      guard case .box(let box) = row.content else { return [] }
      return [box.p10, box.p25, box.median, box.p75, box.p90].compactMap { $0 }
    } + [target].compactMap { $0 }
  }

  func text(_ seconds: Double) -> String { ChartUnit.duration.text(seconds, heading.wording) }

  /// A row in words: `median 3 h 05, middle half 55 min–12 h 00`.
  func text(_ content: Content) -> String {
    switch content {
    case .box(let box):
      let median = medianText(box.median)
      guard let upper = box.p75 else {
        return wording(.boxWordsOpen, ["median": .text(median), "low": .text(text(box.p25))])
      }
      let middle = "\(text(box.p25))–\(text(upper))"
      return wording(.boxWords, ["median": .text(median), "range": .text(middle)])
    case .few(let median, let range):
      let all = "\(text(range.lowerBound))–\(text(range.upperBound))"
      guard let median else { return wording(.boxFewOpen, ["range": .text(all)]) }
      return wording(.boxFew, ["median": .text(medianText(median)), "range": .text(all)])
    case .suppressed: return "[c]"
    case .missing(let reason): return reason
    }
  }

  /// The same where there is little room; the table has the rest.
  func shortText(_ content: Content) -> String {
    guard case .few(let median?, _) = content else { return text(content) }
    return medianText(median)
  }

  private func medianText(_ median: Double?) -> String {
    guard let median else { return wording(.overHalfUnanswered) }
    return wording(.boxMedian, ["value": .text(text(median))])
  }

  private var wording: Wording { heading.wording }

  var description: String {
    rows.map { row in
      let words = row.content == .suppressed ? wording(.suppressed) : text(row.content)
      return "\(row.name): \(words)."
    }.joined(separator: " ")
  }

  fileprivate var data: DataTable {
    let percentiles = [10, 25, 50, 75, 90].map { part in
      part == 50 ? wording(.median) : wording(.percentile, ["part": .count(part)])
    }
    return DataTable(
      caption: heading.measure,
      columns: [DataTable.Column(wording(.period), isNumeric: false)]
        + ([wording(.number)] + percentiles).map { DataTable.Column($0, isNumeric: true) },
      rows: rows.map { [.text($0.name)] + cells($0) })
  }

  private func cells(_ row: Row) -> [DataTable.Cell] {
    let size = row.size.map { ChartUnit.count(noun: "").cell(Double($0), wording) } ?? .suppressed
    let times: [DataTable.Cell]
    switch row.content {
    case .box(let box):
      times = [box.p10, box.p25, box.median, box.p75, box.p90].map {
        $0.map { ChartUnit.duration.cell($0, wording) }
          ?? .missing(reason: wording(.longerThanObserved))
      }
    case .few(let median, _):
      let few = DataTable.Cell.missing(reason: wording(.underTwenty))
      times = [few, few, median.map { ChartUnit.duration.cell($0, wording) } ?? few, few, few]
    case .suppressed: times = Array(repeating: .suppressed, count: 5)
    case .missing(let reason): times = Array(repeating: .missing(reason: reason), count: 5)
    }
    return [size] + times
  }
}
