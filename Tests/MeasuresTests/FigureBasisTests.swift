import Basics
import CommunityData
import Measures
import Testing

@Suite("What a figure rests on") struct FigureBasisTests {
  private static let settings: MeasureSettings = {
    var settings = MeasureSettings.standard
    let phrases = [("criticism", "awful"), ("praise", "love"), ("question", "how do i")]
    settings.inputs.codex = Codex(
      codes: phrases.map { code, phrase in
        Codex.Code(id: code, title: code, meaning: "A code.", phrases: [Codex.Phrase(phrase)])
      })
    settings.inputs.jobs = [Job(id: "print", phrases: [Codex.Phrase("print*")])]
    return settings
  }()

  /// Four questions by newcomers and staff; the last is four hours old.
  private static let garden: Community = {
    var builder = CommunityBuilder(until: "2018-01-31")
    builder.post(
      "q1", by: "ana", at: "2018-01-03T09:00:00Z", .question, id: "q1", accepted: "a1",
      text: "How do I print?")
    builder.post("q1", by: "desk staff", at: "2018-01-03T10:00:00Z", .answer, id: "a1")
    builder.post("q1", by: "ben", at: "2018-01-03T11:00:00Z", .reply, id: "a2", text: "I love it")
    builder.post("q2", by: "ben", at: "2018-01-04T09:00:00Z", .question, id: "q2", text: "awful")
    builder.post(
      "q2", by: "cleo", at: "2018-01-04T10:00:00Z", .reply, deleted: "2018-01-05", id: "b1",
      text: "I love it")
    builder.post("q2", by: nil, at: "2018-01-04T12:00:00Z", .reply, id: "b2", text: "printing?")
    builder.post("q3", by: "desk staff", at: "2018-01-05T09:00:00Z", .question, id: "q3")
    builder.post("q3", by: nil, at: "2018-01-05T10:00:00Z", .reply, id: "c1")
    builder.post("q3", by: "ana", at: "2018-01-05T11:00:00Z", .reply, id: "c2")
    builder.post(
      "q4", by: "cleo", at: "2018-01-30T20:00:00Z", .question, channel: "lawn", id: "q4")
    builder.post("q4", by: "helpbot", at: "2018-01-30T21:00:00Z", .reply, id: "d1")
    return builder.community()
  }()

  @Test(
    "lists the posts that the formula counts, or takes a share or a median of",
    arguments: [
      ("activity.items", "all", "q1 a1 a2 q2 b1 b2 q3 c1 c2 q4"),
      ("activity.items", "channel=lawn", "q4"),
      ("activity.replies", "all", "a1 a2 b1 b2 c1 c2"), ("activity.threads", "all", "q1 q2 q3 q4"),
      ("answered_within.1h", "all", "q1 q2 q3 q4"), ("answered_within.24h", "all", "q1 q2 q3"),
      ("answered_within.7d", "starter=newcomer", "q1 q2 q3"),
      ("bot_activity", "all", "q1 a1 a2 q2 b1 b2 q3 c1 c2 q4 d1"),
      ("codes.items", "code=question", "q1"),
      ("codes.items", "by=machine;code=question", "q1"),
      ("codes.items", "by=human;code=question", ""),
      ("codes.threads", "code=question", "q1 q2 q3 q4"),
      ("jobs.threads", "job=print", "q1 q2"), ("jobs.unanswered", "job=print", ""),
      ("participation_depth.items", "all", "q1 q2 q3 q4"),
      ("praise_and_criticism.criticism", "all", "q2"),
      ("praise_and_criticism.praise", "all", "a2"),
      ("praise_and_criticism.praise_share", "all", "q1 a1 a2 q2 b2 q3 c1 c2 q4"),
      ("response_matrix", "responder=newcomer;starter=newcomer", "a2 b1"),
      ("response_matrix", "responder=newcomer;starter=staff", "c2"),
      ("response_matrix", "responder=staff;starter=newcomer", "a1"),
      ("response_sources", "responder=staff", "q1 q2"), ("spoken_to", "all", "a1 q3"),
      ("time_to_answer.p25", "all", "q1 q2 q3 q4"), ("time_to_answer.open", "all", "q2 q3 q4"),
      ("time_to_first_response.p10", "responder=staff", "q1 q2 q3 q4"),
      ("time_to_first_response.unanswered", "all", "q4"),
      ("time_to_first_response.unanswered", "responder=member", "q4"),
      ("time_to_first_response.unanswered", "responder=moderator", "q1 q2 q3 q4"),
      ("time_to_first_response.unanswered", "responder=staff", "q2 q3 q4"),
      ("unanswered", "age=0-1d", "q4"), ("unanswered", "age=1-7d", ""),
    ])
  func listsWhatIsCounted(metric: String, segment: String, ids: String) throws {
    let basis = try #require(try found(metric, segment))
    let rows = try #require(basis.rows)
    let listed = rows.compactMap { Self.garden.string(Self.garden.items.ids[$0]) }
    #expect(listed.joined(separator: " ") == ids)
  }

