import Basics
import CommunityData
import Measures
import Testing

@Suite("What is counted where") struct CountingTests {
  /// Ten people who begin a thread each, so that nothing is too small to show.
  private func builder(until: String = "2018-12-31T23:59:59Z") -> CommunityBuilder {
    var builder = CommunityBuilder(until: until)
    for person in 0..<10 { builder.post("s\(person)", by: "p\(person)", at: "2018-01-15") }
    return builder
  }

  private func row(
    _ builder: CommunityBuilder, _ metric: String, _ period: String, _ segment: String = "all"
  ) throws -> Measurement {
    try measure(builder.community(), .standard).value(
      metric: metric, community: "garden", period: period, segment: segment)
  }

  // Wilson 1927 as R's prop.test(…, correct = FALSE) prints it: 8 of 10 and 0 of 10.
  @Test("gives shares their Wilson interval") func givesWilsonInterval() throws {
    var builder = builder()
    for person in 0..<8 {
      builder.post("s\(person)", by: "p9", at: "2018-01-15T00:30:00Z", .reply)
    }
    let hour = try #require(row(builder, "answered_within.1h", "2018").result.value)
    #expect(hour.value == 0.8)
    #expect(hour.n == 10)
    #expect(abs((hour.low ?? 0) - 0.4901625) < 1e-7)
    #expect(abs((hour.high ?? 0) - 0.9433178) < 1e-7)
    let none = try #require(row(self.builder(), "answered_within.1h", "2018").result.value)
    #expect(none.low == 0)
    #expect(abs((none.high ?? 0) - 0.2775328) < 1e-7)
  }

  @Test("leaves questions that are too young out of both numbers") func leavesYoungOut() throws {
    var builder = builder(until: "2018-01-15T12:00:00Z")
    builder.post("s0", by: "p9", at: "2018-01-15T00:30:00Z", .reply)
    #expect(try row(builder, "answered_within.1h", "2018").result.value?.n == 10)
    #expect(try row(builder, "answered_within.24h", "2018").result == .undefined(.nothing))
  }

  @Test("keeps a share of people whose rest is too small to itself") func hidesSmallComplement()
    throws
  {
    var builder = builder()
    for person in 0..<8 { builder.post("s0", by: "p\(person)", at: "2018-02-15", .reply) }
    let share = try row(builder, "retention", "2018-01", "months_later=01")
    #expect(share.result == .suppressed)
    for person in 8..<10 { builder.post("s0", by: "p\(person)", at: "2018-02-15", .reply) }
    let whole = try row(builder, "retention", "2018-01", "months_later=01")
    #expect(whole.value == 1)
    #expect(whole.result.value?.n == 10)
  }

  @Test("counts who answers whom by what they are at the time") func countsByClass() throws {
    var builder = builder()
    builder.post("s0", by: "p1", at: "2018-01-16", .reply)
    builder.post("s0", by: "p1", at: "2018-02-16", .reply)
    builder.post("s0", by: "desk staff", at: "2018-02-16", .reply)
    let matrix = try ["newcomer", "regular", "staff", "moderator"].map {
      try row(builder, "response_matrix", "2018", "responder=\($0);starter=newcomer").value
    }
    #expect(matrix == [1, 1, 1, 0])
    let first = try row(builder, "response_sources", "2018", "responder=newcomer")
    #expect(first.value == 1)
    #expect(first.result.value?.n == 1)
  }

  @Test("counts staff as spoken to when mentioned, asked or answered") func countsSpokenTo() throws
  {
    var builder = builder()
    builder.post("s0", by: "desk staff", at: "2018-01-16", .reply)
    #expect(try row(builder, "spoken_to", "2018").value == 0)
    builder.post("s0", by: "p1", at: "2018-01-17", .reply, mentions: ["desk staff"])
    builder.post("s0", by: "desk staff", at: "2018-01-18", .reply)
    #expect(try row(builder, "spoken_to", "2018").value == 0.5)
    builder.post("q", by: "p2", at: "2018-01-19", .question)
    builder.post("q", by: "desk staff", at: "2018-01-20", .answer)
    builder.post("own", by: "desk staff", at: "2018-01-21", id: "a")
    builder.post("own", by: "p3", at: "2018-01-22", .reply, id: "b", parent: "a")
    builder.post("own", by: "desk staff", at: "2018-01-23", .reply, parent: "b")
    let share = try #require(row(builder, "spoken_to", "2018").result.value)
    #expect(share.n == 5)
    #expect(share.value == 0.6)
  }

  @Test(
    "counts staff as spoken to by whoever answers them, but no bot",
    arguments: [("p3", 0.5), (nil, 0.5), ("helpbot", 0)] as [(String?, Double)])
  func countsAnswersToStaff(answerer: String?, share: Double) throws {
    var builder = builder()
    builder.post("own", by: "desk staff", at: "2018-01-21", id: "a")
    builder.post("own", by: answerer, at: "2018-01-22", .reply, id: "b", parent: "a")
    builder.post("own", by: "desk staff", at: "2018-01-23", .reply, parent: "b")
    #expect(try row(builder, "spoken_to", "2018").value == share)
  }

