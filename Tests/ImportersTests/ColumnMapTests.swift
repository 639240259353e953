import CommunityData
import Importers
import JSONText
import Testing

/// Records of one's own read by a column map; they are `Fixtures/ndjson`.
struct ColumnMapTests {
  let fixture: ConversationFixture
  let club: Imported

  init() throws {
    fixture = try ConversationFixture.named("ndjson")
    club = try fixture.imported()
  }

  @Test func readsMappedFields() {
    for expected in [
      ExpectedField("a1", "published", "2021-03-01T00:00:00Z"),
      ExpectedField("a1", "type", "message"), ExpectedField("a1", "mediaType", "text/plain"),
      ExpectedField("a1", "channel", "lobby"), ExpectedField("a1", "inReplyTo", nil),
      ExpectedField("a2", "inReplyTo", "a1"),
      ExpectedField("a2", "content", "Hi @\(fixture.member("canaryann"))"),
    ] { club.check(expected) }
    #expect(club.list("tag", of: "a1") == ["one", "two"])
    #expect(club.list("mentions", of: "a2") == [fixture.member("canaryann")])
  }

  @Test func makesAnIdWhereThereIsNone() {
    let item = club.items.values.first { $0["content"]?.string == "no key" }
    #expect(item?["id"]?.string?.hasPrefix("h-") == true)
    #expect(item?["derived"]?.array?.compactMap(\.string) == ["id"])
  }

  @Test func placesAFaultAtItsColumn() {
    #expect(club.counts.quarantined == 1)
    #expect(club.quarantine.first?["reason"]?.string == "`when` is not a time: xxxxx")
    #expect(club.quarantine.first?["place"]?.string == "talk.ndjson:4:46")
  }

  @Test func measuresOnlyWhatThereAreColumnsFor() {
    let measurable = club.result.manifest.measurable
    #expect(measurable.replies && measurable.threads)
    #expect(!measurable.urls && !measurable.edits && !measurable.reactions)
  }

  /// A field counts that a record has, be there nothing in it.
  @Test(arguments: [
    ([""], ""), ([#","inReplyTo":null"#], "replies threads"),
    (["", #","context":"c""#], "threads"),
    ([#","url":"https://x.example/1""#, #","updated":"2018-01-02T00:00:00Z""#], "urls edits"),
  ])
  func measuresOnlyWhatThereAreFieldsFor(records: [String], told: String) throws {
    let lines = records.enumerated().map { number, more in
      #"{"id":"\#(number)","published":"2018-01-01T00:00:00Z"\#(more)}"#
    }
    let own = try importing(["a.ndjson": lines.joined(separator: "\n")], as: "ndjson")
    #expect(own.result.manifest.measurable.words == told)
  }
}
