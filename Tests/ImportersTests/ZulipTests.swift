import CommunityData
import Importers
import JSONText
import Testing

/// What each message of a small archive becomes; the archive is `Fixtures/zulip`.
struct ZulipTests {
  let fixture: ConversationFixture
  let club: Imported

  init() throws {
    fixture = try ConversationFixture.named("zulip")
    club = try fixture.imported()
  }

  @Test func countsEveryMessage() {
    #expect(club.counts.read == 9 && club.counts.items == 6)
    #expect(club.counts.withheld == ["identical copy": 1])
    let reasons = club.quarantine.compactMap { $0["reason"]?.string }
    #expect(reasons == ["`timestamp` is missing", "`content` is a list, not a string"])
  }

  @Test func placesAFaultAtItsField() {
    let place = club.quarantine.last?["place"]?.string
    #expect(place == "12-help.20.26.20more/.E2.9C.94.20Where.20is.20it.3F.json:21:14")
  }

  @Test(arguments: [
    ExpectedField("101", "type", "message"),
    ExpectedField("101", "name", "\"Slow\" loops."),
    ExpectedField("101", "published", "2021-06-14T19:35:43Z"),
    ExpectedField("101", "mediaType", "text/html"),
    ExpectedField("101", "channel", "12"),
    ExpectedField("101", "context", "101"),
    ExpectedField("102", "context", "101"),
    ExpectedField("102", "name", nil),
    ExpectedField("102", "inReplyTo", "101"),
    ExpectedField("101", "inReplyTo", nil),
    ExpectedField(
      "102", "url",
      "https://club.example/#narrow/channel/12-help.20.26.20more/topic/.22Slow.22.20loops.2E/near/102"
    ),
    ExpectedField("104", "content", nil),
    ExpectedField("104", "deleted", "2021-06-14T19:38:20Z"),
    ExpectedField("201", "name", "Where is it?"),
    ExpectedField("201", "state", "resolved"),
    ExpectedField("202", "type", "system"),
  ])
  func readsField(expected: ExpectedField) {
    club.check(expected)
  }

  @Test func reducesHTMLToWords() {
    #expect(
      club.field("content", of: "101")
        == "<p>My loop is <em>slow</em>, see <a href=\"https://example.org/loop\">the code</a>. "
        + "Write to [e-mail removed] or [phone removed].</p>")
    #expect(
      club.field("content", of: "103")
        == "<p>Thanks @\(fixture.member("Canary Chen")) and @all :smile:</p>")
  }

  @Test func countsWhoIsSpokenToAndNotWhoIsQuoted() {
    #expect(club.list("mentions", of: "103") == [fixture.member("Canary Chen")])
    #expect(club.list("mentions", of: "102") == [fixture.member("Canary Aldous")])
    #expect(club.list("mentions", of: "202") == [])
  }

  @Test func saysWhatItInferred() {
    #expect(club.list("derived", of: "102") == ["context", "inReplyTo"])
    #expect(club.list("derived", of: "104") == ["context", "deleted"])
    let measurable = club.result.manifest.measurable
    #expect(measurable.threads && measurable.replies && !measurable.reactions && !measurable.edits)
  }

  @Test func knowsItsOwnPrograms() {
    #expect(club.members[fixture.member("Notification Bot")]?["kind"]?.string == "system")
    #expect(club.channels["12"]?["name"]?.string == "help & more")
  }
}
