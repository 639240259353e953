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
    #expect(cells["2018"] == "13")
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

  // Of five people a factor of 2 or more means that the first wrote less than half, and that is a
  // coefficient below 0.6; here it is 0.63.
  @Test("hides how unevenly items are spread where that tells how few wrote half")
  func hidesUnevenness() throws {
    var builder = CommunityBuilder(until: "2018-01-31T23:59:59Z")
    for _ in 0..<20 { builder.post("t", by: "ana", at: "2018-01-03") }
    for name in ["ben", "cleo", "dana", "emil"] { builder.post("t", by: name, at: "2018-01-04") }
    #expect(try shown(builder, "contributors")["2018-01"] == "5")
    #expect(try shown(builder, "contributor_absence_factor.gini")["2018-01"] == "suppressed")
    // Ten who wrote alike: half of them wrote half.
    let alike = community([("2018-01-10", 10)], until: "2018-01-31T23:59:59Z")
    #expect(try shown(alike, "contributor_absence_factor.gini")["2018-01"] == "0")
  }

  @Test("hides a step of the newcomers that tells how few came no further")
  func hidesStepThatFewLeave() throws {
    var builder = CommunityBuilder(until: "2018-03-31T23:59:59Z")
    for person in 0..<20 {
      for _ in 0..<(person < 6 ? 10 : person < 9 ? 2 : 1) {
        builder.post("t", by: "p\(padded(person, 2))", at: "2018-01-10")
      }
    }
    // 9 − 6 = 3
    let second = try shown(builder, "conversion.second_item")
    let ten = try shown(builder, "conversion.ten_items")
    for period in ["2018-01", "2018-Q1", "2018", "all"] {
      #expect(second[period] == "suppressed" || ten[period] == "suppressed", "\(period)")
    }
  }

  /// Three of January are there in February again, beside new people and some who come back.
  @Test("hides what tells how few are neither new nor come back", arguments: [(10, 0), (5, 5)])
  func hidesWhatTellsWhoStayed(new: Int, back: Int) throws {
    var builder = CommunityBuilder(until: "2020-12-31T23:59:59Z")
    builder.from = "2018-01-01"
    func write(_ name: String, _ people: Range<Int>, _ month: String, from day: Int) {
      for (number, person) in people.enumerated() {
        let time = "\(month)-\(padded(day + number, 2))T10:00:00Z"
        builder.post("t", by: "\(name)\(padded(person, 2))", at: time)
      }
    }
    for month in 1...8 { write("old", 5 * month - 5..<5 * month, "2018-0\(month)", from: 1) }
    write("old", 0..<12, "2020-01", from: 1)
    write("january", 0..<10, "2020-01", from: 1)
    write("february", 0..<new, "2020-02", from: 1)
    write("old", 0..<3, "2020-02", from: 11)
    write("old", 20..<20 + back, "2020-02", from: 15)
    let cells = try ["contributors", "new_contributors", "returning_contributors"].map {
      try shown(builder, $0)["2020-02"]
    }
    #expect(cells.contains("suppressed"), "\(cells)")
  }

  /// Six, two and six people in a thread of each month: the mean of all three times three threads.
  @Test("hides a mean that tells how many were in the threads of few")
  func hidesMeanThatTellsSeats() throws {
    var builder = CommunityBuilder(until: "2018-03-31T23:59:59Z")
    builder.from = "2018-01-01"
    for (month, people) in [("01", 0..<6), ("02", 0..<2), ("03", 1..<7)] {
      for person in people { builder.post(month, by: "p\(person)", at: "2018-\(month)-03") }
    }
    let means = try shown(builder, "participation_depth.people")
    let months = ["2018-01", "2018-02", "2018-03"].map { means[$0] }
    #expect(months[1] == "suppressed")
    #expect(means["2018-Q1"] == "suppressed" || months.count { $0 == "suppressed" } > 1)
    #expect(try shown(builder, "participation_depth.items")["2018-02"] == "2")
  }

  /// Three people in three threads of February are nine seats, of January's and March's ten each.
  @Test("hides the mean of few people in many threads from those around it")
  func hidesSeatsOfFew() throws {
    var builder = CommunityBuilder(until: "2018-03-31T23:59:59Z")
    builder.from = "2018-01-01"
    for (month, people) in [("01", 5), ("02", 3), ("03", 5)] {
      for thread in 0..<(month == "02" ? 3 : 2) {
        for person in 0..<people {
          builder.post("\(month)-\(thread)", by: "p\(person)", at: "2018-\(month)-03")
        }
      }
    }
    let means = try shown(builder, "participation_depth.people")
    #expect(means["2018-02"] == "suppressed")
    let others = ["2018-01", "2018-03", "2018-Q1"].map { means[$0] }
    #expect(others.contains("suppressed"), "\(others)")
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
    // Two people of each quarter write in each of its weeks, one in the quarters of the last year; five
    // come back once in each year but that.
    var builder = CommunityBuilder(until: "2018-12-31T23:59:59Z")
    for week in 0..<208 {
      let day = CalendarDay(daysSinceEpoch: 16_439 + 7 * week)
      for person in 0..<(day.civil.year == 2018 ? 1 : 2) {
        builder.post("t", by: "p\(Period(.quarter, containing: day))-\(person)", at: "\(day)")
      }
      guard week % 52 == 0, day.civil.year < 2018 else { continue }
      for person in 0..<5 { builder.post("t", by: "guest-\(person)", at: "\(day)") }
    }
    let table = measure(builder.community(), .standard)
    let years = try table.series(metric: "contributors", community: "garden", period: .year)
    // The four of 2018 are all people but those silent since before. Of 2015 and 2016 that number is
    // told by who came back; only 2017's, whose own year is the one before, can cover them.
    #expect(years.map(\.value) == [13, 13, nil, nil])
    #expect(try table.shortestShownPeriod(metric: "contributors", community: "garden") == .all)
    #expect(try table.shortestDrawnPeriod(metric: "contributors", community: "garden") == .year)
    #expect(try table.shortestDrawnPeriod(metric: "unanswered", community: "garden") == .all)
  }

  @Test("draws the quarters that are left where no year is whole")
  func drawsTheQuartersOfAYoungCommunity() throws {
    // Three people of their own in each week, whom October to December see again, and from April to
    // September four who come each week.
    var builder = CommunityBuilder(until: "2018-12-15T23:59:59Z")
    builder.from = "2018-01-01"
    for week in 0..<49 {
      let day = CalendarDay(daysSinceEpoch: 17_532 + 7 * week)
      let isQuiet = (13..<39).contains(week)
      for person in 0..<(isQuiet ? 4 : 3) {
        builder.post("t", by: isQuiet ? "p0-\(person)" : "p\(week % 39)-\(person)", at: "\(day)")
      }
      if week == 0 { builder.post("t", by: "p0-3", at: "\(day)") }
    }
    let table = measure(builder.community(), .standard)
    let quarters = try table.series(metric: "contributors", community: "garden", period: .quarter)
    #expect(quarters.contains { $0.isWhole && $0.value != nil })
    #expect(try table.shortestDrawnPeriod(metric: "contributors", community: "garden") == .quarter)
  }

  /// Of fifty people all but three wrote in the second year, so that the rest of all fell silent.
  @Test("covers those who fell silent by those who wrote since")
  func coversTheSilent() throws {
    var builder = CommunityBuilder(until: "2019-12-31T23:59:59Z")
    builder.from = "2018-01-01"
    for (month, people) in [("2018-05", 50), ("2019-12", 47)] {
      for person in 0..<people {
        builder.post("t", by: "p\(person)", at: "\(month)-\(padded(1 + person % 28, 2))")
      }
    }
    #expect(try shown(builder, "inactive_contributors")["all"] == "suppressed")
    let contributors = try shown(builder, "contributors")
    for since in ["2019", "2019-Q4", "2019-12"] {
      let told = [contributors["all"], contributors[since]]
      #expect(told.contains("suppressed"), "\(since): \(told)")
    }
  }

  /// Who had come by the end of 2016 wrote in it, since nobody was silent or came back: without those who were
  /// new in its weeks and in December, each hidden one at least one, the rest are November's.
  @Test("covers the first by those who came, stayed and came back later")
  func coversTheFirst() throws {
    let builder = LongAbsences.community()
    let contributors = try shown(builder, "contributors")
    let new = try shown(builder, "new_contributors")
    let returning = try shown(builder, "returning_contributors")
    #expect(["2017", "2018"].map { returning[$0] } == ["0", "0"])
    #expect(try shown(builder, "inactive_contributors")["2015"] == "0")
    #expect(new["2015-11"] == "suppressed")
    guard let second = contributors["2016"].flatMap(Int.init) else { return }
    let others = new.filter {
      $0.key.hasPrefix("2016-W") && $0.key != "2016-W53" || $0.key == "2015-12"
    }
    #expect(second - others.values.reduce(0) { $0 + (Int($1) ?? 1) } >= 5)
  }

  /// All but the first answered her, so that twelve people are February's and March's, who are new and no
  /// more than those of their weeks: January's is the thirteenth. No single sum tells it.
  @Test("hides what sums tell of a small count only together") func hidesWhatSumsTellTogether()
    throws
  {
    let builder = community(
      [("2018-01-10", 1), ("2018-02-07", 2), ("2018-03-14", 10)], until: "2018-03-31T23:59:59Z")
    let told = try ["new_contributors", "contributors", "helpers.people"].flatMap { metric in
      let cells = try shown(builder, metric)
      return ["2018-Q1", "2018", "all"].map { cells[$0] }
    }
    #expect(told.contains("suppressed"), "\(told)")
    #expect(told.contains("13"), "and no more than that takes")
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
