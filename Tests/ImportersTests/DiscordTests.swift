import CommunityData
import Importers
import JSONText
import Testing

/// What each message of a small guild becomes; the export is `Fixtures/discord`.
struct DiscordTests {
  let fixture: ConversationFixture
  let club: Imported

  init() throws {
    fixture = try ConversationFixture.named("discord")
    club = try fixture.imported()
  }

  @Test func countsEveryMessage() {
    #expect(club.counts.read == 9 && club.counts.items == 8)
    #expect(club.counts.withheld == ["identical copy": 1])
  }

  @Test func saysThatAFileHoldsLessThanItSays() {
    #expect(
      club.result.manifest.gaps == [
        "Club - Text - general [910000000000000001].json says that it holds 9 messages and holds 6"
      ])
    #expect(!club.result.manifest.complete)
  }

  @Test(arguments: [
    ExpectedField("930000000000000001", "type", "message"),
    ExpectedField("930000000000000001", "published", "2023-01-06T13:03:03Z"),
    ExpectedField("930000000000000001", "content", "How do I start? [e-mail removed]"),
    ExpectedField("930000000000000001", "channel", "910000000000000001"),
    ExpectedField(
      "930000000000000001", "url",
      "https://club.example/channels/900000000000000001/910000000000000001/930000000000000001"),
    ExpectedField("930000000000000002", "inReplyTo", "930000000000000001"),
    ExpectedField("930000000000000002", "updated", "2023-01-06T13:05:00Z"),
    ExpectedField("930000000000000003", "type", "system"),
    ExpectedField("930000000000000004", "inReplyTo", nil),
    ExpectedField("930000000000000005", "content", "beep 😀"),
    ExpectedField("930000000000000006", "attributedTo", nil),
    ExpectedField("950000000000000001", "name", "Canoe trip"),
    ExpectedField("950000000000000001", "context", "940000000000000001"),
    ExpectedField("950000000000000001", "channel", "910000000000000001"),
    ExpectedField("950000000000000002", "name", nil),
  ])
  func readsField(expected: ExpectedField) {
    club.check(expected)
  }

  @Test func knowsNicknamesAndHidesStrangers() {
    let ann = fixture.member("100000000000000001")
    #expect(
      club.field("content", of: "930000000000000002")
        == "@\(ann) like **this**, or ask @someone")
    #expect(club.list("mentions", of: "930000000000000002") == [ann])
  }

  @Test func knowsBotsCategoriesAndReactions() {
    #expect(club.members[fixture.member("100000000000000003")]?["kind"]?.string == "bot")
    #expect(
      club.channels["910000000000000001"]?["parent"]?.string == "category-920000000000000001")
    #expect(club.channels["category-920000000000000001"]?["name"]?.string == "Text")
    #expect(club.reactions(of: "930000000000000001") == "👀 2")
  }
}
