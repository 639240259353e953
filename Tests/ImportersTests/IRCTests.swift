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

  private static let notice = "a notice of the network"

  /// A line of a log of 15 November 2004, when it was written, and what it says.
  @Test(arguments: [
    ("[06:18pm] <ann> hi", "2004-11-15T18:18:00Z", "hi"),
    ("[6:18 PM] <ann> hi", "2004-11-15T18:18:00Z", "hi"),
    ("[12:05am] <ann> hi", "2004-11-15T00:05:00Z", "hi"),
    ("[12:05pm] <ann> hi", "2004-11-15T12:05:00Z", "hi"),
    ("06:18:33pm <ann> hi", "2004-11-15T18:18:33Z", "hi"),
    ("[12:18:33.250] <ann> hi", "2004-11-15T12:18:33Z", "hi"),
    ("[2004-11-15T12:18:33+05:00] <ann> hi", "2004-11-15T07:18:33Z", "hi"),
    ("[2004-11-15T12:18:33-0330] <ann> hi", "2004-11-15T15:48:33Z", "hi"),
    ("[2004-11-15T12:18:33Z] <ann> hi", "2004-11-15T12:18:33Z", "hi"),
    ("2004-11-15 12:18:33\tann\thi", "2004-11-15T12:18:33Z", "hi"),
    ("Nov 15 12:18:33 <ann>\thi", "2004-11-15T12:18:33Z", "hi"),
    ("Nov  5 12:18:33 *\tann hi", "2004-11-05T12:18:33Z", "hi"),
    ("Jan 02 12:18:33 <ann>\thi", "2005-01-02T12:18:33Z", "hi"),
    ("--- Log opened Mon Nov 15 07:08:09 2004", "2004-11-15T07:08:09Z", notice),
    ("--- Day changed Tue Nov 16 2004", "2004-11-16T00:00:00Z", notice),
    ("**** BEGIN LOGGING AT Mon Nov 15 07:08:09 2004", "2004-11-15T07:08:09Z", notice),
    ("**** ENDING LOGGING AT Mon Nov 15 07:08:09 2004", "2004-11-15T07:08:09Z", notice),
    (
      "Nov 15 12:18:33 *\tann (~a@host.example) has joined", "2004-11-15T12:18:33Z",
      "joined the channel"
    ),
    ("Nov 15 12:18:33 *\tann has quit (host.example)", "2004-11-15T12:18:33Z", "left the channel"),
  ])
  func readsTheTimesOfItsPrograms(line: String, time: String, content: String) throws {
    let log = try importing(["2004-11-15.log": line + "\n"], as: "irc")
    let item = try #require(log.items["2004-11-15:1"])
    #expect(item["published"]?.string == time && item["content"]?.string == content)
    #expect(log.quarantine.isEmpty && !log.text.contains("host.example"))
  }

  @Test(arguments: [
    "[18:05am] <ann> hi", "[12:18xm] <ann> hi", "12:18<ann> hi", "[12:18 MEZ] <ann> hi",
  ])
  func setsAsideATimeThatItDoesNotKnow(line: String) throws {
    let log = try importing(["2004-11-15.log": "[12:00] <ann> hi\n\(line)\n"], as: "irc")
    #expect(log.items.count == 1 && log.quarantine.count == 1)
  }

  @Test(
    arguments: [
      (["[12:18] <ann> hi"], ["the logs tell no time zone: UTC was taken"]),
      (["[12:18+01:00] <ann> hi"], []),
      (
        ["[12:18+01:00] <ann> hi", "[12:19] <ann> ho"],
        ["some lines tell no time zone: UTC was taken"]
      ),
    ] as [([String], [String])])
  func saysWhichLinesTellNoTimeZone(lines: [String], notes: [String]) throws {
    let log = try importing(["2004-11-15.log": lines.joined(separator: "\n")], as: "irc")
    #expect(log.result.notes == notes)
  }

  /// A log without a day in its path, which HexChat writes for all time, goes by what it tells itself.
  @Test func takesTheYearOfALogThatTellsWhenItBegan() throws {
    let text = """
      **** BEGIN LOGGING AT Fri Dec 31 23:59:00 2004
      Dec 31 23:59:30 <ann>\thi
      Jan 01 00:00:10 <ann>\tho
      """
    let log = try importing(["club.log": text], as: "irc") {
      $0.inputs = $0.inputs.map { $0 + "/club.log" }
    }
    #expect(log.field("published", of: "2004-12-31:2") == "2004-12-31T23:59:30Z")
    #expect(log.field("published", of: "2005-01-01:3") == "2005-01-01T00:00:10Z")
  }

  /// Bouncers put talks of two people beside the logs of channels: nothing of them is taken, and
  /// nothing tells who spoke.
  @Test(arguments: [
    ("libera/#club/2004-11-15.log", "libera/canaryann/2004-11-15.log"),
    ("#club.2004-11-15.log", "canaryann.2004-11-15.log"),
  ])
  func withholdsTalksBesideChannels(channel: String, talk: String) throws {
    let logs = try importing(
      [channel: "[12:00] <me> hello\n", talk: "[12:00] <canaryann> secret\nbroken\n"], as: "irc")
    #expect(logs.counts.addUp && logs.counts.items == 1 && logs.quarantine.isEmpty)
    #expect(logs.counts.withheld == ["in a log that names no channel": 2])
    #expect(!logs.text.contains("canaryann") && !logs.text.contains("secret"))
    #expect(logs.result.diagnostics.isEmpty)
  }

  /// WeeChat has a file a channel, whose name tells no day, beside its own and those of talks.
  @Test(arguments: ["irc", "auto"])
  func readsWeeChatsFilesOfChannels(format: String) throws {
    let line = "2004-11-15 12:00:00\tann\thello\n"
    let logs = try importing(
      [
        "irc.libera.#club.weechatlog": line + "2004-11-16 12:00:00\tben\tann: hi\n",
        "irc.libera.canarycat.weechatlog": line, "irc.server.libera.weechatlog": line,
        "core.weechat.weechatlog": line,
      ], as: format)
    #expect(Set(logs.items.keys) == ["#club/2004-11-15:1", "#club/2004-11-16:2"])
    #expect(!logs.text.contains("canarycat"))
  }

  /// Two networks have a channel of one name, or two folders a log of one day: each keeps its lines.
  @Test(arguments: [
    ("libera/#club/2004-11-15.log", "oftc/#club/2004-11-15.log"),
    ("a/2004-11-15.log", "b/2004-11-15.log"), ("club.20041115.log", "help.20041115.log"),
    ("libera.#club.2004-11-15.log", "oftc.#club.2004-11-15.log"),
  ])
  func keepsPlacesApart(one: String, other: String) throws {
    let text = "[12:18] <ann> hi\n[12:19] <ben> ann: ho\n"
    let more = "[12:18] <cyd> you\n[12:19] <ben> yes\n"
    let both = try importing([one: text, other: more], as: "irc")
    #expect(both.items.count == 4 && both.items.keys.allSatisfy { $0.hasPrefix("h-") })
    for (id, item) in both.items {
      if let parent = item["inReplyTo"]?.string { #expect(parent.prefix(18) == id.prefix(18)) }
    }
    let alone = try importing([one: text], as: "irc")
    #expect(alone.items.count == 2 && alone.items.keys.allSatisfy { !$0.hasPrefix("h-") })
  }

  @Test(arguments: [
    ["2004/11/15/#club.txt", "2004/11/16/#club.txt"],
    ["logs/#club/2004-11-15.log", "logs/#help/2004-11-15.log"],
    ["libera/#club/2004-11-15.log", "oftc/#help/2004-11-15.log"],
    ["2004-11-15_01.raw.txt", "2004-11-15_02.raw.txt"],
  ])
  func keepsIDsThatAreToldApartByThePath(names: [String]) throws {
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, "[12:18] <ann> hi\n") })
    let logs = try importing(files, as: "irc")
    #expect(logs.items.count == 2 && logs.items.keys.allSatisfy { !$0.hasPrefix("h-") })
  }
}