  @Test("counts staff as spoken to by a thread that is dated after their answer")
  func countsSpokenToBefore() throws {
    var builder = builder()
    builder.post("t", by: "ana", at: "2018-02-01T10:00:00Z", id: "t", mentions: ["desk staff"])
    builder.post("t", by: "desk staff", at: "2018-02-01T09:59:00Z", .reply)
    #expect(try row(builder, "spoken_to", "2018").value == 1)
  }

  @Test("counts a thread of staff as unprompted though an answer to it is dated before")
  func countsOwnThread() throws {
    var builder = builder()
    builder.post("t", by: "desk staff", at: "2018-02-01T10:00:00Z", id: "t")
    builder.post("t", by: "ana", at: "2018-02-01T09:59:00Z", .reply, mentions: ["desk staff"])
    #expect(try row(builder, "spoken_to", "2018").value == 0)
  }

  @Test(
    "holds whole weeks against whole weeks only",
    arguments: [
      ("2018-01-01", "2018-07-30T12:00:00Z", "2018-W27"),
      ("2018-01-03", "2018-07-30T12:00:00Z", "2018-W28"),
      ("2018-01-01", "2018-07-30", "2018-W27"),
    ])
  func holdsWholeWeeks(from: String, until: String, first: String) throws {
    var builder = CommunityBuilder(until: until)
    builder.from = from
    for item in 0..<330 {
      // Twelve and ten items in turn.
      let week = item / 22 * 2 + (item % 22 < 12 ? 0 : 1)
      let day = CalendarDay(daysSinceEpoch: 17_532 + 7 * week + item % 6)
      builder.post("t", by: "ana", at: "\(day)T10:00:00Z")
    }
    for _ in 0..<2 { builder.post("t", by: "ana", at: "2018-07-30T08:00:00Z") }
    let table = measure(builder.community(), .standard)
    let weeks = try table.series(metric: "burstiness.bursts", community: "garden", period: .week)
    #expect(weeks.first?.period.description == first)
    #expect(weeks.last?.period.description == "2018-W30")
    #expect(weeks.allSatisfy { $0.value == 0 })
    #expect(try row(builder, "burstiness.bursts", "2018").value == 0)
    #expect(
      try row(builder, "burstiness.bursts", "2018-Q1").result == .undefined(.nothing),
      "no week of it is held against others")
  }

  @Test(
    "asks for twelve whole months before a period",
    arguments: [
      ("2018-01-01", ["2019-01", "2019-02"], ["2019"]), ("2018-01-15", ["2019-02"], []),
    ] as [(String, [String], [String])])
  func asksForTwelveMonths(from: String, months: [String], years: [String]) throws {
    var builder = builder(until: "2019-02-28T23:59:59Z")
    builder.from = from
    let table = measure(builder.community(), .standard)
    func periods(_ kind: Period.Kind) throws -> [String] {
      try table.series(metric: "occasional_contributors", community: "garden", period: kind)
        .map(\.period.description)
    }
    #expect(try periods(.month) == months)
    #expect(try periods(.year) == years)
  }

  @Test("counts a bot's items against all") func countsBots() throws {
    var builder = builder()
    for _ in 0..<10 { builder.post("s0", by: "newsbot", at: "2018-01-16", .reply) }
    builder.post("s0", by: "newsbot", at: "2018-01-16", .boost)
    #expect(try row(builder, "bot_activity", "2018").value == 0.5)
    #expect(try row(builder, "activity.items", "2018").value == 10)
  }

  @Test("gives each channel its own count") func countsChannels() throws {
    var builder = builder()
    builder.post("c", by: "p0", at: "2018-05-01", channel: "lounge")
    builder.post("c", by: "p1", at: "2018-05-01", .reply, channel: "lounge")
    #expect(try row(builder, "activity.items", "2018-Q2", "channel=lounge").value == 2)
    #expect(try row(builder, "activity.threads", "2018-Q2", "channel=lounge").value == 1)
    #expect(try row(builder, "activity.items", "2018-Q1", "channel=lounge").value == 0)
  }

  @Test("ends an empty community's table without a number") func measuresNothing() throws {
    let empty = CommunityBuilder(until: "2018-01-01T12:00:00Z")
    let table = measure(empty.community(), .standard)
    #expect(
      try table.value(
        metric: "activity.items", community: "garden", period: "2018", segment: "all"
      ).value == 0)
    #expect(table.rows.allSatisfy { $0.value ?? 0 == 0 })
    #expect(openQuestions(in: empty.community()).isEmpty)
  }

  @Test("gives the same bytes every time") func givesSameBytes() {
    var builder = builder()
    builder.post("s0", by: "p1", at: "2018-01-16", .reply, channel: "b")
    builder.post("s1", by: "p2", at: "2018-01-17", .reply, channel: "a")
    let community = builder.community()
    #expect(measure(community, .standard).csv() == measure(community, .standard).csv())
    #expect(measure(community, .standard).json() == measure(community, .standard).json())
  }
}
