import Basics
import ChartSVG
import Foundation
import Testing

@Suite struct FormTests {
  @Test("sorts bars longest first, the withheld after them and the rest last")
  func sortsBars() throws {
    let drawn = draw(
      BarTable(
        heading: heading, unit: .count(noun: "posts"), headers: ("Topic", "Posts"),
        rows: [
          .init(name: "Other", value: .number(900), isRest: true),
          .init(name: "Small", value: .number(10)), .init(name: "Hidden", value: .suppressed),
          .init(name: "Large", value: .number(40), link: "a&b.html"),
        ]))
    #expect(
      drawn.table.csvRows == [
        ["Topic", "Posts"], ["Large", "40"], ["Small", "10"], ["Hidden", "[c]"], ["Other", "900"],
      ])
    let html = String(decoding: drawn.variants, as: UTF8.self)
    #expect(html.contains("<a href=\"a&amp;b.html\">Large</a>"))
    let names = try #require(drawings(in: drawn.standalone).first).texts.map(\.text)
    #expect(
      names.filter { ["Large", "Small", "Hidden", "Other"].contains($0) } == [
        "Large", "Small", "Hidden", "Other",
      ])
  }

  @Test("makes bars as long as their values")
  func scalesBars() {
    let drawn = draw(
      BarTable(
        heading: heading, unit: .share, headers: ("Topic", "Share"),
        rows: [
          .init(name: "A", value: .number(0.5)), .init(name: "B", value: .number(0.25)),
          .init(name: "C", value: .number(0)),
        ]))
    let widths = percentages("width", "rect", drawn)
    #expect(abs(widths[0] - 2 * widths[1]) < 0.11)
    #expect(widths[0] > 40 && widths[2] == 0)
  }

  @Test("keeps both sides of diverging bars and sorts by their difference")
  func drawsBothSides() {
    var bars = DivergingBars(
      heading: heading, nameHeader: "Topic",
      sides: (
        .init(header: "Criticism", word: "critical"), .init(header: "Praise", word: "praising")
      ),
      rows: [
        .init(name: "Price", left: .number(22), right: .suppressed),
        .init(name: "Upgrade", left: .number(31), right: .number(14)),
        .init(name: "Docs", left: .number(10), right: .number(59)),
      ])
    bars.ratioHeader = "Praise each"
    let drawn = draw(bars)
    #expect(
      drawn.table.csvRows == [
        ["Topic", "Criticism", "Praise", "Praise each"], ["Docs", "10", "59", "5.9"],
        ["Upgrade", "31", "14", "0.451613"], ["Price", "22", "[c]", "[c]"],
      ])
    let html = String(decoding: drawn.variants, as: UTF8.self)
    #expect(html.contains("<span class=\"vh\">31 critical, 14 praising</span>"))
    #expect(html.contains("22 critical, Praise: too few people, not shown"))
  }

  @Test("gives all numbers of diverging bars as many decimals, and says what is not there yet")
  func alignsDecimals() {
    var bars = DivergingBars(
      heading: heading, nameHeader: "Campaign",
      sides: (.init(header: "Before", word: "before"), .init(header: "After", word: "after")),
      rows: [
        .init(name: "Preview", left: .number(71.125), right: .number(109)),
        .init(name: "Release", left: .number(151.25), right: .missing(reason: "not over yet")),
        .init(name: "Silence", left: .number(0), right: .number(2)),
      ])
    bars.ratioHeader = "After ÷ before"
    bars.keepsOrder = true
    let drawn = draw(bars)
    func shown(_ cell: DataTable.Cell) -> String {
      if case .number(let shown, _) = cell { shown } else { cell.raw }
    }
    #expect(
      drawn.table.rows.map { $0.dropFirst().map(shown) } == [
        ["71.1", "109.0", "1.5"], ["151.3", "not over yet", "not over yet"],
        ["0.0", "2.0", "does not apply"],
      ])
    let html = String(decoding: drawn.variants, as: UTF8.self)
    #expect(html.contains("<td class=\"r\"><span class=\"supp\">not over yet</span></td>"))
    bars.rows.removeSubrange(0..<2)
    #expect(shown(draw(bars).table.rows[0][2]) == "2")
  }

  @Test("says from which hour of UTC on the counts of a heatmap are")
  func namesHours() {
    let values = Array(repeating: Array(repeating: ChartValue.number(9), count: 12), count: 7)
    let table = draw(Heatmap(heading: heading, week: values, threshold: 5)).table
    #expect(table.columns.first?.header == "Weekday")
    #expect(table.columns[1].header == "from 00 h UTC")
    #expect(table.columns[12].header == "from 22 h UTC")
  }

  @Test(
    "gives heatmaps five classes with round limits from the threshold up",
    arguments: [
      (5, 41, ["5–9", "10–19", "20–29", "30–39", "40 or more"]),
      (5, 12, ["5", "6–7", "8–9", "10–11", "12 or more"]),
      (10, 900, ["10–199", "200–399", "400–599", "600–799", "800 or more"]),
      (5, 6, ["5", "6", "7", "8", "9 or more"]),
    ] as [(Int, Int, [String])])
  func classifiesCounts(threshold: Int, most: Int, names: [String]) {
    var values = Array(repeating: Array(repeating: ChartValue.number(0), count: 12), count: 7)
    values[0][0] = .number(Double(most))
    let html = String(
      decoding: draw(Heatmap(heading: heading, week: values, threshold: threshold)).variants,
      as: UTF8.self)
    for (index, name) in names.enumerated() {
      #expect(html.contains("<li><i class=\"q\(index + 1)\"></i>\(name)</li>"), "\(name)")
    }
  }

  @Test("withholds small counts in the cell, the file, the words and the data")
  func withholdsSmallCounts() {
    var values = Array(repeating: Array(repeating: ChartValue.number(0), count: 12), count: 7)
    values[3][4] = .number(3)
    values[3][5] = .number(77)
    let drawn = draw(Heatmap(heading: heading, week: values, threshold: 5))
    let html = String(decoding: drawn.variants, as: UTF8.self)
    #expect(html.contains("<td class=\"qs\"><span class=\"vh\">fewer than 5</span></td>"))
    #expect(!html.contains(">3<"))
    #expect(drawn.table.rows[3][5] == .suppressed)
    #expect(!String(decoding: drawn.standalone, as: UTF8.self).contains(">3<"))
    #expect(html.contains("<td class=\"q5\">77</td>"))
  }

  @Test("prints shares of fewer than twenty as parts, withheld ones as [c], later ones as not yet")
  func printsShares() {
    let drawn = draw(
      ShareGrid(
        cohorts: [
          .init(name: "May", size: 18, values: [.number(8.0 / 18), .suppressed]),
          .init(name: "June", size: 40, values: [.number(0.5), nil]),
        ], months: 2, heading: heading, threshold: 5))
    let html = String(decoding: drawn.variants, as: UTF8.self)
    #expect(html.contains("<td class=\"q3\">8 of 18</td>"))
    #expect(html.contains("<td class=\"q3\">50%</td>"))
    #expect(html.contains("<td class=\"qe\"><span class=\"vh\">not yet</span></td>"))
    #expect(html.components(separatedBy: "[c]").count == 2)
    #expect(drawn.table.csvRows[1][2...] == ["0.444444", "[c]"])
  }

  @Test("gives each share the number it is of, where later months rest on fewer people")
  func printsSizes() {
    let drawn = draw(
      ShareGrid(
        cohorts: [
          .init(
            name: "2025", size: 40, values: [.number(0.5), .number(0.25)], sizes: [40, 40]),
          .init(
            name: "2026 (unfinished)", size: 22, values: [.number(0.5), .number(0.5)],
            sizes: [22, 12]),
          .init(name: "2027", size: nil, values: [.suppressed, nil], sizes: [nil, nil]),
        ], months: 2, heading: heading, threshold: 5))
    #expect(
      drawn.table.csvRows == [
        ["First post", "+1 mo, of", "+1 mo", "+2 mo, of", "+2 mo"],
        ["2025", "40", "0.5", "40", "0.25"], ["2026 (unfinished)", "22", "0.5", "12", "0.5"],
        ["2027", "[c]", "[c]", "not yet", "not yet"],
      ])
    let html = String(decoding: drawn.variants, as: UTF8.self)
    #expect(html.contains("<th scope=\"col\">People after 1 month</th>"))
    // Twelve people are few enough for the parts, twenty-two are not.
    #expect(html.contains("<td class=\"q3\">50%</td><td class=\"q3\">6 of 12</td>"))
  }

  @Test("puts equal factors of time equally far apart on the scale of box rows")
  func drawsLogScale() throws {
    let hour = 3600.0
    let chart = BoxRows(
      heading: heading,
      rows: [
        .init(
          name: "May", size: 40,
          content: .box(
            .init(p10: hour, p25: 2 * hour, median: 4 * hour, p75: 8 * hour, p90: 16 * hour)))
      ], target: 86_400)
    let drawing = try #require(drawings(in: draw(chart).variants).last)
    let box = try #require(drawing.values(of: "width", inElements: "rect", class: "f1").first)
    let left = try #require(drawing.values(of: "x", inElements: "rect", class: "f1").first)
    let median = try #require(drawing.paths("med").first)
    let middle = try #require(Double(median.dropFirst().prefix { $0 != "," }))
    let (start, width) = (try #require(Double(left)), try #require(Double(box)))
    #expect(abs(start + width / 2 - middle) < 0.2)
    #expect(drawing.texts.map { plain($0.text) }.contains("24 h"))
  }

  @Test("leaves the names of periods whole beside box rows, small drawings too")
  func fitsNamesOfPeriods() throws {
    let box = BoxRows.Box(p10: 600, p25: 7200, median: 9000, p75: 10_000, p90: 20_000)
    let name = "الربع 3/2026"
    let chart = BoxRows(heading: heading, rows: [.init(name: name, size: 40, content: .box(box))])
    for drawing in drawings(in: draw(chart).variants) {
      #expect(drawing.texts.contains { plain($0.text) == name }, "\(drawing.texts.map(\.text))")
    }
  }

  @Test("leaves a box open where so many never got a reply that its end is not known")
  func drawsOpenBox() throws {
    let chart = BoxRows(
      heading: heading,
      rows: [
        .init(
          name: "May", size: 40,
          content: .box(.init(p10: 600, p25: 7200, median: nil, p75: nil, p90: nil))),
        .init(name: "June", size: 12, content: .few(median: 7200, range: 600...86_400)),
        .init(name: "July", size: nil, content: .suppressed),
      ])
    let drawn = draw(chart)
    let drawing = try #require(drawings(in: drawn.variants).last)
    #expect(drawing.paths("med").isEmpty)
    #expect(drawing.paths("whisk").count == 2)
    let texts = drawing.texts.map { plain($0.text) }
    #expect(texts.contains("over half unanswered"))
    #expect(texts.contains("median 2 h 00, all 10 min–1 d"))
    #expect(drawn.table.csvRows[3] == ["July"] + Array(repeating: "[c]", count: 6))
    #expect(drawing.description.contains("July: too few people, not shown."))
  }

  @Test("draws small multiples on one scale and colours the highlighted")
  func sharesScale() {
    let chart = SmallMultiples(
      heading: heading, unit: .count(noun: "posts"),
      panels: [
        ChartSeries(name: "A", points: weeks([0, 50])),
        ChartSeries(name: "B", points: weeks([0, 25])),
      ], highlighted: ["B"])
    let panels = drawings(in: draw(chart).variants)
    // 5 to 18 January on 248 px from 4, the Thursdays 3 and 10 days after the 5th.
    #expect(panels.map { $0.paths("line") } == [["M61.2,96L194.8,6"], ["M61.2,96L194.8,51"]])
    #expect(panels.map { $0.paths("kx").count } == [1, 0])
    #expect(panels[1].paths("k1").count == 1)
  }

  @Test("draws at most the known ends of a slope, and the highlighted on top")
  func drawsSlope() throws {
    let slope = Slope(
      heading: heading, unit: .share, dates: ("Oct 2025", "Oct 2026"),
      lines: [
        .init(name: "Price", from: .number(0.06), to: .number(0.18)),
        .init(name: "Docs", from: .number(0.25), to: .number(0.13)),
        .init(name: "Small", from: .suppressed, to: .number(0.1)),
      ], highlighted: ["Price"])
    let drawn = draw(slope)
    #expect(drawings(in: drawn.variants).map(\.width) == [346, 404])
    let drawing = try #require(drawings(in: drawn.variants).last)
    #expect(drawing.paths("kx").count == 1 && drawing.paths("k1").count == 1)
    #expect(drawing.texts.map { plain($0.text) }.contains("18%  Price"))
    #expect(drawn.table.csvRows[3] == ["Small", "[c]", "0.1"])
  }

  @Test("prints a share beside its likely range")
  func drawsLikelyRange() {
    let drawn = draw(
      DotRange(
        heading: heading, headers: ("Answered", "Came back"),
        rows: [
          .init(name: "In time", note: "41 of 79", value: .number(0.52, low: 0.41, high: 0.63)),
          .init(name: "Late", note: nil, value: .suppressed),
        ]))
    let html = String(decoding: drawn.variants, as: UTF8.self)
    #expect(html.contains("<b>52%</b>"))
    #expect(html.contains("41–63%"))
    #expect(drawn.table.csvRows[1] == ["In time", "0.52", "0.41", "0.63"])
    #expect(drawn.table.csvRows[2] == ["Late", "[c]", "[c]", "[c]"])
  }

  @Test(
    "tells the range and the newest value of a sparkline as its name",
    arguments: [
      ([.number(3), .number(9), .number(4)], "Posts: between 3 and 9, now 4"),
      ([.number(3), .number(9), .suppressed], "Posts: between 3 and 9, last shown 9"),
      ([.number(3), .number(3)], "Posts: 3, now 3"),
    ] as [([ChartValue], String)])
  func namesSparkline(values: [ChartValue], name: String) {
    let line = Sparkline(label: "Posts", unit: .count(noun: "posts"), points: weeks(values))
    #expect(String(decoding: draw(line), as: UTF8.self).contains("aria-label=\"\(name)\""))
  }

  @Test("shows [c] instead of a sparkline of withheld values")
  func withholdsSparkline() {
    let line = Sparkline(
      label: "Posts", unit: .share, points: weeks([ChartValue.suppressed, .suppressed]))
    #expect(String(decoding: draw(line), as: UTF8.self).hasSuffix("[c]</abbr>"))
  }

  @Test("says that there is no data where a form has no rows")
  func drawsEmptyForms() {
    let empty = [
      draw(
        BarTable(heading: heading, unit: .share, headers: ("Topic", "Share"), rows: [])),
      draw(
        DivergingBars(
          heading: heading, nameHeader: "Topic",
          sides: (.init(header: "A", word: "a"), .init(header: "B", word: "b")), rows: [])),
      draw(DotRange(heading: heading, headers: ("Topic", "Share"), rows: [])),
      draw(ShareGrid(cohorts: [], months: 6, heading: heading, threshold: 5)),
      draw(BoxRows(heading: heading, rows: [])),
      draw(SmallMultiples(heading: heading, unit: .share, panels: [], highlighted: [])),
      draw(
        Slope(
          heading: heading, unit: .share, dates: ("2025", "2026"), lines: [], highlighted: [])),
    ]
    for drawn in empty {
      #expect(
        String(decoding: drawn.variants, as: UTF8.self)
          == "<div class=\"empty\"><strong>Nothing to draw</strong>"
          + "<p>It takes more data than there is so far.</p></div>"
      )
      #expect(!drawn.isTable && drawn.table.rows.isEmpty && isWellFormed(drawn.standalone))
    }
  }

  private func percentages(_ key: String, _ element: String, _ drawn: DrawnChart) -> [Double] {
    drawings(in: drawn.variants).flatMap { drawing in
      drawing.values(of: key, inElements: element, class: "f1").compactMap {
        Double($0.dropLast())
      }
    }
  }
}
