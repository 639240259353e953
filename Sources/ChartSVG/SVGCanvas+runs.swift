extension SVGCanvas {
  /// Draws the stretches of a small line: a path each, a dot where a value stands alone, and the
  /// last value as a larger dot.
  mutating func runs(
    _ runs: [LineRun], stroke: String, fill: String, place: (LineRun.Stop) -> Place
  ) {
    for run in runs where run.stops.count > 1 {
      path("M" + run.stops.map { place($0).text }.joined(separator: "L"), class: stroke)
    }
    for run in runs.dropLast() where run.stops.count == 1 {
      disc(at: place(run.stops[0]), radius: 2, class: fill)
    }
    if let last = runs.last?.stops.last { disc(at: place(last), radius: 3.5, class: fill) }
  }
}
