internal import Basics

/// A line in words, from the values shown alone: where it starts and ends, its peaks or extremes.
///
/// `Rises from 20 (week of 4 Nov 2024) to 41 (week of 26 Oct 2026). Two peaks: 70 (…), 77 (…).
/// Lowest 15 (…).` What is withheld is told by its number of periods only.
struct LineDescription {
  let unit: ChartUnit
  let points: [ChartPoint]
  private let shown: [(label: String, value: Double)]

  init(_ series: ChartSeries, unit: ChartUnit) {
    self.unit = unit
    points = series.finished
    shown = points.compactMap { point in point.value.drawable.map { (point.label, $0) } }
  }

  var text: String { ([course, standing] + gaps).compactMap { $0 }.joined(separator: " ") }

  private var course: String? {
    guard let first = shown.first, let last = shown.last else { return "No value is shown." }
    if shown.count == 1 { return "One value: \(words(first))." }
    let values = shown.map(\.value)
    let span = (values.max() ?? 0) - (values.min() ?? 0)
    let change = last.value - first.value
    if span == 0 {
      return "Stays at \(unit.text(first.value)) from \(name(first)) to \(name(last))."
    }
    if abs(change) < span / 10 {
      return "Ends near where it began: \(words(first)), \(words(last))."
    }
    let verb = change > 0 ? "Rises" : "Falls"
    return "\(verb)\(isSteady ? " steadily" : "") from \(words(first)) to \(words(last))."
  }

  /// Whether at least nine of ten steps go the way of the whole.
  private var isSteady: Bool {
    let values = shown.map(\.value)
    guard let first = values.first, let last = values.last, values.count > 2 else { return false }
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    let along = steps.filter { $0 * (last - first) >= 0 }.count
    return along * 10 >= steps.count * 9
  }

  private var standing: String? {
    let places = peaks(shown.map(\.value), least: 0.4)
    let values = shown.map(\.value)
    guard shown.count > 1, let low = values.min(), let high = values.max(), low < high,
      let lowest = shown.first(where: { $0.value == low }),
      let highest = shown.first(where: { $0.value == high })
    else { return nil }
    guard !places.isEmpty, places.count <= 3 else {
      return "Highest \(words(highest)), lowest \(words(lowest))."
    }
    let tops = places.map { words(shown[$0]) }.joined(separator: ", ")
    let count = ["One peak", "Two peaks", "Three peaks"][places.count - 1]
    let hasHighest = places.contains { shown[$0].value == high }
    let rest = hasHighest ? "Lowest" : "Highest \(words(highest)), lowest"
    return "\(count): \(tops). \(rest) \(words(lowest))."
  }

  private var gaps: [String] {
    let withheld = points.filter { $0.value == .suppressed }.count
    let missing = points.filter { $0.value.drawable == nil }.count - withheld
    return [
      withheld > 0 ? "Not shown because of too few people: \(periods(withheld))." : nil,
      missing > 0 ? "Without a value: \(periods(missing))." : nil,
    ].compactMap { $0 }
  }

  private func periods(_ count: Int) -> String { count == 1 ? "1 period" : "\(count) periods" }

  private func words(_ point: (label: String, value: Double)) -> String {
    "\(unit.text(point.value)) (\(name(point)))"
  }

  /// `Week of 3 Feb 2016` → `week of 3 Feb 2016`; names of months keep their capital.
  private func name(_ point: (label: String, value: Double)) -> String {
    let words = ["Week ", "Month ", "Quarter ", "Year ", "Day "]
    guard words.contains(where: point.label.hasPrefix) else { return point.label }
    return point.label.prefix(1).lowercased() + point.label.dropFirst()
  }
}
