import Basics
import CommunityData
import Importers
import JSONText
import Testing

/// What each line of a small channel's logs becomes; they are `Fixtures/irc`.
struct IRCTests {
  let club: Imported

  init() throws {
    club = try IRCTests.club { _ in }
  }

  private static func club(_ change: (inout ImportRequest) -> Void) throws -> Imported {
    try importingFixture("irc", as: "irc") {
      $0.bots = ["robocanary"]
      change(&$0)
    }
  }

  private func id(_ line: Int) -> String { "#club/2015-03-02:\(line)" }

  private func member(_ nick: String) -> String {
    Pseudonyms(key: .demo, platform: "irc", origin: seOrigin).memberID(of: nick)
  }

  @Test func accountsForEveryLine() {
    let counts = club.result.manifest.counts
    #expect(counts.read == 14 && counts.items == 13 && counts.quarantined == 1)
    #expect(club.quarantine.first?["reason"]?.string == "it is no line of a log")
    #expect(club.quarantine.first?["place"]?.string == "logs/#club/2015-03-02.log:11:1")
  }

  @Test func saysWhatItAssumed() {
    #expect(
      club.result.notes == [
        "2 files are copies of other logs: not read", "the logs tell no time zone: UTC was taken",
      ])
    #expect(club.result.manifest.measurable.replies && !club.result.manifest.measurable.threads)
  }

  @Test func takesDayAndChannelFromThePathAndGoesPastMidnight() {
    #expect(club.field("published", of: id(1)) == "2015-03-02T23:58:00Z")
    #expect(club.field("published", of: id(3)) == "2015-03-02T23:58:00Z")
    #expect(club.field("published", of: id(6)) == "2015-03-03T00:01:00Z")
    #expect(club.field("published", of: "#club/2015-03-03_1:1") == "2015-03-03T08:00:00Z")
    #expect(club.field("channel", of: id(1)) == "#club")
  }

  @Test func replacesNicksWherePeopleAreNamed() {
    #expect(club.field("content", of: id(2)) == "@\(member("ann-canary")): with the palette")
    #expect(
      club.field("content", of: id(5))
        == "points at /usr/share, http://[IP removed]/x and @\(member("ann-canary"))")
    #expect(club.field("content", of: id(6)) == "the second; mail [e-mail removed]")
    #expect(club.list("mentions", of: id(7)) == [member("ann-canary")])
  }

  @Test(arguments: [
    // An address, an answer to it, an address whose nick is written in other letters.
    (2, 1), (4, 2), (5, 4), (6, 5), (7, 4), (8, 7),
  ])
  func derivesWhoAnswersWhom(line: Int, answered: Int) {
    #expect(club.field("inReplyTo", of: id(line)) == id(answered))
    #expect(club.list("derived", of: id(line)) == ["id", "inReplyTo"])
  }

  /// In the midst of a talk names are left out: the partner's newest is answered when it came since and
  /// names nobody else, and not what others say in between.
  @Test(arguments: [
    (2, 1), (3, 2), (4, 3), (6, 4), (7, 6),
    // Whoever is named is answered; what Bert said to Dora last is not for Anna.
    (8, 5), (9, 6),
  ])
  func answersWhomTheAuthorSpeaksWith(line: Int, answered: Int) throws {
    let log = """
      [10:00] <anna> why is the palette grey?
      [10:00] <bert> anna: which release?
      [10:01] <anna> the newest
      [10:01] <bert> try the other driver
      [10:02] <dora> is lunch over?
      [10:02] <anna> that was it
      [10:02] <bert> good
      [10:02] <bert> dora: long ago
      [10:03] <anna> thanks
      """
    let talk = try importing(["#club/2015-03-02.log": log], as: "irc")
    let id = { (line: Int) in "#club/2015-03-02:\(line)" }
    #expect(talk.field("inReplyTo", of: id(line)) == id(answered))
  }

  @Test func writesSystemLinesWithoutHosts() {
    #expect(club.field("type", of: id(3)) == "system")
    #expect(club.field("content", of: id(3)) == "joined the channel")
    #expect(club.field("attributedTo", of: id(3)) == member("canarycat"))
    #expect(club.field("type", of: "#club/2015-03-03_1:2") == "system")
  }

  @Test func readsColoursAndOtherCharacterSets() {
    #expect(club.field("content", of: id(9)) == "red and bold words")
    #expect(club.field("content", of: id(10)) == "café €")
  }

  @Test func knowsPeopleInAnyCaseAndBotsByName() {
    #expect(club.field("attributedTo", of: id(6)) == club.field("attributedTo", of: id(2)))
    #expect(club.members[member("robocanary")]?["kind"]?.string == "bot")
  }

  @Test func writesNoCanary() {
    #expect(!club.text.lowercased().contains("canary"))
    #expect(!club.text.contains("203.0.113"))
  }

  @Test func isRecognisedAndTheSameTwice() throws {
    let again = try importingFixture("irc", as: "auto") { $0.bots = ["robocanary"] }
    #expect(again.text == club.text)
  }
}
