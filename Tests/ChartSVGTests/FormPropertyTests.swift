import Basics
import ChartSVG
import Foundation
import Testing

@Suite struct FormPropertyTests {
  @Test("never lets two texts touch and never cuts one off, in any form", arguments: 0..<60)
  func keepsTextsApart(seed: Int) {
    for (name, drawn) in randomForms(seed) {
      for drawing in drawings(in: drawn.standalone) {
        #expect(drawing.faults == [], "file of \(name)")
      }
      guard !drawn.isTable else { continue }
      for drawing in drawings(in: drawn.variants) {
        #expect(drawing.faults == [], "\(name), \(drawing.className)")
      }
    }
  }

  @Test("keeps the figures inside their cells at any width", arguments: 0..<40)
  func keepsFiguresInCells(seed: Int) {
    for (name, drawn) in randomForms(seed) where name.hasSuffix("bars") {
      for width in [170.0, 300, 600] {
        for text in cellTexts(in: drawn.variants, cell: width) {
          #expect(text.left > -1 && text.right < width + 1, "\(name): \(text) of \(width)")
        }
      }
    }
  }

  @Test("writes well-formed, self-contained files without inline styles", arguments: 0..<30)
  func writesSoundFiles(seed: Int) {
    for (name, drawn) in randomForms(seed) {
      #expect(isWellFormed(drawn.standalone), "\(name)")
      let page = String(decoding: drawn.variants, as: UTF8.self)
      #expect(isWellFormed(Array("<x>\(page)</x>".utf8)), "\(name)")
      #expect(!page.contains(" style=") && !page.contains("<script"))
      #expect(draw(again: name, seed) == drawn)
    }
  }

  @Test("gives every class in a file a rule in the file", arguments: 0..<10)
  func stylesEveryClass(seed: Int) {
    for (name, drawn) in randomForms(seed) {
      let file = String(decoding: drawn.standalone, as: UTF8.self)
      let style = file.components(separatedBy: "<style>")[1].components(separatedBy: "</style>")[0]
      let used = file.components(separatedBy: "class=\"").dropFirst().flatMap {
        $0.prefix { $0 != "\"" }.split(separator: " ")
      }
      for className in Set(used) {
        let rule = style.components(separatedBy: ".\(className)").dropFirst()
        #expect(rule.contains { ",{".contains($0.prefix(1)) }, "\(className) in \(name)")
      }
    }
  }

  @Test("gives every form a table as long as its rows and as wide as its head", arguments: 0..<30)
  func writesWholeTables(seed: Int) {
    for (name, drawn) in randomForms(seed) {
      #expect(!drawn.table.rows.isEmpty, "\(name)")
      #expect(drawn.table.rows.allSatisfy { $0.count == drawn.table.columns.count }, "\(name)")
    }
  }

  private func draw(again name: String, _ seed: Int) -> DrawnChart? {
    randomForms(seed).first { $0.0 == name }?.1
  }

  private func randomForms(_ seed: Int) -> [(String, DrawnChart)] {
    var dice = Dice(seed: seed)
    let heading = ChartHeading(
      id: "fig-9", measure: dice.pick(difficultNames) + " per week, all communities",
      title: "\(dice.pick(difficultNames)) \(dice.pick(difficultNames))", credit: "Source: x")
    return [
      ("bars", bars(&dice, heading)), ("diverging bars", diverging(&dice, heading)),
      ("dots", dots(&dice, heading)), ("heatmap", heatmap(&dice, heading)),
      ("cohorts", cohorts(&dice, heading)), ("roles", roles(&dice, heading)),
      ("boxes", boxes(&dice, heading)), ("multiples", multiples(&dice, heading)),
      ("slope", slope(&dice, heading)),
    ]
  }

  private func bars(_ dice: inout Dice, _ heading: ChartHeading) -> DrawnChart {
    let unit = dice.pick([ChartUnit.count(noun: "posts"), .share, .duration])
    let scale = unit == .share ? 1.0 : Double(dice.pick([10, 9_000_000]))
    let rows = (0..<dice.roll(1...12)).map { _ in
      BarTable.Row(
        name: dice.pick(difficultNames), value: value(&dice, scale), isRest: dice.roll(0...5) == 0)
    }
    return ChartSVG.draw(
      BarTable(heading: heading, unit: unit, headers: ("Topic", "Value"), rows: rows))
  }

  private func diverging(_ dice: inout Dice, _ heading: ChartHeading) -> DrawnChart {
    let scale = Double(dice.pick([10, 400, 90_000]))
    let rows = (0..<dice.roll(1...9)).map { _ in
      DivergingBars.Row(
        name: dice.pick(difficultNames), left: value(&dice, scale), right: value(&dice, scale))
    }
    return ChartSVG.draw(
      DivergingBars(
        heading: heading, nameHeader: "Topic",
        sides: (.init(header: "Criticism", word: "critical"), .init(header: "Praise", word: "x")),
        rows: rows))
  }

