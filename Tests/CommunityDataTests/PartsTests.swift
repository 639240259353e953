import Basics
import CommunityData
import TestSupport
import Testing

@Suite struct PartsTests {
  private let place = "snapshots/makers/2020-01-31"

  private func write(_ rows: Int, parts: Int?, to disk: MemoryFileSystem) throws -> SnapshotManifest
  {
    let start = try #require(Timestamp("2020-01-06T10:00:00Z"))
    let end = try #require(Timestamp("2020-01-31T00:00:00Z"))
    let manifest = SnapshotManifest(
      community: "makers", platform: "forum", origin: "https://makers.example", collected: end,
      window: .init(from: start, to: end))
    var writer = SnapshotWriter(
      manifest: manifest, folder: try SitePath(place), fileSystem: disk, memory: 1 << 12)
    writer.parts = parts
    writer.append(Member(id: "m-ana"))
    for number in (0..<rows).reversed() {
      var item = Item(
        id: "i\(number)", type: .message, attributedTo: "m-ana",
        published: Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + Int64(number % 7)))
      item.content = "Message \(number)"
      item.inReplyTo = number > 0 ? "i\(number / 2)" : nil
      writer.append(item)
    }
    writer.countRead(rows)
    return try writer.finish()
  }

  private func read(_ disk: MemoryFileSystem) throws -> CommunityReading {
    readCommunity(slug: "makers", snapshotsUpTo: nil, in: disk, at: try SitePath("snapshots"))
  }

  private func part(_ number: Int) throws -> SitePath {
    try SitePath("\(place)/items-0000\(number).ndjson.zst")
  }

  @Test(arguments: [
    (10, 4, [3, 3, 2, 2]), (3, 5, [1, 1, 1]), (0, 2, [0]), (4000, 3, [1334, 1333, 1333]),
  ])
  func sharesTheLinesOutEvenly(rows: Int, parts: Int, wanted: [Int]) throws {
    let files = try write(rows, parts: parts, to: MemoryFileSystem()).files
    let items = files.filter { $0.path.hasPrefix("items") }
    #expect(items.map(\.rows) == wanted)
    #expect(items.map(\.path) == wanted.indices.map { "items-0000\($0).ndjson.zst" })
  }

  @Test func readsPartsAsTheWhole() throws {
    let whole = MemoryFileSystem()
    let split = MemoryFileSystem()
    _ = try write(4000, parts: nil, to: whole)
    _ = try write(4000, parts: 3, to: split)
    let reading = try read(split)
    #expect(reading.diagnostics == [])
    let one = try #require(try read(whole).community)
    let two = try #require(reading.community)
    #expect(two.items.count == 4000)
    #expect(one.items.ids.map(one.text.string) == two.items.ids.map(two.text.string))
    #expect(one.items.contents.map(one.string) == two.items.contents.map(two.string))
    #expect(one.items.parents == two.items.parents)
    #expect(one.items.threads == two.items.threads)
  }

  @Test func givesTheSameBytesTwice() throws {
    let one = MemoryFileSystem()
    let two = MemoryFileSystem()
    _ = try write(100, parts: 2, to: one)
    _ = try write(100, parts: 2, to: two)
    #expect(try one.read(part(1)) == two.read(part(1)))
  }

  @Test func refusesAMissingPart() throws {
    let disk = MemoryFileSystem()
    _ = try write(100, parts: 3, to: disk)
    try disk.remove(part(1))
    let reading = try read(disk)
    #expect(reading.community == nil)
    #expect(reading.diagnostics.map(\.code.id) == ["D013"])
    #expect(reading.diagnostics[0].message.contains("\(place)/items-00001.ndjson.zst"))
  }

  @Test func refusesAnAlteredPart() throws {
    let disk = MemoryFileSystem()
    _ = try write(100, parts: 3, to: disk)
    try disk.write(disk.read(part(0)), to: part(1))
    let reading = try read(disk)
    #expect(reading.community == nil)
    let first = try #require(reading.diagnostics.first { $0.code.id == "D007" })
    #expect(
      first.message == "\(place)/items-00001.ndjson.zst is not the file that the manifest describes"
        + "; it has 34 rows instead of 33")
  }

  @Test func quarantinesALineWithItsPart() throws {
    let disk = MemoryFileSystem()
    var fixture = SnapshotFixture()
    fixture.files["items.ndjson"] = nil
    fixture.files["items-00000.ndjson"] = Array(
      SnapshotFixture.lines(SnapshotFixture.line("a"), SnapshotFixture.line("b")).utf8)
    fixture.files["items-00001.ndjson"] = Array(
      SnapshotFixture.lines(SnapshotFixture.line("c"), "{}", SnapshotFixture.line("d")).utf8)
    try fixture.write(to: disk)
    let reading = readCommunity(
      slug: "cafe", snapshotsUpTo: nil, in: disk, at: try SitePath("Content/snapshots"))
    #expect(reading.community?.items.count == 4)
    #expect(
      reading.quarantined.map { "\($0.file):\($0.line)" }
        == ["\(fixture.folder)/items-00001.ndjson:2"])
  }

  @Test(arguments: [
    (
      ["items-00000.ndjson", "items-00002.ndjson"],
      "`files` lists `items-00002.ndjson` where `items-00001.ndjson` should stand"
    ),
    (
      ["items-00001.ndjson"],
      "`files` lists `items-00001.ndjson` where `items-00000.ndjson` should stand"
    ),
    (["items-00000.ndjson", "items.ndjson"], "`files` lists the items whole and in parts"),
    (
      ["items-00000.ndjson", "items-00000.ndjson.gz"],
      "`files` lists `items-00000.ndjson` twice"
    ),
  ])
  func refusesPartsThatDoNotMakeAWhole(names: [String], message: String) throws {
    let disk = MemoryFileSystem()
    var fixture = SnapshotFixture()
    fixture.files["items.ndjson"] = nil
    for name in names { fixture.files[name] = [] }
    try fixture.write(to: disk)
    let reading = readCommunity(
      slug: "cafe", snapshotsUpTo: nil, in: disk, at: try SitePath("Content/snapshots"))
    #expect(reading.community == nil)
    #expect(reading.diagnostics.map(\.message) == [message])
  }

  @Test func callsNothingElseAPart() throws {
    let disk = MemoryFileSystem()
    var fixture = SnapshotFixture()
    fixture.files["items-1.ndjson"] = []
    try fixture.write(to: disk)
    let reading = readCommunity(
      slug: "cafe", snapshotsUpTo: nil, in: disk, at: try SitePath("Content/snapshots"))
    #expect(reading.diagnostics.map(\.message) == ["unknown `path`: `items-1.ndjson`"])
  }
}
