internal import Basics

extension LineScene {
  func drawRibbons(on canvas: inout SVGCanvas) {
    for line in lines {
      for run in line.runs {
        for stretch in run.intervals { drawRibbon(stretch, line.style, on: &canvas) }
      }
    }
  }

  private func drawRibbon(
    _ stops: [LineRun.Stop], _ style: SeriesStyle, on canvas: inout SVGCanvas
  ) {
    let upper = stops.compactMap { stop in stop.interval.map { edge(stop, $0.upperBound) } }
    let lower = stops.compactMap { stop in stop.interval.map { edge(stop, $0.lowerBound) } }
    if stops.count == 1 {
      canvas.path("M" + (upper + lower).joined(separator: "L"), class: "whisk \(style.stroke)")
    } else {
      let outline = (upper + lower.reversed()).joined(separator: "L")
      canvas.path("M\(outline)Z", class: "rib \(style.fill)")
    }
  }

  private func edge(_ stop: LineRun.Stop, _ height: Double) -> String {
    Place(x: time.position(of: stop.day), y: value.position(of: height)).text
  }

  func drawLines(on canvas: inout SVGCanvas) {
    for line in lines {
      for run in line.runs where run.stops.count > 1 {
        canvas.path(
          "M" + run.stops.map { place($0).text }.joined(separator: "L"),
          class: "line \(line.style.stroke)", attributes: line.style.dashAttribute)
      }
      // A value between two gaps has no neighbour to draw a line to.
      for run in line.runs.dropLast() where run.stops.count == 1 {
        canvas.disc(at: place(run.stops[0]), radius: 2.5, class: line.style.fill)
      }
    }
  }

  func drawLastPoints(on canvas: inout SVGCanvas) {
    for line in lines {
      guard let last = line.runs.last?.stops.last else { continue }
      canvas.disc(at: place(last), radius: 4, class: line.style.fill)
    }
  }

  /// Names the lines at their ends, 17 px apart, with a leader where a name had to move.
  func drawNames(on canvas: inout SVGCanvas) {
    guard !names.isEmpty else { return }
    let named = lines.enumerated().compactMap { index, line in
      line.runs.last?.stops.last.map { (names[index], place($0), line.style) }
    }
    let heights = spread(
      named.map(\.1.y), gap: 17, within: (plot.top + 4)...(plot.bottom - 4))
    for (item, height) in zip(named, heights) {
      let (name, end, style) = item
      if abs(height - end.y) > 5 || end.x < plot.right - 1 {
        canvas.line(
          from: Place(x: end.x + 5, y: end.y), to: Place(x: plot.right + 8, y: height),
          class: "lead")
      }
      canvas.text(
        PlacedText(
          text: name, at: Place(x: plot.right + 11, y: height + 4), style: .hue(style.hue)))
    }
  }
}

extension LineRun {
  /// The stretches of the run where a likely range is known.
  fileprivate var intervals: [[Stop]] {
    stops.split { $0.interval == nil }.map(Array.init)
  }
}
