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
    ExpectedField("mattermost-mm1", "published", "2017-07-14T02:40:00Z"),
    ExpectedField("mattermost-mm1", "channel", "https://chat.example/1"),
    ExpectedField("mattermost-mm2", "inReplyTo", "mattermost-mm1"),
    ExpectedField("mattermost-mm2", "context", "mattermost-mm1"),
    ExpectedField("mattermost-mm2", "updated", "2017-07-14T02:40:02Z"),
    ExpectedField("mattermost-mm3", "type", "system"),
    ExpectedField("mattermost-mm3", "content", nil),
    ExpectedField("gitlab-issue-5", "name", "Broken"),
    ExpectedField("gitlab-issue-5", "state", "closed"),
    ExpectedField("gitlab-comment-9", "inReplyTo", "gitlab-issue-5"),
    ExpectedField("gitlab-comment-9", "context", "gitlab-issue-5"),
    ExpectedField("stackexchange-post-1", "type", "question"),
    ExpectedField("stackexchange-post-1", "accepted", "stackexchange-post-2"),
    ExpectedField("stackexchange-post-2", "type", "answer"),
    ExpectedField("stackexchange-post-2", "score", "-2"),
    ExpectedField("stackexchange-post-2", "context", "stackexchange-post-1"),
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