  @Test(
    "tells what the metric leaves out",
    arguments: [
      ("activity.items", ["items by bots"]), ("bot_activity", []),
      (
        "praise_and_criticism.praise_share", ["deleted items, which are not read", "items by bots"]
      ),
    ] as [(String, [String])])
  func tellsWhatIsLeftOut(metric: String, reasons: [String]) throws {
    let basis = try #require(try found(metric, "all"))
    #expect(basis.leftOut.map(\.reason) == reasons)
    #expect(basis.leftOut.allSatisfy { $0.items == 1 })
  }

  @Test("lists as many posts as the table has counted, in every row whose cuts are of posts")
  func listsAsManyAsCounted() throws {
    let community = Self.halfYear
    let kinds: [Period.Kind] = [.quarter, .year, .all]
    for row in measure(community, Self.settings).rows where kinds.contains(row.period.kind) {
      guard let estimate = row.result.value else { continue }
      let basis = Measures.basis(of: row, in: community, Self.settings)
      let part = Metrics.metric(row.metric.id).parts.first { $0.name == row.metric.part }
      if part?.isAboutPeople == true {
        #expect(basis != nil && basis?.rows == nil, "\(row.metric)")
      } else if Self.listed.contains(row.metric.id) {
        let isCount = row.unit == .items || row.unit == .threads
        let counted = isCount ? Int(estimate.value) : estimate.n
        #expect(basis?.rows?.count == counted, "\(row.metric) \(row.period) \(row.segment)")
      } else {
        #expect(basis == nil, "\(row.metric)")
      }
    }
  }

  @Test(
    "calls only those numbers around a campaign people's that count them",
    arguments: [("new_contributors", true), ("items", false)])
  func knowsWhatIsCountedAroundCampaigns(measure name: String, isAboutPeople: Bool) throws {
    var builder = CommunityBuilder(until: "2018-12-31T00:00:00Z")
    builder.from = "2018-01-01"
    for person in 0..<30 { builder.post("t", by: "ana\(person)", at: "2018-06-2\(person % 5)") }
    let day = try #require(CalendarDay("2018-05-01"))
    var settings = Self.settings
    settings.inputs.campaigns = [
      CampaignDays(id: "may", from: day, to: nil, communities: ["garden"])
    ]
    let community = builder.community()
    let row = try measure(community, settings).value(
      metric: "campaign_effect.after", community: "garden", period: "all",
      segment: "campaign=may;measure=\(name)")
    #expect(row.value != nil)
    #expect((basis(of: row, in: community, settings) != nil) == isAboutPeople)
  }

  private static let listed: Set<MetricID> = [
    .activity, .answeredWithin, .botActivity, .codes, .jobs, .participationDepth,
    .praiseAndCriticism, .responseMatrix, .responseParity, .responseSources, .spokenTo,
    .timeToAnswer, .timeToFirstResponse, .unanswered,
  ]

  /// People of every kind, gone accounts, deleted and closed questions, a clock that is slow.
  private static let halfYear: Community = {
    var builder = CommunityBuilder(until: "2018-06-30T23:59:59Z")
    let people = ["ana", "ben", "cleo", "desk staff", "gardener mod", "helpbot", nil, "dora"]
    let texts = ["How do I print?", "I love it", "awful", nil, "print"]
    for thread in 0..<70 {
      let name = "t\(thread)"
      let month = "2018-\(padded(thread % 6 + 1, 2))"
      let day = "\(month)-\(padded(thread % 27 + 1, 2))"
      builder.post(
        name, by: people[thread % 8], at: "\(day)T09:00:00Z", thread % 3 == 0 ? .post : .question,
        channel: thread % 2 == 0 ? "lawn" : nil, deleted: thread % 9 == 4 ? "\(month)-28" : nil,
        closed: thread % 11 == 5 ? "\(month)-28" : nil, id: name,
        accepted: thread % 5 == 1 ? "\(name)r1" : nil, text: texts[thread % 5])
      for reply in 0..<thread % 4 {
        builder.post(
          name, by: people[(thread / 8 + reply * 3 + 1) % 8],
          at: "\(day)T\(padded(8 + reply * 2, 2)):30:00Z", reply == 2 ? .boost : .reply,
          channel: thread % 2 == 0 ? "lawn" : nil, deleted: thread % 7 == 2 ? "\(month)-28" : nil,
          id: "\(name)r\(reply)", text: texts[(thread + reply) % 5])
      }
    }
    return builder.community()
  }()

  private func found(_ metric: String, _ segment: String) throws -> FigureBasis? {
    let row = try measure(Self.garden, Self.settings).value(
      metric: metric, community: "garden", period: "all", segment: segment)
    return Measures.basis(of: row, in: Self.garden, Self.settings)
  }
}
