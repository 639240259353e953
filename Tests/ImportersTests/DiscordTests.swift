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
    ExpectedField("930000000000000003", "content", nil),
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

  /// A talk is nobody's to give, and its name and that of its file tell who spoke.
  @Test(
    arguments: [
      ("DirectTextChat", false, "a direct message"),
      ("DirectGroupTextChat", true, "a direct message"),
      ("GuildPrivateThread", false, "in a channel that is not public"),
      ("GuildPrivateThread", true, nil), ("GuildPublicThread", false, nil),
    ] as [(String, Bool, String?)])
  func withholdsWhatIsNotPublic(type: String, withConsent: Bool, reason: String?) throws {
    func file(_ id: Int, _ type: String, _ name: String) -> String {
      """
      {"guild": {"id": "0", "name": "Club"},
       "channel": {"id": "\(id)", "type": "\(type)", "categoryId": "9", "name": "\(name)"},
       "messages": [{"id": "1\(id)", "type": "Default", "timestamp": "2018-01-01T00:00:00Z",
         "content": "words of \(id)", "author": {"id": "7", "name": "ben"}}],
       "messageCount": \(id)}
      """
    }
    let club = try importing(
      [
        "a.json": file(1, "GuildTextChat", "general"),
        "canaryann.json": file(2, type, "canaryann"),
      ], as: "discord"
    ) {
      if withConsent { $0.giveConsent() }
    }
    #expect(club.counts.items == (reason == nil ? 2 : 1) && club.counts.addUp)
    #expect(club.counts.withheld == (reason.map { [$0: 1] } ?? [:]))
    if reason != nil { #expect(!club.text.contains("canaryann")) }
  }

  /// Nor do gaps and the quarantine name the file.
  @Test(arguments: ["", #", {"id": "13", "type": 5}]"#, #", {"id": "13", "#])
  func namesNoTalkThatIsDamaged(rest: String) throws {
    func file(_ id: Int, _ type: String) -> String {
      """
      {"guild": {"id": "0"}, "channel": {"id": "\(id)", "type": "\(type)", "name": "canaryann"},
       "messages": [{"id": "1\(id)", "type": "Default", "timestamp": "2018-01-01T00:00:00Z",
         "content": "words", "author": {"id": "7", "name": "ben"}}
      """
    }
    let club = try importing(
      [
        "a.json": file(1, "GuildTextChat").replacing("canaryann", with: "general") + "]}",
        "canaryann.json": file(2, "DirectTextChat") + rest,
      ], as: "discord")
    #expect(club.counts.items == 1 && club.counts.addUp && club.quarantine.isEmpty)
    #expect(Set(club.counts.withheld.keys) == ["a direct message"])
    #expect(!club.text.contains("canaryann") && club.result.diagnostics.isEmpty)
  }

  private static let message = #"""
    {"id": "12", "type": "Default", "timestamp": "2018-01-01T00:00:00Z", "content": "canarywords",
     "author": {"id": "7", "name": "ben"}}
    """#
  private static let general = #"""
    {"guild": {"id": "1"}, "channel": {"id": "1", "type": "GuildTextChat", "name": "general"},
     "messages": [{"id": "11", "type": "Default", "timestamp": "2018-01-01T00:00:00Z",
       "content": "words", "author": {"id": "7", "name": "ben"}}]}
    """#
  private static let unknown = "in a file that does not say which channel it is of"

  /// What is left of a head tells a talk by its kind; one that tells no kind may be a talk's.
  @Test(arguments: [
    (#"{"guild": {"id": "0"}, "channel": {"type": "DirectTextChat", "na"#, "a direct message"),
    (
      #"{"guild": {"id": x}, "channel": {"type": "DirectGroupTextChat"}, "messages": [MESSAGE]}"#,
      "a direct message"
    ),
    (
      #"{"guild": {"id": "0"}, "channel": {"id": "2", "type": "DirectTextChat", "name": "b"}}"#,
      "a direct message"
    ),
    (#"{"channel": {"type": "GuildPrivateThread", "na"#, "in a channel that is not public"),
    (#"{"guild": {"id": "0", "name": "Direct Mess"#, DiscordTests.unknown),
    (#"{"guild": {"id": "0"}, "channel": {"type": "Guil"#, DiscordTests.unknown),
    (#"{"guild": {"id": "0"}, "messages": [MESSAGE]}"#, DiscordTests.unknown),
  ])
  func namesNoTalkWhoseHeadIsDamaged(file: String, reason: String) throws {
    let text = file.replacing("MESSAGE", with: DiscordTests.message)
    let club = try importing(
      ["a.json": DiscordTests.general, "canaryann.json": text], as: "discord")
    #expect(club.counts.items == 1 && club.counts.addUp && club.quarantine.isEmpty)
    #expect(Set(club.counts.withheld.keys) == [reason])
    #expect(!club.text.contains("canary") && club.result.diagnostics.isEmpty)
    let isUnknown = reason == DiscordTests.unknown
    #expect(
      club.result.manifest.gaps
        == (isUnknown ? ["some files do not say which channel they are of"] : []))
  }

  /// Nor does a message stand in the channel of the file that was read before its own.
  @Test func putsNoMessageIntoTheChannelOfAnotherFile() throws {
    let text = #"{"guild": {"id": x}, "channel": {"type": "GuildTextChat"}, "messages": [MESSAGE]}"#
    let club = try importing(
      [
        "a.json": DiscordTests.general,
        "b.json": text.replacing("MESSAGE", with: DiscordTests.message),
      ], as: "discord")
    #expect(Set(club.items.keys) == ["11"] && club.counts.addUp)
    let reasons = club.quarantine.compactMap { $0["reason"]?.string }
    #expect(reasons.contains("its file does not say which channel it is of"))
    #expect(reasons.count == 3)
  }

  /// The exporter can be told to leave the signs that stand for names.
  @Test(arguments: [
    ("ask <@8> or <@!8>, not <@&9> and <@>", "ask @BEN or @BEN, not <@&9> and <@>"),
    ("I, <@7>; he is https://discord.com/users/8/", "I, @ANN; he is https://discord.com/users/-/"),
  ])
  func namesNobodyByNumber(text: String, expected: String) throws {
    let file = DiscordTests.general.replacing("\"words\"", with: "\"\(text)\"")
    let club = try importing(["a.json": file], as: "discord")
    let pseudonyms = Pseudonyms(key: .demo, platform: "discord", origin: seOrigin)
    let (ann, ben) = (pseudonyms.memberID(of: "7"), pseudonyms.memberID(of: "8"))
    #expect(
      club.field("content", of: "11")
        == expected.replacing("@ANN", with: "@\(ann)").replacing("@BEN", with: "@\(ben)"))
    #expect(club.list("mentions", of: "11") == (expected.contains("@BEN") ? [ben] : []))
  }

  /// The parts of a long thread come as files whose names do not tell their order.
  @Test func namesAThreadAtItsEarliestMessage() throws {
    func part(_ day: Int) -> String {
      """
      {"guild": {"id": "0"},
       "channel": {"id": "5", "type": "GuildPublicThread", "categoryId": "9", "name": "Trip"},
       "messages": [{"id": "\(day)", "type": "Default", "timestamp": "2018-01-0\(day)T00:00:00Z",
         "content": "words", "author": {"id": "7", "name": "ben"}}], "messageCount": 1}
      """
    }
    let club = try importing(["a.json": part(2), "b.json": part(1)], as: "discord")
    #expect(club.field("name", of: "1") == "Trip" && club.field("name", of: "2") == nil)
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
