import Basics
import ChartSVG
import Testing

@Suite struct BandTests {
  @Test("lets the narrower of two bands keep its letter only, where their names would touch")
  func dropsNarrowerName() throws {
    var chart = lineChart(weeks(Array(repeating: 1.0, count: 52)))
    chart.bands = [
      ChartBand(
        letter: "A", name: "Spring campaign for docs", days: day("2026-03-01")...day("2026-04-20")),
      ChartBand(
        letter: "B", name: "Early access programme", days: day("2026-07-01")...day("2026-07-14")),
    ]
    let names = bandNames(chart)
    #expect(names[0] == ["A", "B"])
    #expect(names[1] == ["A  Spring campaign for docs", "B"])
  }

  @Test("names both where there is room")
  func namesBoth() {
    var chart = lineChart(weeks(Array(repeating: 1.0, count: 52)))
    chart.bands = [
      ChartBand(letter: "A", name: "Docs", days: day("2026-02-01")...day("2026-02-20")),
      ChartBand(letter: "B", name: "4.0", days: day("2026-10-01")...day("2026-11-10")),
    ]
    #expect(bandNames(chart)[2] == ["A  Docs", "B  4.0"])
  }

  @Test("puts bands that meet in time in rows of their own")
  func stacksOverlappingBands() throws {
    var chart = lineChart(weeks(Array(repeating: 1.0, count: 52)))
    chart.bands = [
      ChartBand(letter: "A", name: "Docs", days: day("2026-02-01")...day("2026-06-20")),
      ChartBand(letter: "B", name: "4.0", days: day("2026-05-01")...day("2026-09-10")),
    ]
    let drawing = try #require(drawings(in: draw(chart).variants).last)
    let heights = drawing.texts.filter { $0.classes == ["bandlab"] }.map(\.y)
    #expect(heights == [19, 41])
  }

  @Test("keeps the discs of near events 3 px apart, in the order of their days")
  func spreadsDiscs() throws {
    var chart = lineChart(weeks(Array(repeating: 1.0, count: 52)))
    chart.events = (1...5).map {
      ChartEvent(number: $0, name: "Event", day: day("2026-06-01").adding(days: $0))
    }
    for drawing in drawings(in: draw(chart).variants) {
      let centres = drawing.values(of: "cx", inElements: "circle", class: "fink")
        .compactMap(Double.init)
      for (left, right) in zip(centres, centres.dropFirst()) {
        #expect(right - left >= 21.9 && right - left < 22.2)
      }
    }
  }

  private func bandNames(_ chart: LineChart) -> [[String]] {
    drawings(in: draw(chart).variants).map { drawing in
      drawing.texts.filter { $0.classes == ["bandlab"] }.map { plain($0.text) }
    }
  }
}
