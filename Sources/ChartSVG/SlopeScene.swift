internal import Basics

/// One drawing of a slope: where everything stands at one width.
struct SlopeScene {
  let slope: Slope
  let variant: Variant
  let value: LinearScale
  /// Where the two dates stand.
  let left: Double
  let right: Double

  init(_ slope: Slope, _ variant: Variant) {
    self.slope = slope
    self.variant = variant
    (left, right) = SlopeScene.axes(slope, variant)
    let values = slope.lines.flatMap { [$0.from, $0.to] }.compactMap(\.drawable)
    let most = values.max() ?? 1
    let least = values.min() ?? 0
    let ends = most > least ? [least, most] : [least, least + slope.unit.smallestStep]
    value = LinearScale(ticks: ends, start: SlopeScene.bottom - 14, end: 46)
  }

  static let bottom = 300.0

  /// As far apart as the labels allow, at least an eighth of the width.
  private static func axes(_ slope: Slope, _ variant: Variant) -> (left: Double, right: Double) {
    let before = widestLabel(slope, \.from, isNamed: { _ in true }) + 12
    let after =
      widestLabel(slope, \.to) { variant != .halfSmall || slope.highlighted.contains($0.name) }
      + 12
    let shrink = min(1, variant.width * 0.87 / (before + after))
    return ((before * shrink).rounded(), (variant.width - after * shrink).rounded())
  }

  private static func widestLabel(
    _ slope: Slope, _ side: KeyPath<Slope.Line, ChartValue>, isNamed: (Slope.Line) -> Bool
  ) -> Double {
    let widths = slope.lines.map { line in
      let style: TextStyle = slope.highlighted.contains(line.name) ? .label : .plain
      let value = line[keyPath: side].mark(slope.unit, slope.heading.wording)
      return (isNamed(line) ? style.width(of: line.name) : 0) + style.width(of: "  \(value)") + 1
    }
    return max(80, widths.max() ?? 0)
  }

  /// The class of the lines the title speaks of, nil for the others.
  private func hue(_ line: Slope.Line) -> Hue? {
    slope.highlighted.firstIndex(of: line.name).map { $0 % 2 == 0 ? .first : .second }
  }

  var drawing: Drawing {
    var canvas = SVGCanvas()
    drawDate(slope.fromLabel, at: left, isLeft: true, on: &canvas)
    drawDate(slope.toLabel, at: right, isLeft: false, on: &canvas)
    drawLabels(\.from, at: left, on: &canvas)
    drawLabels(\.to, at: right, on: &canvas)
    // The highlighted lines come last, so that they lie on top.
    let order = slope.lines.filter { hue($0) == nil } + slope.lines.filter { hue($0) != nil }
    for line in order { draw(line, on: &canvas) }
    return Drawing(
      body: canvas.bytes, width: variant.width, height: SlopeScene.bottom + 4,
      title: slope.heading.wording(.slopeChart, ["measure": .text(slope.heading.measure)]),
      description: slope.description)
  }

  /// The date above its axis, outward, so that two long ones do not meet.
  private func drawDate(_ date: String, at x: Double, isLeft: Bool, on canvas: inout SVGCanvas) {
    let room = isLeft ? x : variant.width - x
    canvas.text(
      PlacedText(
        text: fitted(date, to: room, .label), at: Place(x: isLeft ? x + 6 : x - 6, y: 14),
        anchor: isLeft ? .end : .start, style: .label))
    canvas.path("M\(Place(x: x, y: 22).text)V\(coordinate(SlopeScene.bottom))", class: "axis")
  }

  private func draw(_ line: Slope.Line, on canvas: inout SVGCanvas) {
    let hue = hue(line)
    let fill = hue.map { "f\($0.rawValue)" } ?? "fx"
    let stroke = hue.map { "k\($0.rawValue) bold" } ?? "kx slope"
    let ends = [(line.from, left), (line.to, right)].compactMap { value, x in
      value.drawable.map { Place(x: x, y: self.value.position(of: $0)) }
    }
    if ends.count == 2 {
      canvas.line(
        from: ends[0], to: ends[1], class: stroke, dash: hue == .second ? "6 3" : nil)
    }
    for end in ends { canvas.disc(at: end, radius: 3.5, class: fill) }
  }

  private func drawLabels(
    _ side: KeyPath<Slope.Line, ChartValue>, at x: Double, on canvas: inout SVGCanvas
  ) {
    let isLeft = x == left
    let known = slope.lines.compactMap { line in
      line[keyPath: side].drawable.map { (line, $0) }
    }
    let heights = spread(
      known.map { value.position(of: $0.1) }, gap: 17, within: 38...(SlopeScene.bottom - 6))
    for ((line, number), height) in zip(known, heights) {
      let style = hue(line).map { TextStyle.hue($0) } ?? .plain
      let words = label(
        line.name, slope.unit.text(number, slope.heading.wording), isLeft: isLeft, style)
      canvas.text(
        PlacedText(
          text: words, at: Place(x: isLeft ? x - 10 : x + 10, y: height + 4),
          anchor: isLeft ? .end : .start, style: style))
    }
  }

  /// `Documentation  25%` left, `13%  Documentation` right; a small right side names only the
  /// highlighted.
  private func label(_ name: String, _ value: String, isLeft: Bool, _ style: TextStyle) -> String {
    let gap = "\(noBreakSpace)\(noBreakSpace)"
    if !isLeft, variant == .halfSmall, style == .plain { return value }
    let room = (isLeft ? left : variant.width - right) - 12 - style.width(of: gap + value)
    let short = fitted(name, to: room, style)
    if short.isEmpty { return value }
    return isLeft ? short + gap + value : value + gap + short
  }
}
