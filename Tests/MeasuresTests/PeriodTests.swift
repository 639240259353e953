import Basics
import Measures
import Testing

@Suite("Periods") struct PeriodTests {
  // ISO 8601 weeks around New Year, from the calendar of the standard.
  @Test(
    "finds the ISO week of a day",
    arguments: [
      ("2015-12-31", "2015-W53"), ("2016-01-01", "2015-W53"), ("2016-01-03", "2015-W53"),
      ("2016-01-04", "2016-W01"), ("2018-12-31", "2019-W01"), ("2020-12-31", "2020-W53"),
      ("2021-01-01", "2020-W53"), ("2017-01-01", "2016-W52"), ("2012-02-29", "2012-W09"),
    ])
  func findsISOWeek(day: String, week: String) throws {
    let day = try #require(CalendarDay(day))
    #expect(Period(.week, containing: day).description == week)
  }

  @Test(
    "reads what it writes and knows its days",
    arguments: [
      ("2016-W05", "2016-02-01", "2016-02-08"), ("2016-02", "2016-02-01", "2016-03-01"),
      ("2016-Q4", "2016-10-01", "2017-01-01"), ("2016", "2016-01-01", "2017-01-01"),
      ("2020-W53", "2020-12-28", "2021-01-04"), ("2019-Q1", "2019-01-01", "2019-04-01"),
    ])
  func readsWhatItWrites(text: String, first: String, end: String) throws {
    let period = try #require(Period(text))
    #expect(period.description == text)
    #expect(period.firstDay?.description == first)
    #expect(period.endDay?.description == end)
  }

  @Test(
    "refuses what is no period",
    arguments: [
      "2016-W54", "2018-W53", "2016-W00", "2016-13", "2016-00", "2016-Q5", "2016-1",
      "16", "", "2016-W5", "All", "2016-01-01", "2016-", "+016", "2016-W+1",
    ])
  func refusesWhatIsNoPeriod(text: String) {
    #expect(Period(text) == nil)
  }

  @Test("sorts by text") func sortsByText() {
    let texts = ["2016", "2016-01", "2016-12", "2016-Q1", "2016-W01", "2016-W52", "2017", "all"]
    #expect(texts.reversed().compactMap { Period($0) }.sorted().map(\.description) == texts)
  }
}
