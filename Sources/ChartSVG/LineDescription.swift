internal import Basics

/// A line in words, from the values shown alone: where it starts and ends, its peaks or extremes.
///
/// `Rises from 20 (week of 4 Nov 2024) to 41 (week of 26 Oct 2026). Two peaks: 70 (…), 77 (…).
/// Lowest 15 (…).` What is withheld is told by its number of periods only.
struct LineDescription {
  let unit: ChartUnit
  let points: [ChartPoint]
  let wording: Wording
  private let shown: [(label: String, value: Double)]

  init(_ series: ChartSeries, unit: ChartUnit, _ wording: Wording) {
    self.unit = unit
    self.wording = wording
    points = series.whole
    shown = points.compactMap { point in point.value.drawable.map { (point.label, $0) } }
  }

  var text: String { ([course, standing] + gaps).compactMap { $0 }.joined(separator: " ") }

  private var course: String? {
    guard let first = shown.first, let last = shown.last else { return wording(.noValue) }
    if shown.count == 1 { return wording(.oneValue, ["value": .text(words(first))]) }
    let values = shown.map(\.value)
    let span = (values.max() ?? 0) - (values.min() ?? 0)
    let change = last.value - first.value
    if span == 0 {
      return wording(
        .staysAt,
        [
          "value": .text(unit.text(first.value, wording)), "first": .text(name(first)),
          "last": .text(name(last)),
        ])
    }
    let ends: [String: MessageValue] = [
      "first": .text(words(first)), "last": .text(words(last)),
    ]
    // Beside a high peak a line that doubled has hardly moved; nobody would call its ends alike.
    if abs(change) < span / 10, abs(change) <= abs(first.value) * 0.15 {
      return wording(.endsWhereItBegan, ends)
    }
    if change > 0 { return wording(isSteady ? .risesSteadily : .rises, ends) }
    return wording(isSteady ? .fallsSteadily : .falls, ends)
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
    let both = wording(
      .highestAndLowest, ["highest": .text(words(highest)), "lowest": .text(words(lowest))])
    guard !places.isEmpty, places.count <= 3 else { return both }
    let tops = places.map { words(shown[$0]) }.joined(separator: wording.listSeparator)
    let count = [ChartWord.onePeak, .twoPeaks, .threePeaks][places.count - 1]
    let hasHighest = places.contains { shown[$0].value == high }
    let rest = hasHighest ? wording(.lowest, ["lowest": .text(words(lowest))]) : both
    return "\(wording(count, ["peaks": .text(tops)])) \(rest)"
  }

  private var gaps: [String] {
    let withheld = points.filter { $0.value == .suppressed }.count
    let missing = points.filter { $0.value.drawable == nil }.count - withheld
    return [
      withheld > 0 ? wording(.periodsWithheld, ["n": .count(withheld)]) : nil,
      missing > 0 ? wording(.periodsMissing, ["n": .count(missing)]) : nil,
    ].compactMap { $0 }
  }

  private func words(_ point: (label: String, value: Double)) -> String {
    wording(
      .pointOfLine, ["value": .text(unit.text(point.value, wording)), "period": .text(name(point))])
  }

  /// `Week of 3 Feb 2016` → `week of 3 Feb 2016`, where the language writes so.
  private func name(_ point: (label: String, value: Double)) -> String {
    wording.continued(point.label)
  }
}
