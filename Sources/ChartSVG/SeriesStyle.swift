/// How one of several lines is told apart: two hues, and a dash of its own from the second on.
struct SeriesStyle: Hashable {
  let hue: Hue
  /// nil is a solid line.
  let dash: String?

  init(index: Int) {
    hue = index % 2 == 0 ? .first : .second
    dash = [nil, "6 3", "2 3", "8 3 2 3"][index % 4]
  }

  /// `k1`
  var stroke: String { "k\(hue.rawValue)" }
  /// `f1`
  var fill: String { "f\(hue.rawValue)" }

  var dashAttribute: String { dash.map { " stroke-dasharray=\"\($0)\"" } ?? "" }
}
