import Basics
import CommunityData
import TestSupport
import Testing

@Suite struct MergeTests {
  private typealias Fixture = SnapshotFixture

  private func read(_ fixtures: [SnapshotFixture], upTo day: String? = nil) throws
    -> CommunityReading
  {
    let files = MemoryFileSystem()
    for fixture in fixtures { try fixture.write(to: files) }
    return readCafe(files, upTo: day)
  }

  private func deleted(_ id: String, in reading: CommunityReading) -> String? {
    guard let community = reading.community else { return nil }
    let seconds = community.items.deleted[community.row(id)]
    return seconds == .max ? "never" : Timestamp(secondsSinceEpoch: seconds).description
  }

  private let old = Fixture(
    items: Fixture.lines(
      Fixture.line("gone", day: 1), Fixture.line("kept", day: 2, #""content":"old""#),
      Fixture.line("gone-before", day: 3, #""deleted":"2020-01-04T00:00:00Z""#)),
    day: "2020-01-10")
  private let new = Fixture(
    items: Fixture.lines(
      Fixture.line("kept", day: 2, #""content":"new","inReplyTo":"gone""#),
      Fixture.line("added", day: 4)),
    day: "2020-02-10")

  @Test func newestStateWinsAndTheRestIsDeleted() throws {
    let reading = try read([old, new])
    #expect(reading.diagnostics == [])
    let community = try #require(reading.community)
    #expect(community.ids == ["gone", "kept", "gone-before", "added"])
    #expect(community.string(community.items.contents[1]) == "new")
    #expect(community.items.parents == [-1, 0, -1, -1])
    #expect(deleted("gone", in: reading) == "2020-02-10T00:00:00Z")
    #expect(deleted("gone-before", in: reading) == "2020-01-04T00:00:00Z")
    #expect(deleted("kept", in: reading) == "never")
    #expect(community.manifest.collected.description == "2020-02-10T00:00:00Z")
  }

  /// An export of the last days alone does not make what was known before unknown.
  @Test(arguments: [
    ("2020-01-10", "1970-01-01"), ("2020-01-17", "1970-01-01"),
    ("2020-01-18", "2020-01-18"), ("1969-01-01", "1969-01-01"),
  ])
  func joinsTheWindowsOfSnapshots(newerFrom: String, joined: String) throws {
    var newer = new
    newer.manifest.window.from = Timestamp(try #require(CalendarDay(newerFrom)))
    newer.manifest.complete = false
    let window = try #require(read([old, newer]).community).manifest.window
    #expect(window.from.day.description == joined)
    #expect(window.to == newer.manifest.window.to)
  }

  /// Items whose source tells no threads may not be taken for questions that nobody answered.
  @Test(arguments: [
    // A newer snapshot that goes on, tells all again, tells some of it again, does not join on.
    ("2020-01-05", true, false), ("1970-01-01", true, true), ("1970-01-01", false, false),
    ("2020-02-01", true, true),
  ])
  func tellsWhatAllSnapshotsTell(newerFrom: String, isComplete: Bool, tellsThreads: Bool) throws {
    var newer = new
    newer.manifest.window.from = Timestamp(try #require(CalendarDay(newerFrom)))
    newer.manifest.complete = isComplete
    newer.manifest.measurable.threads = true
    newer.manifest.measurable.roles = true
    let measurable = try #require(read([old, newer]).community).manifest.measurable
    #expect(measurable.threads == tellsThreads)
    #expect(measurable.roles)
  }

  /// Who collects may fill in what came before, in any order.
  @Test(
    "joins windows by their ends, whenever they were collected",
    arguments: [
      // The older years last: what is known since stays known.
      ([("2019-01-01", "2019-12-31"), ("2018-01-01", "2018-12-31")], "2018-01-01", "2019-12-31"),
      // The year between two others first.
      (
        [("2018-01-01", "2018-12-31"), ("2017-01-01", "2017-12-31"), ("2019-01-01", "2019-12-31")],
        "2017-01-01", "2019-12-31"
      ),
      // Older years with a gap behind them tell nothing of the time that is measured.
      ([("2019-01-01", "2019-12-31"), ("2016-01-01", "2016-12-31")], "2019-01-01", "2019-12-31"),
      // A narrow window within a wide one.
      ([("2018-01-01", "2019-12-31"), ("2019-03-01", "2019-04-01")], "2018-01-01", "2019-12-31"),
    ])
  func joinsWindowsInAnyOrder(
    windows: [(String, String)], from: String, to: String
  ) throws {
    let fixtures = try windows.enumerated().map { number, window in
      var fixture = Fixture(day: "2020-0\(number + 1)-10")
      fixture.manifest.window.from = Timestamp(try #require(CalendarDay(window.0)))
      fixture.manifest.window.to = Timestamp(try #require(CalendarDay(window.1)))
      return fixture
    }
    let joined = try #require(read(fixtures).community).manifest.window
    #expect(joined.from.day.description == from)
    #expect(joined.to.day.description == to)
  }

  /// What was given with consent once lies among the items of all, however old it is.
  @Test(arguments: [
    ([SnapshotManifest.Scope.withConsent, .public], SnapshotManifest.Scope.withConsent),
    ([.public, .withConsent], .withConsent), ([.public, .public], .public),
  ])
  func takesThemAllAsGivenWithConsentWhenOneIs(
    scopes: [SnapshotManifest.Scope], joined: SnapshotManifest.Scope
  ) throws {
    for from in ["1970-01-01", "2020-02-01"] {
      var (older, newer) = (old, new)
      (older.manifest.scope, newer.manifest.scope) = (scopes[0], scopes[1])
      newer.manifest.window.from = Timestamp(try #require(CalendarDay(from)))
      #expect(try read([older, newer]).community?.manifest.scope == joined)
    }
  }

  @Test func readsOnlySnapshotsUpToADay() throws {
    #expect(try read([old, new], upTo: "2020-02-09").community?.ids.count == 3)
    #expect(try read([old, new], upTo: "2020-02-10").community?.ids.count == 4)
    let none = try read([old, new], upTo: "2019-12-31")
    #expect(none.community == nil)
    #expect(none.diagnostics.isEmpty)
  }

  @Test func anItemThatComesBackIsNotDeleted() throws {
    let third = Fixture(items: Fixture.lines(Fixture.line("gone", day: 1)), day: "2020-03-10")
    let reading = try read([old, new, third])
    #expect(deleted("gone", in: reading) == "never")
    #expect(deleted("kept", in: reading) == "2020-03-10T00:00:00Z")
    #expect(deleted("added", in: reading) == "2020-03-10T00:00:00Z")
  }

  @Test func absenceProvesNothingOutsideTheWindowOrWhenIncomplete() throws {
    var narrow = new
    narrow.manifest.window.from = Timestamp(secondsSinceEpoch: 1_577_923_200)  // 2020-01-02
    #expect(try deleted("gone", in: read([old, narrow])) == "never")
    var partial = new
    partial.manifest.complete = false
    #expect(try deleted("gone", in: read([old, partial])) == "never")
    var broken = new
    broken.files["items.ndjson"]? += Array("bad\n".utf8)
    #expect(try deleted("gone", in: read([old, broken])) == "never")
  }

  /// Texts, tags and links of the few items that only an old snapshot has must survive the choice.
  @Test func keepsWholeItemsThatOnlyAnOldSnapshotHas() throws {
    let shared = (1...9).map { Fixture.line("s\($0)", day: $0, #""content":"shared""#) }
    var oldLines = shared
    oldLines[2] = Fixture.line(
      "only", day: 3,
      #""name":"T","content":"body","url":"https://cafe.example/3","tag":["x","y"],"#
        + #""inReplyTo":"s2","codes":[{"code":"praise","by":"human"}],"mentions":["m-b"]"#)
    let before = Fixture(items: oldLines.joined(separator: "\n"), day: "2020-02-01")
    let after = Fixture(
      items: shared.map { $0.replacing("shared", with: "newer") }.joined(separator: "\n"),
      day: "2020-03-01")
    let community = try #require(try read([before, after]).community)
    #expect(community.items.count == 10)
    let only = community.item(community.row("only"))
    #expect(only.name == "T" && only.content == "body" && only.url == "https://cafe.example/3")
    #expect(only.tag == ["x", "y"] && only.inReplyTo == "s2" && only.mentions == ["m-b"])
    #expect(only.codes == [CodeMark(code: "praise", by: .human)])
    #expect(community.item(community.row("s4")).content == "newer")
  }

  @Test func membersAndChannelsMergeToo() throws {
    var later = new
    later.files["members.ndjson"] = Array(
      #"{"id":"m-a","kind":"person","role":"staff","display":"Ann"}"#.utf8)
    later.files["channels.ndjson"] = Array(#"{"id":"c1","name":"lounge"}"#.utf8)
    let community = try #require(try read([old, later]).community)
    #expect(community.members.map(\.id) == ["m-a", "m-b"])
    #expect(community.members[0].role == .staff)
    #expect(community.channels == [Channel(id: "c1", name: "lounge")])
  }

  @Test func copiesInOneSnapshotCountOnce() throws {
    let first = Fixture.line("b", day: 2, #""content":"new","updated":"2020-01-05T00:00:00Z""#)
    let fixture = Fixture(
      items: Fixture.lines(
        Fixture.line("a"), Fixture.line("a"), first,
        Fixture.line("b", day: 2, #""content":"old""#), Fixture.line("c", day: 3),
        Fixture.line(
          "c", day: 1, #""content":"later copy wins a tie","updated":"2020-01-03T00:00:00Z""#)
      ))
    let reading = try fixture.read()
    #expect(
      reading.diagnostics.map(\.text) == [
        "note[D010]: 3 items come again with an id that is there already "
          + "(1 identical, 2 different)\n"
          + "  --> Content/snapshots/cafe/2020-01-10/items.ndjson:2:1\n"
          + "  = fix: each counts once, in the state edited last"
      ])
    let community = try #require(reading.community)
    #expect(community.ids == ["a", "c", "b"])
    #expect(community.string(community.items.contents[2]) == "new")
    #expect(community.string(community.items.contents[1]) == "later copy wins a tie")
  }

  @Test func saysThatOneItemComesAgain() throws {
    let items = Fixture.lines(Fixture.line("a"), Fixture.line("a"))
    #expect(
      try Fixture(items: items).read().diagnostics.map(\.message) == [
        "1 item comes again with an id that is there already (1 identical, 0 different)"
      ])
  }

  @Test func sortsItemsThatComeInAnyOrder() throws {
    let items = Fixture.lines(
      Fixture.line("z", day: 1, #""tag":["t","u"]"#), Fixture.line("b", day: 3),
      Fixture.line("a", day: 1, #""tag":["u"],"inReplyTo":"b","mentions":["m-b","m-nobody"]"#),
      Fixture.line("c", day: 2))
    let community = try #require(try Fixture(items: items).read().community)
    #expect(community.ids == ["a", "z", "c", "b"])
    #expect(community.item(0).tag == ["u"])
    #expect(community.item(1).tag == ["t", "u"])
    #expect(community.item(0).inReplyTo == "b")
    #expect(community.item(0).mentions == ["m-b"])
  }
}
