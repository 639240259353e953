import Basics
import ChartSVG
import Testing

@Suite struct CheckTests {
  private let place = SourceLocation(file: "Content/insights/a.md", line: 7)

  @Test("finds nothing wrong with a sound chart")
  func acceptsSoundChart() {
    var chart = lineChart(weeks([1, 2]))
    chart.annotations = [ChartAnnotation(on: day("2026-01-12"), lines: ["2"])]
    #expect(check(chart) == [])
  }

  @Test("refuses a fifth line")
  func refusesFifthLine() {
    let five = (0..<5).map { ChartSeries(name: "\($0)", points: weeks([1])) }
    let chart = LineChart(heading: heading, unit: .share, series: five)
    #expect(
      check(chart, at: place).map(\.text) == [
        """
        error[C003]: the chart has 5 lines, more than 4
          --> Content/insights/a.md:7:1
          = fix: leave some out, or show them as small multiples
        """
      ])
  }

  @Test("says where the nearest point is, and which line is meant")
  func refusesLostRemark() {
    var chart = lineChart(weeks([1, 2]))
    chart.series[0].name = "Members"
    chart.annotations = [
      ChartAnnotation(on: day("2026-01-20"), lines: ["2"]),
      ChartAnnotation(on: day("2026-01-12"), lines: ["2"], series: "Membres"),
    ]
    #expect(
      check(chart).map(\.text) == [
        """
        error[C004]: no period with a value holds 2026-01-20
          = fix: the nearest starts on 2026-01-12
        """,
        """
        error[C004]: no line is named `Membres`
          = fix: did you mean `Members`?
        """,
      ])
  }

  @Test("warns of a fourth remark and refuses what is not a number")
  func findsTooManyRemarksAndNoNumbers() {
    var chart = lineChart(weeks([1, .nan, .infinity]))
    chart.annotations = Array(
      repeating: ChartAnnotation(on: day("2026-01-05"), lines: ["1"]), count: 4)
    #expect(
      check(chart).map { plain($0.text) } == [
        """
        warning[C007]: the chart has 4 remarks, of which at most 3 are drawn
          = fix: keep the three that the title speaks of
        """,
        """
        error[C005]: `Line 1` has no number at Week of 12 Jan 2026 and 1 more
          = fix: give it as missing, with the reason
        """,
      ])
  }

  @Test("refuses to highlight what is not there")
  func refusesUnknownHighlight() {
    let slope = Slope(
      heading: heading, unit: .share, dates: ("a", "b"),
      lines: (0..<7).map { Slope.Line(name: "Topic \($0)", from: .number(0.1), to: .number(0.2)) },
      highlighted: ["Topik 3"])
    #expect(
      check(slope).map(\.text) == [
        """
        error[C003]: the chart has 7 lines, more than 6
          = fix: leave some out, or show them as small multiples
        """,
        """
        error[C006]: nothing in the chart is named `Topik 3`
          = fix: did you mean `Topic 3`?
        """,
      ])
  }

  @Test("refuses rows of another length than the head")
  func refusesUnequalRows() {
    let map = Heatmap(heading: heading, week: [[.number(1)]], threshold: 5)
    #expect(
      check(map).map(\.text) == [
        "error[C008]: the row `Mon` has 1 values for 12 columns",
        "error[C008]: the table has 1 rows for 7 names",
      ])
  }

  @Test("gives each code an id of its own, with a title and an explanation")
  func listsCodes() {
    let codes = ChartSVGCodes.all
    #expect(codes.map(\.id) == (1...codes.count).map { "C00\($0)" })
    #expect(codes.allSatisfy { !$0.title.isEmpty && $0.explanation.hasSuffix(".") })
  }
}
