import Basics
import CommunityData
import Importers
import JSONText
import Testing

/// A small export of a platform, with invented people whose names, mails and numbers are canaries.
struct ConversationFixture: Sendable, CustomTestStringConvertible {
  let folder: String
  let format: String
  var origin = "https://club.example"

  static let all = [
    ConversationFixture(folder: "zulip", format: "zulip"),
    ConversationFixture(folder: "slack", format: "slack"),
    ConversationFixture(folder: "discord", format: "discord"),
    ConversationFixture(folder: "discourse", format: "discourse"),
    ConversationFixture(folder: "github-archive", format: "github"),
    ConversationFixture(folder: "github-rest", format: "github"),
    ConversationFixture(folder: "github-graphql", format: "github"),
    ConversationFixture(folder: "mattermost", format: "mattermost"),
    ConversationFixture(folder: "mastodon", format: "mastodon"),
    ConversationFixture(folder: "lemmy", format: "lemmy"),
    ConversationFixture(folder: "reddit", format: "reddit"),
    ConversationFixture(folder: "perceval", format: "perceval"),
    ConversationFixture(folder: "ndjson", format: "ndjson"),
  ]

  var testDescription: String { folder }

  static func named(_ folder: String) throws -> ConversationFixture {
    try #require(all.first { $0.folder == folder })
  }

  /// Imported as of the first day of 2026.
  func imported(change: (inout ImportRequest) -> Void = { _ in }) throws -> Imported {
    try importingFixture(folder, as: format) {
      $0.origin = origin
      if let day = CalendarDay("2026-01-01") { $0.collected = Timestamp(day) }
      if format == "ndjson" { $0.columns = ConversationFixture.columns }
      change(&$0)
    }
  }

  /// The pseudonym of a handle.
  func member(_ handle: String) -> String {
    Pseudonyms(key: .demo, platform: format, origin: origin).memberID(of: handle)
  }

  private static let columns = ColumnMap(
    columns: [
      .id: "key", .attributedTo: "sender.name", .published: "when", .content: "words",
      .channel: "room", .inReplyTo: "answers", .tag: "labels",
    ], times: .milliseconds)
}

/// A field of an item, and the text that must stand there; nil where nothing may stand.
struct ExpectedField: Sendable, CustomTestStringConvertible {
  let item: String
  let field: String
  let value: String?

  init(_ item: String, _ field: String, _ value: String?) {
    self.item = item
    self.field = field
    self.value = value
  }

  var testDescription: String { "\(item).\(field)" }
}

extension Imported {
  /// What a snapshot says of its records, without its list of files.
  var counts: SnapshotManifest.Counts { result.manifest.counts }

  /// Everything but the quarantine, which keeps records as they stand in the export.
  var published: String {
    text.split(separator: "\n").filter { line in
      !quarantine.contains { record in record["place"]?.string.map(line.contains) ?? false }
    }.joined(separator: "\n")
  }

  func check(_ expected: ExpectedField) {
    let value = items[expected.item]?[expected.field]
    #expect(items[expected.item] != nil, "there is no \(expected.item)")
    #expect(value?.string ?? value?.integer.map(String.init) == expected.value)
  }

  /// `like 3, boost 1`
  func reactions(of item: String) -> String {
    (items[item]?["reactions"]?.array ?? []).map { reaction in
      "\(reaction["name"]?.string ?? "") \(reaction["count"]?.integer ?? 0)"
    }.joined(separator: ", ")
  }
}

/// What holds of every platform alike.
struct ConversationTests {
  @Test(arguments: ConversationFixture.all)
  func accountsForEveryRecord(fixture: ConversationFixture) throws {
    let imported = try fixture.imported()
    #expect(imported.counts.addUp && imported.counts.items > 0)
    #expect(imported.counts.quarantined == imported.quarantine.count)
  }

  @Test(arguments: ConversationFixture.all)
  func writesNoCanary(fixture: ConversationFixture) throws {
    let text = try fixture.imported().published.lowercased()
    for canary in ["canary", "555-867-5309", "7946 0958", "192.0.2.55", "@example.com"] {
      #expect(!text.contains(canary), "\(fixture.folder) holds \(canary)")
    }
  }

  @Test(arguments: ConversationFixture.all)
  func givesTheSameBytesTwice(fixture: ConversationFixture) throws {
    #expect(try fixture.imported().text == fixture.imported().text)
  }

  @Test(arguments: ConversationFixture.all.filter { $0.format != "ndjson" && $0.folder != "lemmy" })
  func isRecognised(fixture: ConversationFixture) throws {
    if fixture.folder == "github-graphql" { return }
    let imported = try fixture.imported { $0.format = "auto" }
    #expect(imported.result.manifest.platform == fixture.format)
  }

  @Test(arguments: ConversationFixture.all)
  func namesEveryAuthorAsAMember(fixture: ConversationFixture) throws {
    let imported = try fixture.imported()
    for item in imported.items.values {
      if let author = item["attributedTo"]?.string { #expect(imported.members[author] != nil) }
    }
  }
}
