import Basics
import ChartSVG
import Testing

@Suite struct DataTableTests {
  private let table = DataTable(
    caption: "Replies & more",
    columns: [
      DataTable.Column("Month", isNumeric: false), DataTable.Column("Share", isNumeric: true),
    ],
    rows: [
      [.text("May <2026>"), .number(shown: "71%", raw: "0.71")],
      [.text("June"), .suppressed],
      [.text("July"), .missing(reason: "not collected")],
    ])

  @Test("writes a table with caption, scopes, numeric cells and a named wrapper")
  func writesTable() {
    let html = String(decoding: table.html(figure: "figure 1", english), as: UTF8.self)
    #expect(
      html == """
        <div class="tw" tabindex="0" role="region" aria-label="Data for figure 1"><table>\
        <caption class="vh">Replies &amp; more</caption>\
        <thead><tr><th scope="col">Month</th><th scope="col" class="r">Share</th></tr></thead>\
        <tbody><tr><th scope="row">May &lt;2026&gt;</th><td class="r">71%</td></tr>\
        <tr><th scope="row">June</th><td class="r">\
        <abbr title="confidential: too few people">[c]</abbr></td></tr>\
        <tr><th scope="row">July</th><td class="r"><span class="supp">not collected</span></td></tr>\
        </tbody></table></div>
        """)
  }

  @Test("gives raw numbers, [c] and reasons to the downloads")
  func givesRawRows() {
    #expect(
      table.csvRows == [
        ["Month", "Share"], ["May <2026>", "0.71"], ["June", "[c]"], ["July", "not collected"],
      ])
  }

  @Test("lists every period of every line, newest first, with both ends of a likely range")
  func listsEveryPeriod() {
    var chart = lineChart(weeks([.number(1, low: 0.5, high: 2.25), .suppressed]), weeks([7]))
    chart.series[1].name = "Staff"
    #expect(
      draw(chart).table.csvRows.map { $0.map(plain) } == [
        ["Period", "Line 1", "Line 1, likely from", "Line 1, likely to", "Staff"],
        ["Week of 12 Jan 2026", "[c]", "[c]", "[c]", "no data"],
        ["Week of 5 Jan 2026", "1", "0.5", "2.25", "7"],
      ])
  }

  @Test(
    "prints values by their unit",
    arguments: [
      (ChartUnit.count(noun: "posts"), 1284.0, "1,284", "1284"),
      (.count(noun: "posts"), 2.5, "2.5", "2.5"),
      (.share, 0.7134159, "71%", "0.713416"),
      (.count(noun: "posts"), 62_369.999999999993, "62,370", "62370"),
      (.ratio, 5.904, "5.90", "5.904"),
      (.duration, 11_100, "3 h 05", "11100"),
    ])
  func printsUnits(unit: ChartUnit, value: Double, shown: String, raw: String) {
    var chart = lineChart(weeks([value]))
    chart.unit = unit
    guard case .number(let text, let number) = draw(chart).table.rows[0][1] else {
      Issue.record("no number")
      return
    }
    #expect(plain(text) == shown)
    #expect(number == raw)
  }
}