  private func dots(_ dice: inout Dice, _ heading: ChartHeading) -> DrawnChart {
    let rows = (0..<dice.roll(1...5)).map { _ in
      DotRange.Row(name: dice.pick(difficultNames), note: nil, value: value(&dice, 1))
    }
    return ChartSVG.draw(
      DotRange(heading: heading, headers: (dice.pick(difficultNames), "Share"), rows: rows))
  }

  private func heatmap(_ dice: inout Dice, _ heading: ChartHeading) -> DrawnChart {
    let most = dice.pick([3, 50, 90_000])
    let values = (0..<7).map { _ in
      (0..<12).map { _ in ChartValue.number(Double(dice.roll(0...most))) }
    }
    return ChartSVG.draw(Heatmap(heading: heading, week: values, threshold: dice.roll(1...10)))
  }

  private func cohorts(_ dice: inout Dice, _ heading: ChartHeading) -> DrawnChart {
    let rows = (0..<dice.roll(1...12)).map { index in
      ShareGrid.Row(
        name: "Month \(index)", size: dice.pick([nil, 7, 44, 12_000]),
        values: (0..<6).map { $0 + index > 11 ? nil : value(&dice, 1) })
    }
    return ChartSVG.draw(ShareGrid(cohorts: rows, months: 6, heading: heading, threshold: 5))
  }

  private func roles(_ dice: inout Dice, _ heading: ChartHeading) -> DrawnChart {
    let names = (0..<5).map { _ in dice.pick(difficultNames) }
    let rows = names.map { name in
      ShareGrid.Row(name: name, size: 60, values: names.map { _ in value(&dice, 1) })
    }
    return ChartSVG.draw(
      ShareGrid(roles: names, askedBy: rows, heading: heading, threshold: 5))
  }

  private func boxes(_ dice: inout Dice, _ heading: ChartHeading) -> DrawnChart {
    let rows = (0..<dice.roll(1...8)).map { _ in
      BoxRows.Row(
        name: dice.pick(difficultNames), size: dice.pick([nil, 20, 61, 1_234_567]),
        content: content(&dice))
    }
    return ChartSVG.draw(
      BoxRows(heading: heading, rows: rows, target: dice.pick([nil, 86_400, 90, 5000])))
  }

  private func content(_ dice: inout Dice) -> BoxRows.Content {
    let times = (0..<5).map { _ in Double(dice.roll(1...dice.pick([600, 90_000, 90_000_000]))) }
      .sorted()
    switch dice.roll(0...6) {
    case 0: return .suppressed
    case 1: return .missing(reason: dice.pick(difficultNames))
    case 2: return .few(median: times[1], range: times[0]...times[4])
    case 3: return .box(.init(p10: times[0], p25: times[1], median: nil, p75: nil, p90: nil))
    case 4: return .box(.init(p10: 0, p25: times[1], median: times[2], p75: nil, p90: nil))
    default:
      return .box(
        .init(p10: times[0], p25: times[1], median: times[2], p75: times[3], p90: times[4]))
    }
  }

  private func multiples(_ dice: inout Dice, _ heading: ChartHeading) -> DrawnChart {
    let names = (0..<dice.roll(1...7)).map { _ in dice.pick(difficultNames) }
    let panels = names.map { name in
      ChartSeries(name: name, points: weeks((0..<9).map { _ in value(&dice, 4_000_000) }))
    }
    return ChartSVG.draw(
      SmallMultiples(
        heading: heading, unit: .count(noun: "posts"), panels: panels, highlighted: [names[0]]))
  }

  private func slope(_ dice: inout Dice, _ heading: ChartHeading) -> DrawnChart {
    let names = (0..<dice.roll(1...6)).map { _ in dice.pick(difficultNames) }
    let lines = names.map {
      Slope.Line(name: $0, from: value(&dice, 1), to: value(&dice, 1))
    }
    return ChartSVG.draw(
      Slope(
        heading: heading, unit: .share, dates: ("31 Oct 2025", dice.pick(difficultNames)),
        lines: lines, highlighted: [names[0]]))
  }

  private func value(_ dice: inout Dice, _ scale: Double) -> ChartValue {
    switch dice.roll(0...9) {
    case 0: return .suppressed
    case 1: return .missing(reason: dice.pick(difficultNames))
    default:
      let value = Double(dice.roll(0...1000)) / 1000 * scale
      return .number(value, low: value * 0.8, high: min(scale, value * 1.2))
    }
  }
}
