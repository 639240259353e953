import CommunityData
import Measures
import Testing

@Suite("What counts as a response") struct ResponseTests {
  @Test(
    "knows who answers whom",
    arguments: [
      ("ana", "ben", true), ("ana", "ana", false), ("ana", "helpbot", false), (nil, "ben", true),
      ("ana", nil, true), (nil, nil, false), ("ana", "desk staff", true),
    ] as [(String?, String?, Bool)])
  func knowsWhoAnswersWhom(starter: String?, responder: String?, isResponse: Bool) throws {
    var builder = CommunityBuilder(until: "2018-02-01")
    builder.post("t", by: starter, at: "2018-01-01T09:00:00Z")
    builder.post("t", by: responder, at: "2018-01-01T10:00:00Z")
    let row = try value("time_to_first_response.unanswered", builder)
    #expect(row.value == (isResponse ? 0 : 1))
    #expect(row.result.value?.n == 1)
  }

  /// As with mail, whose senders' clocks differ; within a second rows are sorted by id.
  @Test(
    "knows a response whenever it is dated",
    arguments: ["2018-01-02T09:00:00Z", "2018-01-02T08:59:00Z", "2018-01-01T23:00:00Z"])
  func knowsResponseWheneverItIsDated(at time: String) throws {
    var builder = CommunityBuilder(until: "2018-02-01")
    builder.from = "2018-01-01"
    builder.post("q", by: "ana", at: "2018-01-02T09:00:00Z", .question, id: "q")
    builder.post("q", by: "ben", at: time, .answer, id: "a")
    for (metric, expected) in [
      ("activity.replies", 1.0), ("unanswered", 0), ("answered_within.1h", 1),
      ("time_to_first_response.median", 0), ("time_to_first_response.unanswered", 0),
      ("participation_depth.items", 2),
    ] {
      #expect(try value(metric, builder).value == expected, "\(metric)")
    }
    #expect(openQuestions(in: builder.community()).isEmpty)
  }

  @Test("counts neither boosts nor system messages") func countsNeitherBoostsNorSystem() throws {
    var builder = CommunityBuilder(until: "2018-02-01")
    builder.post("t", by: "ana", at: "2018-01-01T09:00:00Z")
    builder.post("t", by: "ben", at: "2018-01-01T10:00:00Z", .boost)
    builder.post("t", by: "cleo", at: "2018-01-01T10:00:00Z", .system)
    #expect(try value("time_to_first_response.unanswered", builder).value == 1)
    #expect(try value("activity.items", builder).value == 1)
  }

  @Test("leaves out threads of bots") func leavesOutThreadsOfBots() throws {
    var builder = CommunityBuilder(until: "2018-02-01")
    builder.post("t", by: "newsbot", at: "2018-01-01T09:00:00Z")
    builder.post("t", by: "ben", at: "2018-01-01T10:00:00Z")
    #expect(try value("time_to_first_response.median", builder).result == .undefined(.nothing))
    #expect(try value("activity.threads", builder).value == 0)
    #expect(try value("activity.replies", builder).value == 1)
  }

  @Test("stops waiting when the question is deleted") func stopsWaitingAtDeletion() throws {
    var builder = CommunityBuilder(until: "2018-02-01")
    builder.post("t", by: "ana", at: "2018-01-01", deleted: "2018-01-03")
    builder.post("t", by: "ben", at: "2018-01-05")
    #expect(try value("time_to_first_response.unanswered", builder).value == 1)
    #expect(openQuestions(in: builder.community()).isEmpty)
  }

  @Test("knows nothing after the snapshot's end") func knowsNothingAfterTheEnd() throws {
    var builder = CommunityBuilder(until: "2018-01-10")
    builder.post("t", by: "ana", at: "2018-01-01")
    builder.post("t", by: "ben", at: "2018-01-11")
    #expect(try value("time_to_first_response.unanswered", builder).value == 1)
    #expect(try value("activity.items", builder).value == 1)
  }

  @Test("lists open questions, oldest first") func listsOpenQuestions() {
    var builder = CommunityBuilder(until: "2018-04-11")
    builder.post("a", by: "ana", at: "2018-01-01", .question)
    builder.post("b", by: "ana", at: "2018-02-01", .question, closed: "2018-02-02")
    builder.post("c", by: "ana", at: "2018-02-03", .post)
    builder.post("d", by: "ana", at: "2018-04-10", .question)
    builder.post("d", by: "ana", at: "2018-04-10T10:00:00Z", .comment)
    #expect(
      openQuestions(in: builder.community()) == [
        OpenThread(row: 0, waiting: 100 * 86_400, band: .longer),
        OpenThread(row: 3, waiting: 86_400, band: .underOneWeek),
      ])
  }

  @Test("lists nothing of who asked not to be found, and counts it")
  func keepsWhoAskedNotToBeFoundOutOfTheList() throws {
    var builder = CommunityBuilder(until: "2018-04-11")
    builder.post("a", by: "shy", at: "2018-01-01", .question)
    builder.post("b", by: "ana", at: "2018-02-01", .question)
    var community = builder.community()
    for index in community.members.indices where community.members[index].id == "shy" {
      community.members[index].discoverable = false
    }
    #expect(openQuestions(in: community).map(\.row) == [1])
    let counted = try measure(community, .standard).value(
      metric: "unanswered", community: "garden", period: "all", segment: "all")
    #expect(counted.value == 2)
  }

  private func value(_ metric: String, _ builder: CommunityBuilder) throws -> Measurement {
    try measure(builder.community(), .standard).value(
      metric: metric, community: "garden", period: "all", segment: "all")
  }
}
