import Basics
import SiteBuild
import Testing

@Suite struct EditionComparisonTests {
  private static let nothing = ["Figure: No headline figure moved beyond chance"]

  /// Poisson counts: a and b differ beyond chance when |a − b| > 1.96·√(a + b). For 100 and 129 that
  /// is 29 against 29.66, for 100 and 130 it is 30 against 29.73.
  @Test(arguments: [
    ("activity.items", 470, 670, "Figure: Posts and comments: 670 in 2017, after 470 in 2016"),
    ("activity.items", 100, 129, nothing[0]),
    ("activity.items", 100, 130, "Figure: Posts and comments: 130 in 2017, after 100 in 2016"),
    ("contributors", 81, 71, nothing[0]),
    ("contributors", 81, 40, "Figure: People who wrote: 40 in 2017, after 81 in 2016"),
    ("new_contributors", 20, 60, "Better: Newcomers: 60 in 2017, after 20 in 2016"),
    ("new_contributors", 1060, 20, "Worse: Newcomers: 20 in 2017, after 1,060 in 2016"),
  ])
  func tellsCountsThatMovedBeyondChance(metric: String, a: Int, b: Int, change: String) throws {
    let unit = metric == "activity.items" ? "items" : "people"
    let found = try EditionFixture.changes(
      EditionFixture.rows(metric, "2016", #""value":\#(a),"unit":"\#(unit)""#),
      EditionFixture.rows(metric, "2017", #""value":\#(b),"unit":"\#(unit)""#))
    #expect(found == [change])
  }

  private static let share = "answered_within.24h"
  private static let median = "time_to_first_response.median"
  private static let twiceAsLong =
    "Worse: Median time to a first response: 2\u{A0}h\u{A0}00 in 2017, "
    + "after 1\u{A0}h\u{A0}00 in 2016"

  @Test(arguments: [
    (
      share, #""value":0.5,"unit":"share","n":100,"low":0.4,"high":0.6"#,
      #""value":0.75,"unit":"share","n":100,"low":0.65,"high":0.8"#,
      "Better: Answered within 24 hours: 75% in 2017, after 50% in 2016"
    ),
    (
      share, #""value":0.5,"unit":"share","n":100,"low":0.4,"high":0.6"#,
      #""value":0.7,"unit":"share","n":100,"low":0.6,"high":0.8"#, nothing[0]
    ),
    (
      median, #""value":3600,"unit":"seconds","n":50,"low":3000,"high":4000"#,
      #""value":7200,"unit":"seconds","n":50,"low":5000,"high":9000"#,
      twiceAsLong
    ),
    // An open end may lie anywhere.
    (
      median, #""value":3600,"unit":"seconds","n":50,"low":3000"#,
      #""value":7200,"unit":"seconds","n":50,"low":5000,"high":9000"#, nothing[0]
    ),
    (
      median, #""value":3600,"unit":"seconds","n":50,"high":4000"#,
      #""value":7200,"unit":"seconds","n":50,"low":5000"#,
      twiceAsLong
    ),
    // Without intervals nothing is known about a median, nor with one alone.
    (
      median, #""value":3600,"unit":"seconds","n":50"#,
      #""value":72000,"unit":"seconds","n":50"#, nothing[0]
    ),
    (
      median, #""value":3600,"unit":"seconds","n":50"#,
      #""value":7200,"unit":"seconds","n":50,"low":5000,"high":9000"#, nothing[0]
    ),
    // What is withheld or not measurable is not compared.
    (
      "contributors", #""unit":"people","note":"suppressed""#, #""value":900,"unit":"people""#,
      nothing[0]
    ),
    (
      "contributors", #""value":900,"unit":"people""#,
      #""unit":"people","note":"not measurable: threads""#, nothing[0]
    ),
  ])
  func comparesIntervals(metric: String, older: String, newer: String, change: String) throws {
    let found = try EditionFixture.changes(
      EditionFixture.rows(metric, "2016", older), EditionFixture.rows(metric, "2017", newer))
    #expect(found == [change])
  }

  @Test func takesQuartersWhereTheLastFullYearIsTheSame() throws {
    func items(_ periods: [(String, Int)]) -> [String] {
      periods.map {
        EditionFixture.row("activity.items", $0.0, #""value":\#($0.1),"unit":"items""#)
      }
    }
    let early = items([("2015", 9), ("2016", 10), ("2016-Q4", 10), ("2017-Q1", 10)])
    let found = try EditionFixture.changes(early, early + items([("2017-Q2", 90)]))
    #expect(
      found == [
        "Figure: Posts and comments: 90 in the second quarter of 2017, "
          + "after 10 in the first quarter of 2017"
      ])
  }

  @Test func neverTakesTheFirstPeriodWhichTheDataMayHaveJoinedLate() throws {
    let first = EditionFixture.row("activity.items", "2016", #""value":10,"unit":"items""#)
    let second = EditionFixture.row("activity.items", "2017", #""value":900,"unit":"items""#)
    #expect(try EditionFixture.changes([first], [first, second]) == Self.nothing)
  }

  @Test func comparesWhatWaitsAtTheEndOfTheData() throws {
    let found = try EditionFixture.changes(
      [EditionFixture.row("unanswered", "all", #""value":20,"unit":"threads","n":500"#)],
      [EditionFixture.row("unanswered", "all", #""value":5,"unit":"threads","n":600"#)])
    #expect(
      found == [
        "Better: Questions without a response: 5 on 31\u{A0}August\u{A0}2018, "
          + "after 20 on 31\u{A0}August\u{A0}2017"
      ])
  }

  /// Nine quarters up to the peak: type 7 quartiles of 97 98 99 100 100 101 102 103 200 are 99 and 102.
  @Test func tellsAPeakThatSettled() throws {
    let values = [100, 102, 98, 101, 99, 103, 97, 100, 200, 101]
    let rows = zip(values, 0...).map { value, index in
      EditionFixture.row(
        "activity.items", "\(2016 + index / 4)-Q\(index % 4 + 1)",
        #""value":\#(value),"unit":"items""#)
    }
    let found = try EditionFixture.changes(Array(rows.dropLast()), rows)
    #expect(
      found == [
        "Settling: Posts and comments: 101 in the second quarter of 2018, "
          + "after 200 in the first quarter of 2018, back in the usual range of 99 to 102"
      ])
  }

  /// After eight quarters of 97 to 103 and a peak of 400, 200 is less, and no bad number.
  @Test(arguments: [(200, "Figure"), (20, "Worse")])
  func callsNothingWorseThatIsUsualOrBetter(value: Int, label: String) throws {
    let values = [100, 102, 98, 101, 99, 103, 97, 100, 400, value]
    let rows = zip(values, 0...).map { value, index in
      EditionFixture.row(
        "new_contributors", "\(2016 + index / 4)-Q\(index % 4 + 1)",
        #""value":\#(value),"unit":"people""#)
    }
    let found = try EditionFixture.changes(Array(rows.dropLast()), rows)
    #expect(found.count == 1 && found[0].hasPrefix("\(label): Newcomers: \(value) in"), "\(found)")
  }

  @Test func countsPagesThatCameAndWent() throws {
    let comparison = try EditionFixture.comparison(
      EditionFixture.text(
        "2017-08-31", addresses: ["index.html", "old/index.html", "old/fig-1.csv"]),
      EditionFixture.text("2018-08-31", addresses: ["a/index.html", "b/index.html", "index.html"]))
    #expect(comparison.newAddresses.map(\.text) == ["a/index.html", "b/index.html"])
    #expect(comparison.vanishedAddresses.map(\.text) == ["old/fig-1.csv", "old/index.html"])
    #expect(comparison.changes.map(\.words).last == "2 pages are new, 1 page has moved or gone")
  }

  @Test func namesCommunitiesThatCameAndWent() throws {
    let comparison = try EditionFixture.comparison(
      EditionFixture.text("2017-08-31", of: "bakers"), EditionFixture.text("2018-08-31"))
    #expect(
      comparison.changes.map { "\($0.label(english)): \($0.words)" } == Self.nothing + [
        "Community: bakers is gone", "Community: makers is new here",
      ])
  }
}
