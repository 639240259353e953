package import Basics

/// A line the size of a word, on its own scale, without axes.
package struct Sparkline: Sendable, Hashable {
  package enum Size: Sendable, Hashable {
    /// 200 × 44, under a key figure.
    case figure
    /// 112 × 28, in a table cell.
    case cell
  }

  /// What is measured, as the accessible name begins: `Conversations, 12 months to Oct 2026`.
  package var label: String
  package var unit: ChartUnit
  package var points: [ChartPoint]
  package var usualRange: UsualRange?
  package var size: Size = .figure
  package var wording: Wording

  package init(label: String, unit: ChartUnit, points: [ChartPoint], wording: Wording) {
    self.label = label
    self.unit = unit
    self.points = points
    self.wording = wording
  }
}

/// The sparkline as an element of a page, its words as its name; `[c]` or a dash where there is
/// nothing to draw.
package func draw(_ sparkline: Sparkline) -> [UInt8] {
  Array(sparkline.markup.utf8)
}

extension Sparkline {
  fileprivate var markup: String {
    let shown = points.filter(\.isWhole)
    let values = shown.compactMap(\.value.drawable)
    guard let low = values.min(), let high = values.max(), let first = shown.first?.x,
      let last = shown.last?.x
    else { return shown.contains { $0.value == .suppressed } ? wording.suppressedMark : "–" }
    let frame = size.frame
    let time = TimeScale(first: first, last: last, left: 6, right: frame.width - 6)
    let ends = usualRange.map { [$0.low, $0.high] } ?? []
    let ticks = [(ends + [low]).min() ?? low, (ends + [high]).max() ?? high]
    let value = LinearScale(ticks: ticks, start: frame.height - 6, end: 6)
    var canvas = SVGCanvas()
    drawRange(on: &canvas, value)
    drawLine(on: &canvas, time, value)
    return """
      <svg role="img" viewBox="0 0 \(coordinate(frame.width)) \(coordinate(frame.height))" \
      aria-label="\(xmlText(words(low, high)))">\(String(decoding: canvas.bytes, as: UTF8.self))</svg>
      """
  }

  private func drawRange(on canvas: inout SVGCanvas, _ value: LinearScale) {
    guard let usualRange, usualRange.low <= usualRange.high else { return }
    canvas.rectangle(
      Box(
        left: 0, top: value.position(of: usualRange.high), right: size.frame.width,
        bottom: value.position(of: usualRange.low)),
      class: "range")
  }

  private func drawLine(on canvas: inout SVGCanvas, _ time: TimeScale, _ value: LinearScale) {
    let line = ChartSeries(name: label, points: points)
    canvas.runs(
      runs(of: line, usualSpacing: line.usualSpacing), stroke: "line thin k1", fill: "f1"
    ) { Place(x: time.position(of: $0.day), y: value.position(of: $0.value)) }
  }

  /// `Posts, 12 months to Oct 2026: between 58 and 72, now 71`
  private func words(_ low: Double, _ high: Double) -> String {
    let shown = points.filter { $0.isWhole && $0.value.drawable != nil }
    guard let last = shown.last, let value = last.value.drawable else { return label }
    let isNewest = points.last(where: \.isWhole)?.x == last.x
    func text(_ value: Double) -> MessageValue { .text(unit.text(value, wording)) }
    let end = wording(isNewest ? .sparkNow : .sparkLastShown, ["value": text(value)])
    let span =
      low == high
      ? unit.text(low, wording) : wording(.sparkBetween, ["low": text(low), "high": text(high)])
    return wording(
      .sparkLine, ["label": .text(label), "span": .text(span), "end": .text(end)])
  }
}

extension Sparkline.Size {
  /// In px.
  fileprivate var frame: (width: Double, height: Double) {
    switch self {
    case .figure: (200, 44)
    case .cell: (112, 28)
    }
  }
}
