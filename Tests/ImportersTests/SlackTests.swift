import Basics
import CommunityData
import Foundation
import Importers
import JSONText
import TestSupport
import Testing

/// What each message of a small workspace becomes; the export is `Fixtures/slack`.
struct SlackTests {
  let fixture: ConversationFixture
  let club: Imported

  init() throws {
    fixture = try ConversationFixture.named("slack")
    club = try fixture.imported()
  }

  @Test func countsEveryRecord() {
    #expect(club.counts.read == 19 && club.counts.items == 9)
    #expect(
      club.counts.withheld == [
        "identical copy": 1, "not a conversation: member record": 4,
        "not a conversation: channel record": 3, "in a channel that is not public": 1,
      ])
    #expect(club.quarantine.first?["reason"]?.string == "`ts` is missing")
  }

  /// One file by itself has no lists beside it: its channel is called as it is.
  @Test(arguments: ["slack", "auto"], [false, true])
  func readsALoneFile(format: String, inItsFolder: Bool) throws {
    let text = """
      [{"user":"U1","text":"one","ts":"1514764800.000100","thread_ts":"1514764800.000100"},
       {"user":"U2","text":"two","ts":"1514764860.000100","thread_ts":"1514764800.000100"}]
      """
    try withTemporaryFolder { root in
      let path = root + "/a thread.json"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      let result = try importExport(
        try request(format, [inItsFolder ? root : path]), into: MemoryFileSystem()
      ) { _ in }
      #expect(result.manifest.platform == "slack")
      #expect(result.manifest.counts.items == 2 && result.manifest.counts.quarantined == 0)
      #expect(result.manifest.counts.channels == 1 && result.manifest.measurable.replies)
    }
  }

  @Test(arguments: [
    ExpectedField("C001-1614556800.000100", "type", "system"),
    ExpectedField("C001-1614556900.000200", "type", "message"),
    ExpectedField("C001-1614556900.000200", "published", "2021-03-01T00:01:40Z"),
    ExpectedField("C001-1614556900.000200", "context", "C001-1614556900.000200"),
    ExpectedField("C001-1614556900.000200", "inReplyTo", nil),
    ExpectedField(
      "C001-1614556900.000200", "url",
      "https://club.example/archives/C001/p1614556900000200"),
    ExpectedField("C001-1614557000.000300", "inReplyTo", "C001-1614556900.000200"),
    ExpectedField("C001-1614557000.000300", "updated", "2021-03-01T00:05:00Z"),
    ExpectedField(
      "C001-1614557000.000300", "url",
      "https://club.example/archives/C001/p1614557000000300"
        + "?thread_ts=1614556900.000200&cid=C001"),
    ExpectedField("C001-1614557200.000400", "context", "C001-1614556900.000200"),
    ExpectedField(
      "C001-1614557300.000500", "content", "Deploy\nfinished [#7](https://example.org/build/7)"),
    ExpectedField("C001-1614557500.000700", "content", nil),
    ExpectedField("C001-1614557500.000700", "deleted", "2021-03-01T00:11:40Z"),
    ExpectedField("C001-1614557500.000700", "attributedTo", nil),
    ExpectedField("C002-1614643200.000100", "content", "@channel bye #general"),
  ])
  func readsField(expected: ExpectedField) {
    club.check(expected)
  }

  @Test func namesNobody() {
    let (ann, ben, dee) = (
      fixture.member("U00CANARY1"), fixture.member("U00CANARY2"), fixture.member("U00CANARY4")
    )
    #expect(
      club.field("content", of: "C001-1614556900.000200")
        == "Hi @\(ben), see [the **docs**](https://example.org/a?b=1&c=2) & mail [e-mail removed]"
        || club.field("content", of: "C001-1614556900.000200")
          == "Hi @\(ben), see [the *docs*](https://example.org/a?b=1&c=2) & mail [e-mail removed]"
    )
    #expect(
      club.field("content", of: "C001-1614557000.000300") == "thanks @\(ann), asked @\(dee) too")
    #expect(
      club.field("content", of: "C001-1614557400.000600")
        == "@\(ann) uploaded a file: [plan](https://club.slack.com/files/-/F01/plan.png)")
    #expect(club.list("mentions", of: "C001-1614556900.000200") == [ben])
    #expect(club.list("mentions", of: "C001-1614557000.000300") == [ann])
  }

  @Test func knowsProgramsAndAdministrators() {
    #expect(club.members[fixture.member("B0CANARY9")]?["kind"]?.string == "bot")
    #expect(club.members[fixture.member("U00CANARY1")]?["kind"]?.string == "person")
    #expect(club.members[fixture.member("U00CANARY1")]?["role"]?.string == "moderator")
    #expect(
      club.field("attributedTo", of: "C001-1614557600.000800") == fixture.member("U00CANARY4"))
  }

  @Test func countsReactions() {
    #expect(club.reactions(of: "C001-1614556900.000200") == "+1 1, tada 2")
  }

  @Test func takesPrivateChannelsOnlyWithConsent() throws {
    #expect(Set(club.channels.keys) == ["C001", "C002"])
    let agreed = try fixture.imported {
      $0.giveConsent()
    }
    #expect(Set(agreed.channels.keys) == ["C001", "C002", "G001"])
  }

  private static let line = "[{\"user\":\"U1\",\"text\":\"hi\",\"ts\":\"1514764800.000100\"}]"

  /// Folders of an export, each with one message, and its lists.
  private func talks(
    _ folders: [String], lists: [String: String] = [:],
    change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> Imported {
    let days = folders.map { ("\($0)/2018-01-01.json", SlackTests.line) }
    return try importing(
      lists.merging(days) { list, _ in list }.merging(["users.json": "[]"]) { list, _ in list },
      as: "slack", change: change)
  }

  /// Without channels.json nothing but its name tells whether a folder is a talk of two people.
  @Test func withholdsDirectMessagesWithoutAListOfChannels() throws {
    let direct = ["D024BE91L", "D0G9QPY56", "mpdm-ann--ben-1"]
    let open = ["general", "D024", "D024be91l", "DEVELOPERS-TALK", "Dormouse", "G024BE91L"]
    let club = try talks(direct + open)
    #expect(Set(club.channels.keys) == Set(open))
    #expect(club.counts.items == open.count)
    #expect(club.counts.withheld == ["a direct message": direct.count])
    #expect(
      club.result.manifest.gaps.contains(
        "channels.json is not there: folders are taken by their names"))
    #expect(!club.result.manifest.complete)
  }

  /// A list that is empty or damaged calls nothing public.
  @Test(arguments: ["[]", "[{\"id\": \"C1\"", "[{\"name\": \"general\"}]"])
  func takesNothingThatAListDoesNotName(list: String) throws {
    let finding = refusal {
      try talks(["general", "D024BE91L"], lists: ["channels.json": list])
    }
    #expect(finding?.message.hasPrefix("there is no item in D024BE91L/2018-01-01.json, ") == true)
  }

  /// Of a folder of hundreds of files two are named.
  @Test(
    "says what an export looks like that another importer was given",
    arguments: [
      (
        "slack", "discord",
        "there is no item in channels.json, general/2021-03-01.json and FILES more",
        "the files look like `slack`: give that as the format"
      ),
      (
        "discourse", "slack",
        "there is no item in categories.json, t/raw.78.json, t/slow-build.77.json",
        "the files look like `discourse`: give that as the format"
      ),
    ])
  func saysWhatAnExportLooksLike(folder: String, format: String, message: String, fix: String) {
    let found = refusal { try importingFixture(folder, as: format) }
    #expect(
      found?.message.replacing(/and \d+ more/, with: "and FILES more") == message, "\(message)")
    #expect(found?.fix == fix)
  }

  @Test(arguments: [false, true])
  func withholdsDirectMessagesOfAllLists(withConsent: Bool) throws {
    let club = try talks(
      [
        "general", "D024BE91L", "mpdm-ann--ben-1", "mpdm-ann--cy-1", "D024BE92L", "inner",
        "elsewhere",
      ],
      lists: [
        "channels.json": "[{\"id\":\"C1\",\"name\":\"general\"}]",
        "dms.json": "[{\"id\":\"D024BE91L\"}]",
        "mpims.json": "[{\"id\":\"G1\",\"name\":\"mpdm-ann--ben-1\"}]",
        "groups.json": """
        [{"id":"G2","name":"inner"},{"id":"D024BE92L","name":"D024BE92L","is_im":true},
           {"id":"G3","name":"mpdm-ann--cy-1"}]
        """,
      ]
    ) {
      if withConsent { $0.giveConsent() }
    }
    #expect(Set(club.channels.keys) == (withConsent ? ["C1", "G2", "elsewhere"] : ["C1"]))
    #expect(club.counts.withheld["a direct message"] == 4)
    #expect(
      club.counts.withheld["in a channel that is not public"] == (withConsent ? nil : 2))
  }

  /// What is wrong with a talk's file is not told, since its name tells who spoke.
  @Test(arguments: ["[{\"user\":\"U1\",\"text\":\"hi\"", "[7]", "[{\"user\" 7}]", "x"])
  func namesNoFileOfATalk(text: String) throws {
    let club = try importing(
      [
        "users.json": "[{\"id\":\"U1\",\"name\":\"canaryann\"}]",
        "channels.json": "[{\"id\":\"C1\",\"name\":\"general\"}]",
        "general/2018-01-01.json": SlackTests.line,
        "mpdm-canaryann--ben-1/2018-01-01.json": text,
      ], as: "slack")
    #expect(club.counts.addUp && club.counts.items == 1)
    #expect(club.counts.withheld["a direct message"] == 1)
    #expect(club.quarantine.isEmpty && club.result.manifest.gaps.isEmpty)
    #expect(!club.text.contains("canaryann"))
  }

  @Test(arguments: [("of ann@example.org/", "of [e-mail removed]/"), ("", "")])
  func tellsNoContactInTheNameOfAFile(folder: String, written: String) throws {
    let club = try importing(
      [
        "\(folder)general/2018-01-01.json": SlackTests.line,
        "\(folder)general/2018-01-02.json": "[{\"ts\":\"x\"}, {",
      ], as: "slack")
    let file = "\(written)general/2018-01-02.json"
    #expect(club.quarantine.count == 2)
    #expect(
      club.quarantine.allSatisfy { $0["place"]?.string?.hasPrefix("\(file):1:") == true })
    #expect(club.result.manifest.gaps.contains("\(file) ends too early, at line 1"))
    #expect(!club.text.contains("ann@example.org"))
  }

  /// Some workspaces' tools write mail addresses for ids, of people and of what is theirs.
  @Test func writesNoIDThatIsAnAddress() throws {
    let line = """
      [{"user":"ann@example.org","text":"hi <@ben@example.org>","ts":"1514764800.000100"},
       {"user":"ben@example.org","text":"yes","ts":"1514764860.000100",
        "thread_ts":"1514764800.000100"}]
      """
    let club = try importing(
      [
        "users.json": "[{\"id\":\"ann@example.org\",\"name\":\"ann@example.org\"}]",
        "channels.json": "[{\"id\":\"of-ann@example.org\",\"name\":\"ann@example.org\"}]",
        "ann@example.org/2018-01-01.json": line,
      ], as: "slack")
    #expect(club.counts.items == 2 && club.channels.count == 1)
    #expect(!club.text.contains("@example.org"))
    let first = try #require(club.items.values.first { $0["content"]?.string != "yes" })
    let second = try #require(club.items.values.first { $0["content"]?.string == "yes" })
    #expect(first["id"]?.string?.hasPrefix("h-") == true)
    #expect(second["inReplyTo"]?.string == first["id"]?.string)
    #expect(first["context"] == nil && second["context"]?.string == first["id"]?.string)
    #expect(first["derived"]?.array?.compactMap(\.string) == ["id"])
    #expect(first["channel"]?.string == club.channels.keys.first)
  }

  /// Nobody knows the ids: people call each other by their handles.
  @Test(arguments: ["canaryben", "U00CANARY2"])
  func knowsStaffByHandleAndID(name: String) throws {
    let club = try fixture.imported { $0.staff = [name] }
    #expect(club.members[fixture.member("U00CANARY2")]?["role"]?.string == "staff")
    #expect(club.result.manifest.measurable.roles)
  }

  @Test func takesOneChannel() throws {
    let one = try fixture.imported { $0.channels = ["old-talk"] }
    #expect(one.counts.items == 1)
    #expect(one.counts.withheld["in a channel that was not asked for"] == 10)
  }

  /// Before 2017 nobody could answer in a thread: that there is none says nothing.
  @Test func doesNotMeasureThreadsBeforeThereWereAny() throws {
    let old = try importing(
      [
        "general/2015-06-06.json":
          "[{\"user\": \"U1\", \"text\": \"hi\", \"ts\": \"1433558319.000002\"}]"
      ],
      as: "slack")
    #expect(!old.result.manifest.measurable.threads && !old.result.manifest.measurable.replies)
    #expect(
      old.result.notes == [
        "the export is older than Slack's threads: who answered whom is not measurable"
      ])
    #expect(club.result.manifest.measurable.threads)
  }
}
