import Basics
import ChartSVG
import Foundation
import Testing

@Suite struct AxisTests {
  @Test(
    "names at most five steps from zero, of a size people count in",
    arguments: [
      (3.0, ["0", "1", "2", "3"]),
      (36, ["0", "10", "20", "30", "40"]),
      (77, ["0", "20", "40", "60", "80"]),
      (120, ["0", "25", "50", "75", "100", "125"]),
      (1284, ["0", "500", "1,000", "1,500"]),
      (12_000_000, ["0", "2.5 M", "5.0 M", "7.5 M", "10.0 M", "12.5 M"]),
      (0, ["0", "1"]),
    ] as [(Double, [String])])
  func namesCounts(most: Double, expected: [String]) throws {
    #expect(try valueAxis(lineChart(weeks([0, most]))) == expected)
  }

  @Test(
    "counts durations in the units of clocks and calendars",
    arguments: [
      (45.0, ["0", "10 s", "20 s", "30 s", "40 s", "50 s"]),
      (2400, ["0", "10 min", "20 min", "30 min", "40 min"]),
      (31_680, ["0", "2 h", "4 h", "6 h", "8 h", "10 h"]),
      (172_800, ["0", "12 h", "24 h", "36 h", "48 h"]),
      (432_000, ["0", "1 d", "2 d", "3 d", "4 d", "5 d"]),
    ] as [(Double, [String])])
  func namesDurations(most: Double, expected: [String]) throws {
    var chart = lineChart(weeks([0, most]))
    chart.unit = .duration
    #expect(try valueAxis(chart) == expected)
  }

  @Test(
    "names numbers with the decimals their steps need",
    arguments: [
      ([0.031, 0.132], ["0.00", "0.05", "0.10", "0.15"]),
      ([0.0031, 0.0112], ["0.0000", "0.0025", "0.0050", "0.0075", "0.0100", "0.0125"]),
      ([0.4, 1.9], ["0.0", "0.5", "1.0", "1.5", "2.0"]),
      ([10, 48], ["0", "10", "20", "30", "40", "50"]),
      ([10.4, 11.3, 12.1], ["0.0", "2.5", "5.0", "7.5", "10.0", "12.5"]),
      ([10.5, 2_400_000], ["0", "500,000", "1,000,000", "1,500,000", "2,000,000", "2,500,000"]),
    ] as [([Double], [String])])
  func namesNumbers(values: [Double], expected: [String]) throws {
    var chart = lineChart(weeks(values))
    chart.unit = .fitting(values)
    #expect(try valueAxis(chart) == expected)
  }

  @Test(
    "shows numbers of which nothing is known with decimals that fit their typical size",
    arguments: [
      ([3, 12, 1284], ["3", "12", "1,284"]),
      ([0.247, 0.213, 0.0312], ["0.247", "0.213", "0.031"]),
      ([0.0247, 0.00213], ["0.0247", "0.0021"]),
      ([34, 26.4], ["34.0", "26.4"]),
      ([2.25, 0, 3.126], ["2.25", "0.00", "3.13"]),
      ([1520.75, 900.5, 2], ["1,520.8", "900.5", "2.0"]),
      ([], []), ([0], ["0"]),
    ] as [([Double], [String])])
  func fitsDecimals(values: [Double], expected: [String]) {
    let unit = ChartUnit.fitting(values + [.nan, .infinity])
    #expect(values.map { unit.text($0, english) } == expected)
  }

  @Test(
    "names ratios with the decimals their steps need",
    arguments: [
      (0.13, ["0.00", "0.05", "0.10", "0.15"]),
      (1.1, ["0.00", "0.25", "0.50", "0.75", "1.00", "1.25"]),
      (1.9, ["0.0", "0.5", "1.0", "1.5", "2.0"]),
      (12.1, ["0.0", "2.5", "5.0", "7.5", "10.0", "12.5"]),
      (48, ["0", "10", "20", "30", "40", "50"]),
    ] as [(Double, [String])])
  func namesRatios(most: Double, expected: [String]) throws {
    var chart = lineChart(weeks([0, most]))
    chart.unit = .ratio
    #expect(try valueAxis(chart) == expected)
  }

  @Test(
    "names places that lie as evenly as their lines",
    arguments: [
      .count(noun: "posts"), .share, .ratio, .number(places: 0), .number(places: 1),
      .number(places: 3), .number(places: 6),
    ] as [ChartUnit])
  func namesEvenSteps(unit: ChartUnit) throws {
    for power in 0..<60 {
      var chart = lineChart(weeks([0, 0.013 * pow(1.6, Double(power))]))
      chart.unit = unit
      let labels = try valueAxis(chart)
      let places = labels.compactMap(number)
      #expect(places.count == labels.count, "\(labels)")
      let step = try #require(places.last) / Double(labels.count - 1)
      for (index, place) in places.enumerated() {
        #expect(abs(place - Double(index) * step) <= step * 1e-9, "\(labels)")
      }
    }
  }

