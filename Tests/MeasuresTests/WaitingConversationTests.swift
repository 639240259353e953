import Basics
import CommunityData
import Measures
import Testing

/// Conversations worth joining: who waits for us, and by which signs that is known.
@Suite struct WaitingConversationTests {
  private let jobs = [
    Job(id: "move", phrases: [Codex.Phrase("migrat*"), Codex.Phrase("new disk")]),
    Job(id: "pay", phrases: [Codex.Phrase("the bill")]),
  ]

  private func found(
    until end: String = "2018-02-01", _ build: (inout CommunityBuilder) -> Void
  ) -> [WaitingConversation] {
    var builder = CommunityBuilder(until: end)
    build(&builder)
    return waitingConversations(in: builder.community(), about: jobs)
  }

  @Test func findsUnansweredQuestionsByTheirPhrases() {
    let found = found { site in
      site.post("a", by: "ana", at: "2018-01-03", .question, text: "MIGRATING to a new disk")
      site.post("a", by: "ana", at: "2018-01-04", .reply, text: "And what of the bill?")
      site.post("b", by: "ben", at: "2018-01-05", .question, text: "I migrated. Thanks!")
      site.post("b", by: "cleo", at: "2018-01-06", .answer, text: "Fine.")
      site.post("c", by: "cleo", at: "2018-01-07", .question, text: "A word about cats")
    }
    #expect(
      found == [
        WaitingConversation(
          row: 0, waiting: 29 * 86_400,
          signs: [
            .phrase(job: "move", phrase: "migrat*"), .phrase(job: "move", phrase: "new disk"),
            .phrase(job: "pay", phrase: "the bill"),
          ])
      ])
  }

  @Test func findsWordsToTheStaffThatTheyHaveNotAnswered() {
    let found = found { site in
      site.post("asked", by: "ana", at: "2018-01-03", .question, mentions: ["desk staff"])
      site.post("asked", by: "ben", at: "2018-01-04", .answer)
      site.post("named", by: "ben", at: "2018-01-05")
      site.post("named", by: "desk staff", at: "2018-01-06", .reply)
      site.post("named", by: "cleo", at: "2018-01-07", .reply, mentions: ["desk staff"])
      site.post("done", by: "cleo", at: "2018-01-08", mentions: ["desk staff"])
      site.post("done", by: "desk staff", at: "2018-01-09", .reply)
      site.post("own", by: "desk staff", at: "2018-01-10", mentions: ["other staff"])
      site.post("own", by: "other staff", at: "2018-01-11", .reply)
      site.post("gone", by: "ana", at: "2018-01-12", .reply, mentions: ["ben"])
    }
    #expect(found.map(\.signs) == [[.mentioned], [.asked]])
    #expect(found.map(\.row) == [4, 0])
    #expect(found.map(\.waiting) == [25 * 86_400, 29 * 86_400])
  }

  @Test func takesWhatBeganAConversationForItsFirstWord() {
    let found = found { site in
      site.post("t", by: "ana", at: "2018-01-03T10:00:00Z", id: "t", mentions: ["desk staff"])
      site.post("t", by: "desk staff", at: "2018-01-03T09:59:00Z", .reply)
      site.post("u", by: "desk staff", at: "2018-01-04T10:00:00Z", id: "u")
      site.post(
        "u", by: "ben", at: "2018-01-04T10:00:00Z", .reply, id: "b", mentions: ["desk staff"])
    }
    #expect(found.map(\.signs) == [[.mentioned]])
    #expect(found.map(\.row) == [2])
  }

  @Test func putsWordsToUsAboutAJobFirstAndTheNewestOfEachKind() {
    let found = found { site in
      site.post("old", by: "ana", at: "2018-01-01", .question, text: "the bill")
      site.post(
        "both", by: "ana", at: "2018-01-02", .question, mentions: ["x staff"], text: "migrate")
      site.post("both", by: "ben", at: "2018-01-03", .answer)
      site.post("new", by: "ana", at: "2018-01-04", .question, text: "the bill")
      site.post("word", by: "ana", at: "2018-01-05", mentions: ["x staff"])
      site.post("word", by: "ben", at: "2018-01-06", .reply)
      site.post("x", by: "x staff", at: "2018-01-07")
    }
    #expect(found.map(\.rank) == [0, 1, 1, 2])
    #expect(found.map(\.row) == [1, 3, 0, 4])
    #expect(found.first?.signs == [.asked, .phrase(job: "move", phrase: "migrat*")])
  }

  @Test func leavesOutWhatIsClosedOrDeletedAndWhoStaysOutOfSight() {
    var builder = CommunityBuilder(until: "2018-02-01")
    builder.post("a", by: "ana", at: "2018-01-03", .question, closed: "2018-01-04", text: "migrate")
    builder.post(
      "b", by: "ana", at: "2018-01-03", .question, deleted: "2018-01-04", text: "migrate")
    builder.post("c", by: "shy", at: "2018-01-05", .question, text: "migrate")
    builder.post("d", by: "x bot", at: "2018-01-06", .question, text: "migrate")
    builder.post("e", by: "ana", at: "2018-01-07", closed: "2018-01-08", mentions: ["y staff"])
    builder.post("f", by: "ana", at: "2018-01-09", deleted: "2018-01-10", mentions: ["y staff"])
    builder.post("h", by: "shy", at: "2018-01-10", text: "Hello")
    builder.post("h", by: "ana", at: "2018-01-11", .reply, mentions: ["y staff"])
    builder.post("g", by: "y staff", at: "2018-01-11")
    var community = builder.community()
    for index in community.members.indices where community.members[index].id == "shy" {
      community.members[index].discoverable = false
    }
    #expect(waitingConversations(in: community, about: jobs) == [])
    builder.tellsThreads = false
    builder.post("h", by: "ana", at: "2018-01-12", .question, text: "migrate")
    #expect(waitingConversations(in: builder.community(), about: jobs) == [])
  }
}
