import Basics
import ChartSVG
import Testing

@Suite struct WordsTests {
  @Test(
    "tells start, end, peaks and extremes in words",
    arguments: [
      (
        [20, 25, 30, 35], "Rises steadily from 20 (w1) to 35 (w4). Highest 35 (w4), lowest 20 (w1)."
      ),
      (
        [30, 10, 30], "Ends near where it began: 30 (w1), 30 (w3). Highest 30 (w1), lowest 10 (w2)."
      ),
      (
        // Beside such a peak a change of 280 is small, and yet the line has doubled.
        [262, 5902, 542],
        "Rises from 262 (w1) to 542 (w3). One peak: 5,902 (w2). Lowest 262 (w1)."
      ),
      (
        [100, 400, 115],
        "Ends near where it began: 100 (w1), 115 (w3). One peak: 400 (w2). Lowest 100 (w1)."
      ),
      (
        [100, 400, 116],
        "Rises from 100 (w1) to 116 (w3). One peak: 400 (w2). Lowest 100 (w1)."
      ),
      ([5, 5, 5], "Stays at 5 from w1 to w3."),
      (
        [10, 12, 40, 11, 20],
        "Rises from 10 (w1) to 20 (w5). One peak: 40 (w3). Lowest 10 (w1)."
      ),
      (
        [12, 50, 14, 70, 5],
        "Falls from 12 (w1) to 5 (w5). Two peaks: 50 (w2), 70 (w4). Lowest 5 (w5)."
      ),
      ([7], "One value: 7 (w1)."),
    ] as [([Double], String)])
  func describesLine(values: [Double], words: String) throws {
    let points = values.enumerated().map { index, value in
      let monday = day("2026-01-05").adding(days: 7 * index)
      return ChartPoint(
        days: monday...monday, label: "w\(index + 1)", value: .number(value))
    }
    let drawing = try #require(drawings(in: draw(lineChart(points)).variants).first)
    #expect(drawing.description == words)
  }

  @Test("tells how many periods are withheld and never which or how much")
  func keepsWithheldOut() throws {
    var points = weeks([10, 12, 4, 11, 13])
    points[2].value = .suppressed
    points[3].value = .missing(reason: "outage")
    let drawing = try #require(drawings(in: draw(lineChart(points)).variants).first)
    #expect(drawing.description.contains("Not shown because of too few people: 1 period."))
    #expect(drawing.description.contains("Without a value: 1 period."))
    #expect(!drawing.description.contains(points[2].label.dropFirst()))
  }

  @Test("names each line, the usual range, the campaigns and the events")
  func describesMarks() throws {
    var chart = lineChart(weeks([1, 2]), weeks([4, 3]))
    chart.usualRange = UsualRange(low: 1, high: 3)
    chart.bands = [ChartBand(letter: "A", name: "B", days: day("2026-01-05")...day("2026-01-06"))]
    chart.events = [
      ChartEvent(number: 1, name: "x", day: day("2026-01-06")),
      ChartEvent(number: 2, name: "y", day: day("2026-01-07")),
    ]
    let words = try #require(drawings(in: draw(chart).variants).first).description
    #expect(words.hasPrefix("Line 1: Rises from 1 (week of 5\u{A0}Jan\u{A0}2026)"))
    #expect(words.contains("Line 2: Falls from 4"))
    #expect(words.hasSuffix("Usual range 1 to 3. Shaded: 1 campaign. Numbered: 2 events."))
  }

  @Test("gives each drawing of a page its own ids")
  func distinguishesIds() {
    let markup = String(decoding: draw(lineChart(weeks([1, 2]))).variants, as: UTF8.self)
    for suffix in ["s", "m", "l"] {
      #expect(markup.contains("aria-labelledby=\"fig-1-\(suffix)-t fig-1-\(suffix)-d\""))
      #expect(markup.contains("<title id=\"fig-1-\(suffix)-t\">Line chart: Posts per week</title>"))
    }
  }
}
