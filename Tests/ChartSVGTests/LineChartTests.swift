import Basics
import ChartSVG
import Testing

@Suite struct LineChartTests {
  @Test("draws three widths for a whole body, two for half of it")
  func drawsEachWidth() {
    var chart = lineChart(weeks([1, 2, 3]))
    #expect(drawings(in: draw(chart).variants).map(\.width) == [340, 560, 840])
    #expect(drawings(in: draw(chart).variants).map(\.className) == ["v-s", "v-m", "v-l"])
    chart.width = .half
    #expect(drawings(in: draw(chart).variants).map(\.width) == [346, 404])
  }

  @Test("puts values on a linear scale from zero, each in the middle of its days")
  func placesValues() throws {
    let drawing = try #require(
      drawings(in: draw(lineChart(weeks([0, 10, 5]))).variants).first)
    // 0…10 in steps of 2 on 214 px under a margin of 12; 5 January at 34 px, 25 January at 324, which
    // are 14.5 px a day; the Thursdays of the three weeks are 3, 10 and 17 days after the 5th.
    #expect(drawing.paths("line") == ["M77.5,226L179,12L280.5,119"])
    #expect(
      drawing.texts.filter { $0.anchor == "end" }.map(\.text) == ["0", "2", "4", "6", "8", "10"])
  }

  @Test(
    "breaks the line where a value is withheld, missing, not a number or not in the data",
    arguments: [ChartValue.suppressed, .missing(reason: "not collected"), .number(.nan), nil])
  func breaksLine(gap: ChartValue?) throws {
    var points = weeks([1, 2, 3, 4, 5, 6])
    if let gap { points[2].value = gap } else { points.remove(at: 2) }
    let drawing = try #require(drawings(in: draw(lineChart(points)).variants).last)
    let stretches = drawing.paths("line").map { $0.split(separator: "L").count }
    #expect(stretches == [2, 3])
  }

  @Test("shows a value between two gaps as a dot, and the last value as a larger one")
  func marksLonelyValues() throws {
    let chart = lineChart(weeks([.number(1), .suppressed, .number(2), .suppressed, .number(3)]))
    let drawing = try #require(drawings(in: draw(chart).variants).last)
    #expect(drawing.values(of: "r", inElements: "circle", class: "f1") == ["2.5", "2.5", "4"])
  }

  @Test("leaves an unfinished period out of the drawing and the words, not out of the table")
  func skipsUnfinishedPeriod() throws {
    var points = weeks([3, 4, 1])
    points[2].cutOff = .end
    let drawn = draw(lineChart(points))
    let drawing = try #require(drawings(in: drawn.variants).last)
    #expect(drawing.paths("line").map { $0.split(separator: "L").count } == [2])
    #expect(!drawing.description.contains("19\u{A0}Jan"))
    #expect(drawn.table.rows[0][0] == .text("Week of 19\u{A0}Jan\u{A0}2026 (unfinished)"))
  }

  @Test("leaves a period that begins before the data out of the drawing and the words, too")
  func skipsPeriodBegunEarlier() throws {
    var points = weeks([1, 4, 3])
    points[0].cutOff = .start
    let drawn = draw(lineChart(points))
    let drawing = try #require(drawings(in: drawn.variants).last)
    #expect(drawing.paths("line").map { $0.split(separator: "L").count } == [2])
    #expect(drawing.description.hasPrefix("Falls from 4 (week of 12\u{A0}Jan"))
    #expect(
      drawn.table.rows[2][0] == .text("Week of 5\u{A0}Jan\u{A0}2026 (begins before the data)"))
    points[0].cutOff = [.start, .end]
    #expect(
      draw(lineChart(points)).table.rows[2][0]
        == .text("Week of 5\u{A0}Jan\u{A0}2026 (begins before the data) (unfinished)"))
  }

  @Test("stands a year's value in the middle of the year, left of what happened after")
  func standsYearsInTheirMiddle() throws {
    var chart = lineChart(years([1, 2, 3]))
    chart.events = [ChartEvent(number: 1, name: "Autumn", day: day("2017-09-21"))]
    for drawing in drawings(in: draw(chart).variants) {
      let line = try #require(drawing.paths("line").first)
      let places = line.dropFirst().split(separator: "L").compactMap {
        $0.split(separator: ",").first.flatMap { Double($0) }
      }
      // `M700.5,12L700.5,226`: the guide over the plot comes first.
      let guide = try #require(drawing.paths("lead").first)
      let autumn = try #require(Double(guide.dropFirst().prefix { $0 != "," }))
      // The last point is 2 July 2017; 31 December is the end of the axis.
      #expect(places.count == 3 && places[2] < autumn)
      #expect(abs((places[2] - places[1]) - 365 * (autumn - places[2]) / 81) < 1)
    }
  }

  @Test("names nothing but years where each step is a year, each under its point")
  func namesYearsUnderTheirPoints() throws {
    let drawing = try #require(drawings(in: draw(lineChart(years([1, 2, 3]))).variants).last)
    let names = drawing.texts.filter { $0.anchor == "middle" }
    #expect(names.map(\.text) == ["2015", "2016", "2017"])
    let line = try #require(drawing.paths("line").first)
    let places = line.dropFirst().split(separator: "L").compactMap {
      $0.split(separator: ",").first.flatMap { Double($0) }
    }
    for (name, place) in zip(names, places) { #expect(abs(name.x - place) < 1.5) }
  }

  @Test("tells the usual range in the key, the words, the table and the file")
  func tellsUsualRange() throws {
    var chart = lineChart(weeks([10, 30, 20]))
    chart.usualRange = UsualRange(low: 12.25, high: 18)
    let drawn = draw(chart)
    #expect(drawn.keyList.map(\.name) == ["Usual range 12 to 18"])
    #expect(drawn.keyList.map(\.kind) == [.usualRange])
    #expect(drawn.table.caption == "Posts per week. Usual range 12 to 18")
    let drawing = try #require(drawings(in: drawn.variants).last)
    #expect(drawing.description.hasSuffix("Usual range 12 to 18."))
    let file = String(decoding: drawn.standalone, as: UTF8.self)
    #expect(file.contains("Usual range 12 to 18, middle half of the periods before"))
    chart.usualRange = UsualRange(low: 11.6, high: 12.4)
    #expect(draw(chart).keyList.map(\.name) == ["Usually 12"])
    // Once behind the line, once as its own key.
    #expect(file.split(separator: "class=\"range\"").count == 3)
    let html = String(decoding: keyListHTML(drawn.keyList, english), as: UTF8.self)
    #expect(html.contains("<span class=\"mk rg\"></span>"))
    chart.usualRange = UsualRange(low: 3, high: 2)
    #expect(draw(chart).keyList.isEmpty && draw(chart).table.caption == "Posts per week")
  }

  @Test("starts shares at 0 and ends them at 100 percent")
  func drawsWholeShares() throws {
    var chart = lineChart(weeks([0.4, 0.5]))
    chart.unit = .share
    let drawing = try #require(drawings(in: draw(chart).variants).last)
    let labels = drawing.texts.filter { $0.anchor == "end" }.map(\.text)
    #expect(labels.first == "0%" && labels.last == "100%")
  }

  @Test("draws a likely range as a ribbon, and as a bar where it stands alone")
  func drawsIntervals() throws {
    let known = ChartValue.number(5, low: 4, high: 6)
    let chart = lineChart(weeks([known, known, .suppressed, known, .number(3)]))
    let drawing = try #require(drawings(in: draw(chart).variants).last)
    #expect(drawing.paths("rib").count == 1)
    #expect(drawing.paths("whisk").count == 1)
  }

  @Test("tells lines apart by two hues and a dash of their own")
  func varyLines() throws {
    let chart = lineChart(weeks([1, 2]), weeks([2, 3]), weeks([3, 4]), weeks([4, 5]))
    let drawing = try #require(drawings(in: draw(chart).variants).last)
    let dashes = drawing.values(of: "stroke-dasharray", inElements: "path", class: "line")
    #expect(dashes == ["6 3", "2 3", "8 3 2 3"])
    #expect(drawing.paths("k1").count == 2 && drawing.paths("k2").count == 2)
    let names = drawing.texts.filter { $0.text.hasPrefix("Line") }
    #expect(names.map(\.text) == ["Line 1", "Line 2", "Line 3", "Line 4"])
  }

  @Test("names the bands and events of the drawing's days in the key, with their days")
  func listsKey() {
    var chart = lineChart(weeks([1, 2, 3, 4]))
    chart.bands = [
      ChartBand(
        letter: "A", name: "Sprint", days: day("2026-01-10")...day("2026-01-20"), link: "a.html"),
      ChartBand(letter: "B", name: "Gone", days: day("2025-01-01")...day("2025-02-01")),
    ]
    chart.events = [
      ChartEvent(number: 1, name: "4.0 <out>", day: day("2026-01-12")),
      ChartEvent(number: 2, name: "Later", day: day("2027-01-12")),
    ]
    let key = draw(chart).keyList
    #expect(key.map(\.mark) == ["A", "1"])
    #expect(key.map(\.dates) == ["10–20\u{A0}Jan\u{A0}2026", "12\u{A0}Jan\u{A0}2026"])
    let html = String(decoding: keyListHTML(key, english), as: UTF8.self)
    #expect(html.contains("<a href=\"a.html\">Sprint</a>"))
    #expect(html.contains("4.0 &lt;out&gt;"))
  }

  @Test("keeps a mark that lies within the last period")
  func keepsLateEvent() {
    var chart = lineChart(weeks([1, 2]))
    chart.events = [ChartEvent(number: 1, name: "Friday", day: day("2026-01-16"))]
    #expect(draw(chart).keyList.count == 1)
  }

  @Test(
    "says which case it is where there is nothing to draw",
    arguments: [
      ([ChartValue](), "Nothing to draw"),
      ([.suppressed, .missing(reason: "x")], "Too few people to show"),
      ([.missing(reason: "x")], "Not measured"),
    ])
  func saysWhyEmpty(values: [ChartValue], headline: String) {
    let drawn = draw(lineChart(weeks(values)))
    #expect(
      String(decoding: drawn.variants, as: UTF8.self).contains("<strong>\(headline)</strong>"))
    #expect(String(decoding: drawn.standalone, as: UTF8.self).contains(headline))
    #expect(drawn.table.rows.count == values.count)
  }

  @Test("marks the point of a remark and skips the remark that has no point")
  func drawsRemarks() throws {
    var chart = lineChart(weeks([1, 9, 2, 3, 2, 3]))
    chart.annotations = [
      ChartAnnotation(on: day("2020-01-01"), lines: ["nowhere"]),
      ChartAnnotation(on: day("2026-01-12"), lines: ["9, a release"]),
    ]
    for drawing in drawings(in: draw(chart).variants) {
      #expect(drawing.texts.filter { $0.classes.contains("ann") }.map(\.text) == ["9, a release"])
      #expect(drawing.values(of: "r", inElements: "circle", class: "ring") == ["4"])
    }
  }

  @Test("gives the same bytes for the same chart")
  func isRepeatable() {
    let chart = lineChart(weeks([1, 9, 2, 3]), weeks([4, 4, 5, 5]))
    #expect(draw(chart) == draw(chart))
  }
}