  @Test(
    "names at most six places of numbers of any size",
    arguments: [
      .count(noun: "posts"), .share, .duration, .ratio, .number(places: 0), .number(places: 6),
    ] as [ChartUnit])
  func namesLargeNumbers(unit: ChartUnit) throws {
    let powers = stride(from: 3, through: 308, by: 15)
    let sizes = powers.compactMap { Double("1e\($0)") } + [.greatestFiniteMagnitude]
    for size in sizes {
      for others in [[0], [1e-6, 12.5], [-size], [size / 3], [-1, size * 0.71]] {
        var chart = lineChart(weeks(others + [size]))
        chart.unit = unit
        let count = try valueAxis(chart).count
        #expect((2...6).contains(count))
      }
      var chart = lineChart(weeks([size]))
      chart.unit = unit
      chart.axis = size...size
      let count = try valueAxis(chart).count
      #expect((2...6).contains(count))
    }
  }

  @Test("counts large numbers in round steps")
  func namesRoundLargeNumbers() throws {
    let labels = try valueAxis(lineChart(weeks([0, 1_100_000_000_000_000_000])))
    let expected = [
      "250,000,000,000", "500,000,000,000", "750,000,000,000", "1,000,000,000,000",
      "1,250,000,000,000",
    ]
    #expect(labels == ["0"] + expected.map { "\($0) M" })
  }

  @Test("begins and ends the axis where the chart says, and never hides a value")
  func followsChosenAxis() throws {
    var chart = lineChart(weeks([0.62, 0.71]))
    chart.unit = .share
    chart.axis = 0.5...0.8
    #expect(try valueAxis(chart) == ["50%", "60%", "70%", "80%"])
    chart.axis = 0.65...0.7
    let labels = try valueAxis(chart)
    #expect(labels.first == "62%" && labels.last == "72%")
  }

  @Test("goes below zero where values do")
  func drawsNegativeValues() throws {
    #expect(try valueAxis(lineChart(weeks([-12, 25]))) == ["−20", "−10", "0", "10", "20", "30"])
  }

  @Test("names quarters over 200 days, with the year at January only")
  func namesQuarters() throws {
    let expected = [
      "Jan 2025", "Apr", "Jul", "Oct", "Jan 2026", "Apr", "Jul", "Oct",
    ]
    #expect(try timeAxis("2024-11-04", weeks: 104, variant: 2) == expected)
  }

  @Test("names years by their number and drops months on a small drawing")
  func namesYearsOnSmallDrawing() throws {
    #expect(try timeAxis("2024-11-04", weeks: 104, variant: 0) == ["2025", "Jul", "2026", "Jul"])
  }

  @Test("names months below 200 days, and the year once where there is no January")
  func namesMonths() throws {
    let expected = ["Apr 2026", "May", "Jun", "Jul", "Aug"]
    #expect(try timeAxis("2026-03-09", weeks: 24, variant: 2) == expected)
  }

  @Test("names every month or every second one, never more of one part", arguments: 12...28, 0...2)
  func namesMonthsEvenly(weeks: Int, variant: Int) throws {
    let months = ["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]
    let names = try timeAxis("2026-03-09", weeks: weeks, variant: variant)
    let places = names.compactMap { name in months.firstIndex { name.hasPrefix($0) } }
    #expect(places.count == names.count, "\(names)")
    #expect(Set(zip(places, places.dropFirst()).map { $1 - $0 }).count <= 1, "\(names)")
  }

  @Test("names Mondays below 60 days")
  func namesMondays() throws {
    let expected = ["2 Mar 2026", "9 Mar", "16 Mar", "23 Mar"]
    #expect(try timeAxis("2026-03-02", weeks: 4, variant: 2) == expected)
  }

  /// What a label of the axis says: `2.5 M` → 2,500,000; a share in percent.
  private func number(_ label: String) -> Double? {
    let isMillions = label.hasSuffix(" M")
    let digits = label.filter { $0 == "." || ("0"..."9").contains($0) }
    return Double(digits).map { $0 * (isMillions ? 1_000_000 : 1) }
  }

  private func valueAxis(_ chart: LineChart) throws -> [String] {
    let drawing = try #require(drawings(in: draw(chart).variants).last)
    return drawing.texts.filter { $0.anchor == "end" }.map { plain($0.text) }
  }

  private func timeAxis(_ start: String, weeks count: Int, variant: Int) throws -> [String] {
    let points = (0..<count).map { week in
      let monday = day(start).adding(days: 7 * week)
      return ChartPoint(days: monday...monday, label: "", value: .number(1))
    }
    let drawing = drawings(in: draw(lineChart(points)).variants)[variant]
    return drawing.texts.filter { $0.anchor == "middle" }.map { plain($0.text) }
  }
}

/// The text with its non-breaking spaces as plain ones.
func plain(_ text: String) -> String {
  String(text.map { $0 == "\u{A0}" ? " " : $0 })
}
