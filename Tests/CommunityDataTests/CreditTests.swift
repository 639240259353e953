import Basics
import CommunityData
import TestSupport
import Testing

@Suite struct CreditTests {
  private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

  private func fixture() throws -> SnapshotFixture {
    var fixture = SnapshotFixture(
      items: SnapshotFixture.lines(
        SnapshotFixture.line("own", day: 1, #""licence":"CC0-1.0","url":"https://cafe.example/1""#),
        SnapshotFixture.line("first", day: 2), SnapshotFixture.line("second", day: 3),
        SnapshotFixture.line("current", day: 5),
        SnapshotFixture.line("nobody", day: 6).replacing(#""m-a""#, with: "null"),
        SnapshotFixture.line("unnamed", day: 7).replacing("m-a", with: "m-b")))
    fixture.manifest.licences = [
      .init(id: "CC-BY-SA-4.0"),
      .init(id: "CC-BY-SA-3.0", until: try moment("2020-01-05T00:00:00Z")),
      .init(id: "CC-BY-SA-2.5", until: try moment("2020-01-03T00:00:00Z")),
    ]
    fixture.files["attribution.ndjson"] = Array(
      (#"{"member":"m-a","name":"Canary Wolf","profile":"https://cafe.example/u/1"}"#
        + "\n{\"member\":\"m-x\"}\n").utf8)
    return fixture
  }

  @Test func creditsAuthorUnderTheLicenceOfTheTime() throws {
    let files = MemoryFileSystem()
    try fixture().write(to: files)
    let community = try #require(readCafe(files).community)
    let (book, diagnostics) = CreditBook.read(
      slug: "cafe", snapshotsUpTo: nil, in: files, at: try SitePath("Content/snapshots"))
    let credits = (0..<6).map { book.credit(forRow: $0, of: community) }
    #expect(
      credits.map(\.?.licence)
        == ["CC0-1.0", "CC-BY-SA-2.5", "CC-BY-SA-3.0", "CC-BY-SA-4.0", nil, nil])
    #expect(
      credits[0].map { [$0.author, $0.profile, $0.permalink] }
        == ["Canary Wolf", "https://cafe.example/u/1", "https://cafe.example/1"])
    #expect(diagnostics.map(\.message) == ["`name` is missing"])
    #expect(CreditBook().credit(forRow: 0, of: community) == nil)
  }

  /// Names are read by nothing but the book: no text of the community holds one.
  @Test func keepsNamesOutOfTheCommunity() throws {
    let reading = try fixture().read()
    #expect(!String(describing: reading).contains("Canary"))
    let bytes = Array("Canary".utf8)
    let community = try #require(reading.community)
    #expect(!community.items.contents.contains { community.text.slice($0).starts(with: bytes) })
  }
}
