import CommunityData
import Importers
import JSONText
import Testing

/// What each line of a small bulk export becomes; the export is `Fixtures/mattermost`.
struct MattermostTests {
  let fixture: ConversationFixture
  let club: Imported

  init() throws {
    fixture = try ConversationFixture.named("mattermost")
    club = try fixture.imported()
  }

  /// Ids are made of channel, user and time.
  private func id(_ text: String) -> String? {
    club.items.first { $0.value["content"]?.string?.hasPrefix(text) == true }?.key
  }

  @Test func countsRepliesAsRecordsOfTheirOwn() {
    #expect(club.counts.read == 16 && club.counts.items == 4)
    #expect(club.counts.quarantined == 2)
    #expect(club.counts.withheld["in a channel that is not public"] == 2)
    #expect(club.counts.withheld["a direct message"] == 1)
    #expect(club.counts.withheld["not a conversation: user record"] == 2)
    let reasons = Set(club.quarantine.compactMap { $0["reason"]?.string })
    #expect(
      reasons == [
        "`create_at` is not a time: xxxx",
        "its JSON cannot be read: a string that does not end",
      ])
  }

  @Test func readsPostsAndReplies() throws {
    let post = try #require(id("Hello"))
    let reply = try #require(id("Hi!"))
    let ben = fixture.member("canaryben")
    #expect(
      club.field("content", of: post) == "Hello @\(ben) and @someone, mail [e-mail removed]")
    #expect(club.list("mentions", of: post) == [ben])
    #expect(club.field("updated", of: post) == "2019-03-21T11:10:00Z")
    #expect(club.reactions(of: post) == "tick 2, smile 1")
    #expect(club.field("inReplyTo", of: reply) == post && club.field("context", of: reply) == post)
    #expect(club.field("published", of: reply) == "2019-03-21T11:08:40Z")
    #expect(club.field("updated", of: reply) == nil)
    #expect(club.list("derived", of: post) == ["id"])
    #expect(club.items[post]?["url"] == nil)
  }

  @Test func leavesTheWordsOfRemarksOut() {
    let remarks = club.items.values.filter { $0["type"]?.string == "system" }
    #expect(remarks.count == 2)
    #expect(remarks.allSatisfy { $0["content"] == nil })
  }

  @Test func knowsPeopleNamedBehindTheirPosts() {
    #expect(club.members[fixture.member("canaryann")]?["role"]?.string == "moderator")
    #expect(Set(club.channels.keys) == ["club/town"])
    #expect(club.channels["club/town"]?["name"]?.string == "Town square")
  }

  /// A community can open its own places, not what its members write to each other.
  @Test func takesPrivateChannelsOnlyWithConsentAndDirectMessagesNever() throws {
    let agreed = try fixture.imported { $0.giveConsent() }
    #expect(agreed.counts.items > club.counts.items)
    #expect(agreed.counts.withheld["in a channel that is not public"] == nil)
    #expect(agreed.counts.withheld["a direct message"] == 1)
    #expect(agreed.channels.count == club.channels.count + 1)
  }
}
