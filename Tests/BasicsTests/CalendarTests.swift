import Basics
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2016-02-03", 16_834, 3),
    ("0000-01-01", -719_528, 6), ("9999-12-31", 2_932_896, 5), ("1969-12-31", -1, 3),
  ])
  func countsDaysFromTheEpoch(text: String, days: Int, weekday: Int) throws {
    let day = try #require(CalendarDay(text))
    #expect(day.daysSinceEpoch == days)
    #expect(day.isoWeekday == weekday)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "2015-02-29", "2016-13-01", "2016-00-10", "2016-1-10", "2016-01-10 ", "", "16-01-10",
    "２０１６-01-10",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func isTheSameForwardsAndBackwards() {
    for days in stride(from: -719_528, through: 2_932_896, by: 97) {
      let (year, month, day) = CalendarDay(daysSinceEpoch: days).civil
      #expect(CalendarDay(year: year, month: month, day: day)?.daysSinceEpoch == days)
    }
  }

  @Test(arguments: [
    ("2016-02-03T04:05:06Z", "2016-02-03T04:05:06Z"),
    ("2016-02-03T04:05:06.999Z", "2016-02-03T04:05:06Z"),
    ("2016-02-03t04:05:06+02:00", "2016-02-03T02:05:06Z"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    ("1969-12-31T23:59:59-00:30", "1970-01-01T00:29:59Z"),
  ])
  func readsMoments(text: String, utc: String) {
    #expect(Timestamp(text)?.description == utc)
  }

  @Test(arguments: [
    "2016-02-03T04:05:06", "2016-02-03T24:00:00Z", "2016-02-03T04:05Z", "2016-02-30T04:05:06Z",
    "2016-02-03T04:05:06.Z", "2016-02-03T04:05:06+25:00", "2016-02-03", "now",
  ])
  func refusesWhatIsNoMoment(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func readsDatesWithoutAZoneAsUTCOnlyWhenAsked() {
    let bytes = Array("2011-10-11T19:42:20.713".utf8)
    #expect(Timestamp(utcWithoutZone: bytes)?.description == "2011-10-11T19:42:20Z")
    #expect(Timestamp(utcWithoutZone: Array("2011-10-11T19:42:20Z".utf8)) == nil)
  }

  @Test func writesDates() throws {
    let day = try #require(CalendarDay("2026-10-31"))
    #expect(longDateText(day) == "31\u{A0}October\u{A0}2026")
    #expect(shortDateText(day) == "31\u{A0}Oct\u{A0}2026")
  }
}
