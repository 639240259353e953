internal import Basics

extension LineScene {
  /// Writes the remarks, the most important first, and skips one rather than let it touch a text.
  func drawAnnotations(on canvas: inout SVGCanvas) {
    var room = variant.isRoomy ? 3 : 1
    for annotation in chart.annotations where room > 0 {
      guard let (stop, style) = target(of: annotation) else { continue }
      let point = place(stop)
      guard let texts = bestPlacement(of: annotation, at: point, on: canvas) else { continue }
      canvas.disc(at: point, radius: 4, class: "fbg ring \(style.stroke)")
      for text in texts { canvas.text(text) }
      room -= 1
    }
  }

  private func target(of annotation: ChartAnnotation) -> (LineRun.Stop, SeriesStyle)? {
    let line = lines.first { annotation.series == nil || $0.series.name == annotation.series }
    let stop = line?.runs.flatMap(\.stops).first { $0.days.contains(annotation.day) }
    guard let line, let stop else { return nil }
    return (stop, line.style)
  }

  /// Of the places where it touches no text, the one that covers least of the lines; on a tie right
  /// before left before above.
  private func bestPlacement(
    of annotation: ChartAnnotation, at point: Place, on canvas: SVGCanvas
  ) -> [PlacedText]? {
    let frame = Box(left: 0, top: min(plot.top - 8, 2), right: variant.width, bottom: plot.bottom)
    let free = candidates(for: Array(annotation.lines.prefix(2)), at: point).filter { texts in
      texts.allSatisfy { frame.contains($0.box) && canvas.isFree($0.box) }
    }
    return free.enumerated().min { left, right in
      (cover(left.element), left.offset) < (cover(right.element), right.offset)
    }?.element
  }

  private func candidates(for lines: [String], at point: Place) -> [[PlacedText]] {
    let block = 16 * Double(lines.count - 1)
    let places: [(Place, PlacedText.Anchor)] = [
      (Place(x: point.x + 9, y: point.y + 4 - block / 2), .start),
      (Place(x: point.x - 9, y: point.y + 4 - block / 2), .end),
      (Place(x: point.x, y: point.y - 10 - block), .middle),
      (Place(x: point.x + 7, y: point.y - 6 - block), .start),
      (Place(x: point.x - 7, y: point.y - 6 - block), .end),
    ]
    return places.map { place, anchor in
      lines.enumerated().map { index, line in
        PlacedText(
          text: line, at: Place(x: place.x, y: place.y + 16 * Double(index)), anchor: anchor,
          style: .annotation)
      }
    }
  }

  /// How much of the lines lies under the texts, in samples of their segments.
  private func cover(_ texts: [PlacedText]) -> Int {
    let boxes = texts.map(\.box)
    return lines.flatMap(\.runs).reduce(0) { sum, run in
      let places = run.stops.map(place)
      return sum + zip(places, places.dropFirst()).reduce(0) { $0 + samples($1, in: boxes) }
    }
  }

  private func samples(_ segment: (Place, Place), in boxes: [Box]) -> Int {
    (0..<8).reduce(0) { sum, step in
      let part = Double(step) / 8
      let sample = Place(
        x: segment.0.x + (segment.1.x - segment.0.x) * part,
        y: segment.0.y + (segment.1.y - segment.0.y) * part)
      return sum + (boxes.contains { $0.contains(sample) } ? 1 : 0)
    }
  }
}
