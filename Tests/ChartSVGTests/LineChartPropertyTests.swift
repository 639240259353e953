import Basics
import ChartSVG
import Foundation
import Testing

@Suite struct LineChartPropertyTests {
  @Test("never lets two texts touch and never cuts one off", arguments: 0..<70)
  func keepsTextsApart(seed: Int) {
    let chart = randomChart(seed)
    let drawn = draw(chart)
    for drawing in drawings(in: drawn.variants) + drawings(in: drawn.standalone) {
      #expect(drawing.faults == [], "\(drawing.className)")
    }
  }

  @Test("draws every finished value and nothing else", arguments: 0..<60)
  func drawsEveryValue(seed: Int) throws {
    let chart = randomChart(seed)
    let expected = chart.series.reduce(0) { sum, line in
      sum + line.points.filter { $0.isWhole && $0.value.drawable != nil }.count
    }
    guard expected > 0 else { return }
    for drawing in drawings(in: draw(chart).variants) {
      let inLines = drawing.paths("line").reduce(0) { $0 + $1.split(separator: "L").count }
      let dots =
        drawing.values(of: "r", inElements: "circle", class: "f1")
        + drawing.values(of: "r", inElements: "circle", class: "f2")
      let lonelyEnds = lonelyLast(chart)
      #expect(inLines + dots.filter { $0 == "2.5" }.count + lonelyEnds == expected)
    }
  }

  @Test(
    "writes a file that is well-formed, self-contained and without inline styles", arguments: 0..<40
  )
  func writesSoundFile(seed: Int) {
    let drawn = draw(randomChart(seed))
    #expect(isWellFormed(drawn.standalone))
    let file = String(decoding: drawn.standalone, as: UTF8.self)
    for forbidden in [" style=", "href", "url(", "@import", "var(", "<script"] {
      #expect(!file.contains(forbidden))
    }
    #expect(file.components(separatedBy: "http").count == 2)
    #expect(!String(decoding: drawn.variants, as: UTF8.self).contains(" style="))
  }

  /// Lines whose last stretch is one value: it is the larger dot alone.
  private func lonelyLast(_ chart: LineChart) -> Int {
    chart.series.filter { line in
      let shown = line.points.filter(\.isWhole).map { $0.value.drawable != nil }
      guard let last = shown.lastIndex(of: true) else { return false }
      return last == 0 || !shown[last - 1]
    }.count
  }

  private func randomChart(_ seed: Int) -> LineChart {
    var dice = Dice(seed: seed)
    let count = dice.pick([1, 2, 5, 12, 60, 104, 260])
    var chart = lineChart()
    chart.unit = dice.pick([.count(noun: "posts"), .share, .duration])
    let scale = chart.unit == .share ? 1.0 : Double(dice.pick([3, 80, 40_000, 30_000_000]))
    chart.series = (0..<dice.roll(1...4)).map { _ in
      ChartSeries(
        name: dice.pick(difficultNames),
        points: weeks((0..<count).map { _ in randomValue(&dice, scale) }))
    }
    let start = day("2026-01-05")
    chart.bands = (0..<dice.roll(0...6)).map { index in
      let from = start.adding(days: dice.roll(-30...(7 * count)))
      let to = from.adding(days: dice.roll(0...(2 * count)))
      return ChartBand(
        letter: String("ABCDEFG".dropFirst(index).prefix(1)), name: dice.pick(difficultNames),
        days: from...to)
    }
    chart.events = (0..<dice.pick([0, 3, 9, 40, 120])).map {
      ChartEvent(
        number: $0 + 1, name: dice.pick(difficultNames),
        day: start.adding(days: dice.roll(-5...(7 * count))))
    }
    chart.annotations = (0..<4).map { _ in
      ChartAnnotation(
        on: start.adding(days: 7 * dice.roll(0...(count - 1))),
        lines: ["\(dice.roll(0...99)), \(dice.pick(difficultNames).prefix(20))", "in spring"])
    }
    chart.width = dice.pick([.full, .full, .half])
    return chart
  }

  private func randomValue(_ dice: inout Dice, _ scale: Double) -> ChartValue {
    switch dice.roll(0...9) {
    case 0: return .suppressed
    case 1: return .missing(reason: "not collected")
    case 2...4:
      let value = Double(dice.roll(0...1000)) / 1000 * scale
      return .number(value, low: value * 0.8, high: min(value * 1.1, scale))
    default: return .number(Double(dice.roll(0...1000)) / 1000 * scale)
    }
  }
}
