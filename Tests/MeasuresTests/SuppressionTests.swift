import Basics
import CommunityData
import Measures
import Testing

@Suite("Suppression") struct SuppressionTests {
  /// So many people who write once, on a day.
  private func community(_ days: [(day: String, people: Int)], until: String) -> CommunityBuilder {
    var builder = CommunityBuilder(until: until)
    var person = 0
    for (day, people) in days {
      for _ in 0..<people {
        builder.post("t", by: "p\(padded(person, 4))", at: day)
        person += 1
      }
    }
    return builder
  }

  private func shown(_ builder: CommunityBuilder, _ metric: String) throws -> [String: String] {
    let table = measure(builder.community(), .standard)
    let rows = try table.rows(metric: metric, community: "garden")
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        ($0.period.description, $0.value.map { String(Int($0)) } ?? $0.result.note)
      })
  }

  @Test("hides one to four people and shows none") func hidesOneToFour() throws {
    // All are known from December and none falls silent, so that nothing but the count is at stake.
    var builder = community([("2017-12-06", 20)], until: "2018-04-30T23:59:59Z")
    for (day, people) in [("2018-01-10", 4), ("2018-02-07", 5), ("2018-04-11", 20)] {
      for person in 0..<people { builder.post("t", by: "p\(padded(person, 4))", at: day) }
    }
    let cells = try shown(builder, "contributors")
    #expect(cells["2017-12"] == "20")
    #expect(cells["2018-01"] == "suppressed")
    #expect(cells["2018-02"] == "5")
    #expect(cells["2018-03"] == "0")
    #expect(cells["2018-04"] == "20")
    #expect(cells["2018"] == "20")
  }

  @Test("hides a second month where a sum gives the first away") func hidesSecondMonth() throws {
    let builder = community(
      [("2018-01-10", 3), ("2018-02-07", 9), ("2018-03-14", 10)], until: "2018-03-31T23:59:59Z")
    let cells = try shown(builder, "new_contributors")
    #expect(cells["2018-01"] == "suppressed")
    #expect(cells["2018-02"] == "suppressed")
    #expect(cells["2018-03"] == "10")
    #expect(cells["2018-W06"] == "suppressed")
    #expect(cells["2018-W11"] == "10")
    #expect(cells["2018-Q1"] == "22")
    #expect(cells["all"] == "22")
  }

  @Test("hides a third where two hidden ones leave too little room") func hidesThird() throws {
    // Two hidden months of 1 and 2 sum to 3: each would be 1 or 2.
    let builder = community(
      [("2018-01-10", 1), ("2018-02-07", 2), ("2018-03-14", 10)], until: "2018-03-31T23:59:59Z")
    let cells = try shown(builder, "new_contributors")
    #expect(cells["2018-03"] == "suppressed")
    #expect(cells["2018-Q1"] == "13")
  }

  @Test("hides a week that the month and its other weeks give away") func hidesWeek() throws {
    // May 2017 begins on a Monday; week 22 lies across May and June and is empty.
    let builder = community(
      [("2017-05-03", 8), ("2017-05-10", 7), ("2017-05-17", 2)], until: "2017-06-30T23:59:59Z")
    let cells = try shown(builder, "new_contributors")
    #expect(cells["2017-05"] == "17")
    #expect(cells["2017-W20"] == "suppressed")
    #expect(cells["2017-W19"] == "suppressed")
    #expect(cells["2017-W18"] == "8")
  }

  @Test("hides distinct people that a month and its weeks give away") func hidesDistinct() throws {
    // 9 in the month, 5 in one week: at least 4, so exactly 4, were there in the hidden week.
    let builder = community(
      [("2017-05-03", 5), ("2017-05-10", 4), ("2017-06-07", 9)], until: "2017-06-30T23:59:59Z")
    let cells = try shown(builder, "contributors")
    #expect(cells["2017-W19"] == "suppressed")
    #expect(cells["2017-05"] == "suppressed" || cells["2017-W18"] == "suppressed")
  }

  @Test("asks for ten people where data was given with consent") func asksForTen() throws {
    var builder = community([("2018-01-10", 9), ("2018-02-07", 12)], until: "2018-12-31T23:59:59Z")
    builder.scope = .withConsent
    let cells = try shown(builder, "contributors")
    #expect(cells["2018-01"] == "suppressed")
    #expect(cells["2018"] == "21")
  }

  @Test("chooses the shortest period that shows four cells in five")
  func choosesShortestShownPeriod() throws {
    // Twenty people; three or four of them write in a month, others in the next, all in the last.
    var builder = community([("2016-12-07", 20)], until: "2017-12-31T23:59:59Z")
    for month in 1...12 {
      for person in month == 12 ? 0..<20 : month % 3 * 4..<month % 3 * 4 + 3 + month % 2 {
        for day in [11, 18] {
          builder.post("t", by: "p\(padded(person, 4))", at: "2017-\(padded(month, 2))-\(day)")
        }
      }
    }
    let table = measure(builder.community(), .standard)
    #expect(
      try table.shortestShownPeriod(metric: "contributors", community: "garden") == .quarter)
    #expect(
      try table.shortestShownPeriod(metric: "activity.items", community: "garden") == .week)
  }

  @Test("draws the years that are left where a fifth of all is not enough")
  func drawsTheYearsThatAreLeft() throws {
    // Two people of each quarter write in each of its weeks, one in the quarters of the last year.
    var builder = CommunityBuilder(until: "2018-12-31T23:59:59Z")
    for week in 0..<208 {
      let day = CalendarDay(daysSinceEpoch: 16_439 + 7 * week)
      for person in 0..<(day.civil.year == 2018 ? 1 : 2) {
        builder.post("t", by: "p\(Period(.quarter, containing: day))-\(person)", at: "\(day)")
      }
    }
    let table = measure(builder.community(), .standard)
    let years = try table.series(metric: "contributors", community: "garden", period: .year)
    #expect(years.map(\.value) == [nil, 8, 8, nil])
    #expect(try table.shortestShownPeriod(metric: "contributors", community: "garden") == .all)
    #expect(try table.shortestDrawnPeriod(metric: "contributors", community: "garden") == .year)
    #expect(try table.shortestDrawnPeriod(metric: "unanswered", community: "garden") == .all)
  }

  @Test("says what was found out") func saysWhatWasFoundOut() {
    #expect(
      MeasureError.exposedCount(.all, community: "garden").diagnostic().text
        == "error[P009]: a hidden count of people of `garden` in `all` can be worked out from the "
        + "others\n  = fix: this is a fault of Meadow, please report it")
  }

  @Test("refuses a lower threshold") func refusesLowerThreshold() {
    let expected = MeasureError.thresholdTooLow(4, least: 5)
    #expect(throws: expected) { try MeasureSettings(publicThreshold: 4) }
    #expect(throws: MeasureError.thresholdTooLow(9, least: 10)) {
      try MeasureSettings(consentThreshold: 9)
    }
    #expect(
      expected.diagnostic().text
        == "error[P006]: a threshold of 4 people is below 5\n  = fix: write 5 or more")
  }
}
