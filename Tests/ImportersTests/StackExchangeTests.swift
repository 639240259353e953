import Basics
import CommunityData
import Importers
import JSONText
import Testing

/// What each row of a small dump becomes; the dump is `Fixtures/stackexchange`.
struct StackExchangeTests {
  let dump: Imported

  init() throws {
    dump = try importingFixture("stackexchange", as: "stackexchange")
  }

  @Test func accountsForEveryRowOfTheFourTables() {
    let counts = dump.result.manifest.counts
    #expect(counts.read == 7 + 6 + 6 + 2)
    #expect(counts.items == 5 + 5)
    #expect(
      counts.withheld == [
        "not a conversation: tag wiki": 2, "not a conversation: member record": 6,
        "not a conversation: badge": 2, "identical copy": 1,
      ])
    #expect(counts.quarantined == 0)
    #expect(counts.addUp)
    #expect(dump.result.manifest.complete)
  }

  @Test(arguments: [
    (item: "post-1", field: "type", value: "question"),
    (item: "post-1", field: "published", value: "2011-03-01T10:00:00Z"),
    (item: "post-1", field: "name", value: "Sources & answers?"),
    (item: "post-1", field: "mediaType", value: "text/html"),
    (item: "post-1", field: "context", value: "post-1"),
    (item: "post-1", field: "accepted", value: "post-2"),
    (item: "post-1", field: "closed", value: "2017-05-05T05:05:05Z"),
    (item: "post-1", field: "state", value: "closed"),
    (item: "post-1", field: "url", value: "https://meta.example.org/q/1"),
    (item: "post-2", field: "type", value: "answer"),
    (item: "post-2", field: "inReplyTo", value: "post-1"),
    (item: "post-2", field: "context", value: "post-1"),
    (item: "post-2", field: "updated", value: "2018-05-02T00:00:00Z"),
    (item: "post-2", field: "url", value: "https://meta.example.org/a/2"),
    (item: "comment-3", field: "type", value: "comment"),
    (item: "comment-3", field: "inReplyTo", value: "post-2"),
    (item: "comment-3", field: "context", value: "post-1"),
    (item: "comment-3", field: "mediaType", value: "text/markdown"),
    (item: "comment-3", field: "url", value: "https://meta.example.org/questions/1#comment3_2"),
  ])
  func readsField(item: String, field: String, value: String) {
    #expect(dump.field(field, of: item) == value)
  }

  @Test(arguments: ["inReplyTo", "updated"])
  func leavesOutWhatAQuestionHasNot(field: String) {
    #expect(dump.items["post-1"]?[field] == nil)
  }

  @Test func decodesBodiesAndKeepsCodeAsItIs() {
    let question = "<p>Q &amp; A, \"quoted\" <code>@Orla</code></p>\n"
    #expect(dump.field("content", of: "post-1") == question)
    // A line feed inside an attribute is a space: XML 1.0, 3.3.3.
    #expect(dump.field("content", of: "post-2") == "<p>line one line two</p>")
    #expect(dump.field("content", of: "post-7") == "Люди مرحبا 😀")
    #expect(dump.field("content", of: "comment-1") == "@\(se("3")) is right & proper")
  }

  @Test func leavesOutAnEmptyBody() {
    #expect(dump.items["post-6"]?["content"] == nil)
    #expect(dump.items["post-6"]?["mediaType"] == nil)
  }

  @Test func readsTagsOfBothStyles() {
    #expect(dump.list("tag", of: "post-1") == ["discussion", "c++"])
    #expect(dump.list("tag", of: "post-6") == ["new", "style"])
  }

  /// The least number of all has no positive counterpart.
  @Test(arguments: [Int.min, Int.min + 1, -2_147_483_648, 2_147_483_648, Int.max])
  func quarantinesNumbersOutOfRange(score: Int) throws {
    let rows = ["\(score)", "-2147483647"].enumerated().map { index, score in
      """
      <row Id="\(index + 1)" PostTypeId="1" CreationDate="2018-01-0\(index + 1)T00:00:00.000" \
      Score="\(score)" Body="hello" OwnerUserId="3" Title="t" />
      """
    }
    let dump = try importing(["Posts.xml": "<posts>\n\(rows.joined(separator: "\n"))\n</posts>"])
    #expect(dump.counts.items == 1 && dump.counts.quarantined == 1)
    #expect(dump.items["post-2"]?["score"]?.integer == -2_147_483_647)
    #expect(
      dump.quarantine.first?["reason"]?.string
        == "`Score` is not a number: \(score)")
  }

  @Test func readsScores() {
    #expect(dump.items["post-2"]?["score"]?.integer == -2)
    #expect(dump.items["comment-1"]?["score"]?.integer == 1)
  }

  @Test(arguments: [
    (item: "post-1", licence: "CC-BY-SA-2.5"),
    // Written under 2.5, but the text is that of an edit on the first day of 4.0.
    (item: "post-2", licence: "CC-BY-SA-4.0"),
    (item: "post-3", licence: "CC-BY-SA-2.5"),
    (item: "comment-3", licence: "CC-BY-SA-3.0"),
    (item: "comment-4", licence: "CC-BY-SA-4.0"),
    (item: "post-6", licence: "CC-BY-SA-4.0"),
  ])
  func givesEachItemItsOwnLicence(item: String, licence: String) {
    #expect(dump.field("licence", of: item) == licence)
  }

  @Test func namesNobodyWhoseAccountIsGone() {
    #expect(dump.items["post-3"] != nil)
    #expect(dump.items["post-3"]?["attributedTo"]?.string == nil)
    #expect(dump.items["comment-4"]?["attributedTo"]?.string == nil)
  }

  @Test func mentionsWhoeverSpokeInTheThread() {
    #expect(dump.list("mentions", of: "comment-1") == [se("3")])
    // The dots of T.E.D. may be left out; Żaneta edited another post and is merely not named.
    #expect(dump.list("mentions", of: "comment-2") == [se("4")])
    #expect(dump.field("content", of: "comment-2") == "@\(se("4")): no, ask @\(se("5"))")
    #expect(dump.list("mentions", of: "comment-3") == [se("3")])
    #expect(dump.list("derived", of: "comment-3") == ["mentions"])
    #expect(dump.list("derived", of: "comment-5") == [])
  }

  @Test func leavesAddressesAlone() {
    #expect(
      dump.field("content", of: "comment-3") == "@\(se("3")) see [here](https://a.example/@ted)")
  }

  @Test func keepsACommentWithoutItsPost() {
    #expect(dump.field("inReplyTo", of: "comment-5") == "post-99")
    #expect(dump.items["comment-5"]?["context"] == nil)
    #expect(dump.items["comment-5"]?["url"] == nil)
    #expect(
      dump.result.notes.contains("1 comment belongs to a post that is not in the export"))
  }

  @Test func writesOnlyMembersWhomAnItemNames() {
    #expect(Set(dump.members.keys) == [se("3"), se("4"), se("5"), se("7"), se("-1")])
    #expect(dump.members[se("3")]?["joined"]?.string == "2011-02-03T04:05:06Z")
    #expect(dump.members[se("-1")]?["kind"]?.string == "system")
    #expect(dump.members[se("3")]?["kind"]?.string == "person")
  }

  @Test func creditsPeopleWhoWrote() {
    #expect(Set(dump.credits.keys) == [se("3"), se("4"), se("5"), se("7")])
    #expect(dump.credits[se("3")]?["name"]?.string == "Orla Quist")
    #expect(dump.credits[se("3")]?["profile"]?.string == "https://meta.example.org/users/3")
    #expect(dump.credits[se("7")]?["name"]?.string == "[e-mail removed]")
  }

  @Test func writesNoCanary() {
    #expect(!dump.text.lowercased().contains("canary"))
  }

  @Test func saysWhatItDoesNotRead() {
    #expect(dump.result.notes.contains("not read: Votes.xml"))
  }

  @Test func tellsWhatIsMeasurableAndUnderWhichLicences() {
    let manifest = dump.result.manifest
    #expect(manifest.platform == "stackexchange")
    #expect(manifest.measurable.replies && manifest.measurable.threads)
    #expect(manifest.measurable.urls && manifest.measurable.edits)
    #expect(!manifest.measurable.reactions && !manifest.measurable.roles)
    #expect(
      manifest.licences.map { "\($0.id) \($0.until.map(\.description) ?? "now")" } == [
        "CC-BY-SA-2.5 2011-04-08T00:00:00Z", "CC-BY-SA-3.0 2018-05-02T00:00:00Z",
        "CC-BY-SA-4.0 now",
      ])
    #expect(manifest.window.from.description == "2011-03-01T10:00:00Z")
    #expect(manifest.window.to.description == "2018-09-02T00:00:00Z")
  }

  @Test func takesStaffAndBotsFromTheRequest() throws {
    let dump = try importingFixture("stackexchange", as: "stackexchange") {
      $0.staff = ["4"]
      $0.bots = ["7"]
    }
    #expect(dump.members[se("4")]?["role"]?.string == "staff")
    #expect(dump.members[se("7")]?["kind"]?.string == "bot")
    #expect(dump.result.manifest.measurable.roles)
  }

  @Test func masksPeopleInAddresses() throws {
    let posts = """
      <posts><row Id="1" PostTypeId="1" CreationDate="2018-01-01T10:00:00.000" Title="T" \
      Body="&lt;a href=&quot;https://meta.example.org/users/12/ann-b?tab=x&quot;&gt;her&lt;/a&gt; \
      /users/flair/12.png https://docs.example/users/guide" /></posts>
      """
    let comments = """
      <comments><row Id="2" PostId="1" CreationDate="2018-01-02T10:00:00.000" \
      Text="[she](https://meta.example.org/users/12/ann-b) or /users/12" /></comments>
      """
    let dump = try importing(["Posts.xml": posts, "Comments.xml": comments])
    #expect(
      dump.field("content", of: "post-1")
        == "<a href=\"https://meta.example.org/users/-?tab=x\">her</a> "
        + "/users/flair/-.png https://docs.example/users/guide")
    #expect(
      dump.field("content", of: "comment-2")
        == "[she](https://meta.example.org/users/-) or /users/-")
  }

  @Test func refusesStandardInput() {
    let finding = refusal { try importing(["a.txt": ""]) { $0.inputs = ["-"] } }
    #expect(finding?.message == "a dump is read more than once, which standard input cannot be")
  }
}
