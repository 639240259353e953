import CommunityData
import Importers
import JSONText
import Testing

/// What items of several backends become; they stand one after the other in `Fixtures/perceval`.
struct PercevalTests {
  let fixture: ConversationFixture
  let club: Imported

  init() throws {
    fixture = try ConversationFixture.named("perceval")
    club = try fixture.imported()
  }

  @Test func countsEveryItem() {
    #expect(club.counts.items == 8 && club.counts.quarantined == 1)
    #expect(
      club.counts.withheld == [
        "not a conversation: commit": 1, "not a conversation: event": 1,
        "of a backend that is no conversation: Nowhere": 1,
      ])
    #expect(club.quarantine.first?["reason"]?.string == "`updated_on` is missing")
  }

  @Test(arguments: [
    ExpectedField("mm1", "published", "2017-07-14T02:40:00Z"),
    ExpectedField("mm1", "channel", "https://chat.example/1"),
    ExpectedField("mm2", "inReplyTo", "mm1"), ExpectedField("mm2", "context", "mm1"),
    ExpectedField("mm2", "updated", "2017-07-14T02:40:02Z"),
    ExpectedField("mm3", "type", "system"), ExpectedField("mm3", "content", nil),
    ExpectedField("issue-5", "name", "Broken"), ExpectedField("issue-5", "state", "closed"),
    ExpectedField("comment-9", "inReplyTo", "issue-5"),
    ExpectedField("comment-9", "context", "issue-5"),
    ExpectedField("post-1", "type", "question"), ExpectedField("post-1", "accepted", "post-2"),
    ExpectedField("post-2", "type", "answer"), ExpectedField("post-2", "score", "-2"),
    ExpectedField("post-2", "context", "post-1"),
  ])
  func readsField(expected: ExpectedField) {
    club.check(expected)
  }

  @Test func readsMail() throws {
    let mail = try #require(club.items.values.first { $0["name"]?.string == "Canoes" })
    #expect(mail["published"]?.string == "2014-09-23T17:25:15Z")
    #expect(mail["content"]?.string == "I like them.\nWrite [e-mail removed]")
    #expect(mail["attributedTo"]?.string == fixture.member("canaryann@example.org"))
    #expect(mail["inReplyTo"]?.string?.hasPrefix("h-") == true)
    #expect(mail["context"]?.string == mail["inReplyTo"]?.string)
  }
}
