import Basics
import CommunityData
import Importers
import JSONText
import Testing

/// What each row of a small archive becomes; the archive is `Fixtures/gitter`.
struct GitterTests {
  let club: Imported

  init() throws {
    club = try GitterTests.club("gitter")
  }

  private static func club(
    _ name: String, change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> Imported {
    try importingFixture(name, as: "gitter") {
      $0.origin = "https://gitter.example/Club"
      $0.bots = ["Rob-Bot"]
      change(&$0)
    }
  }

  /// Message ids are 24 hexadecimal digits.
  private func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 24 - digits.count) + digits
  }

  private func member(_ user: String) -> String {
    Pseudonyms(key: .demo, platform: "gitter", origin: "https://gitter.example/Club")
      .memberID(of: user)
  }

  @Test func accountsForEveryRow() {
    let counts = club.result.manifest.counts
    #expect(counts.read == 12 && counts.items == 11 && counts.quarantined == 0)
    #expect(counts.withheld == ["identical copy": 1])
    #expect(club.result.manifest.complete)
  }

  @Test(arguments: [
    ("type", "message"), ("published", "2016-06-01T10:00:02Z"), ("mediaType", "text/markdown"),
    ("channel", String(repeating: "a", count: 24)),
    ("url", "https://gitter.example/Club/Main?at=000000000000000000000007"),
  ])
  func readsField(field: String, value: String) {
    #expect(club.field(field, of: id(7)) == value)
  }

  @Test func readsTextOfSeveralLines() {
    #expect(
      club.field("content", of: id(7))
        == "she said \"hi\"\nand\tthen\n\nleft, so did @someone; see @media")
    #expect(club.field("content", of: id(3)) == "أهلا 👋🏻")
    #expect(club.items[id(6)]?["content"] == nil)
  }

  @Test func writesRoomsAsChannels() {
    #expect(
      Set(club.channels.keys) == [
        String(repeating: "a", count: 24), String(repeating: "b", count: 24),
      ])
    #expect(club.channels[String(repeating: "b", count: 24)]?["name"]?.string == "Club/arabic")
  }

  @Test func knowsMembersByTheirUserIDs() {
    #expect(Set(club.members.keys) == [member("u1"), member("u2"), member("u3"), member("u4")])
    #expect(club.members[member("u3")]?["kind"]?.string == "bot")
    #expect(club.members[member("u1")]?["kind"]?.string == "person")
    #expect(club.field("attributedTo", of: id(7)) == member("u2"))
    #expect(club.items[id(5)]?["attributedTo"]?.string == nil)
    #expect(club.credits.isEmpty)
  }

  @Test func mentionsWritersByName() {
    #expect(club.list("mentions", of: id(8)) == [member("u2"), member("u4")])
    #expect(
      club.field("content", of: id(8))
        == "later in the second, @\(member("u2")) @\(member("u4"))")
    // `@BOB_` is bob with a sign behind the name; in code nobody is mentioned.
    #expect(club.list("mentions", of: id(11)) == [member("u2")])
    #expect(club.field("content", of: id(11)) == "thanks @\(member("u2"))_")
    #expect(club.list("mentions", of: id(10)) == [])
    #expect(club.field("content", of: id(10)) == "@someone and @all: `@ann-lee` is code")
  }

  @Test func mentionsNobodyWhoTalksToHerself() {
    #expect(club.list("mentions", of: id(9)) == [])
    #expect(club.field("content", of: id(9)) == "@\(member("u1")) talks to herself")
    #expect(club.items[id(9)]?["inReplyTo"] == nil)
  }

  @Test(arguments: [
    // The newest earlier message of the first one named, to the millisecond.
    (8, 7), (12, 11), (4, 3),
  ])
  func derivesWhichMessageIsAnswered(message: Int, answered: Int) {
    #expect(club.field("inReplyTo", of: id(message)) == id(answered))
    #expect(club.list("derived", of: id(message)) == ["inReplyTo"])
  }

  @Test func answersNothingThatIsOlderThanADay() {
    // Bob spoke 24 hours and one second before.
    #expect(club.items[id(11)]?["inReplyTo"] == nil)
    #expect(club.list("derived", of: id(11)) == [])
  }

  @Test func writesNoCanary() {
    #expect(!club.text.lowercased().contains("canary"))
  }

  @Test func saysWhatIsMeasurable() {
    let measurable = club.result.manifest.measurable
    #expect(measurable.replies && measurable.urls)
    #expect(!measurable.threads && !measurable.edits && !measurable.reactions)
  }

  @Test(arguments: ["arabic", "Club/Arabic", "bbbbbbbbbbbbbbbbbbbbbbbb"])
  func takesOnlyTheRoomsAskedFor(name: String) throws {
    let club = try GitterTests.club("gitter") { $0.channels = [name] }
    #expect(Set(club.items.keys) == [id(2), id(3), id(4)])
    #expect(club.channels.count == 1)
    #expect(club.result.manifest.counts.withheld == ["in a channel that was not asked for": 9])
    #expect(club.result.manifest.counts.addUp)
  }

  @Test func suggestsTheNearestRoom() {
    let finding = refusal { try GitterTests.club("gitter") { $0.channels = ["arabik"] } }
    #expect(
      finding?.text == """
        error[I009]: there is no channel `arabik` in the export
          = fix: did you mean `arabic`?
        """)
  }

  @Test(arguments: ["gitter.tar.gz", "gitter.zip"])
  func readsInsideArchives(name: String) throws {
    let packed = try GitterTests.club(name)
    #expect(packed.text == club.text)
  }

  @Test func cutsBackToAnEarlierDay() throws {
    let earlier = try GitterTests.club("gitter") { $0.until = CalendarDay("2016-06-01") }
    #expect(earlier.items.count == 7)
    #expect(earlier.result.manifest.counts.withheld["published after 2016-06-01"] == 4)
  }
}
