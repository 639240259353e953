import Basics
import CommunityData
import TestSupport
import Testing

@Suite struct CompressedSnapshotTests {
  private func write(to disk: MemoryFileSystem, compressed: Bool) throws {
    let start = try #require(Timestamp("2020-01-06T10:00:00Z"))
    let end = try #require(Timestamp("2020-01-31T00:00:00Z"))
    let manifest = SnapshotManifest(
      community: "makers", platform: "forum", origin: "https://makers.example", collected: end,
      window: .init(from: start, to: end))
    var writer = SnapshotWriter(
      manifest: manifest, folder: try SitePath("snapshots/makers/2020-01-31"), fileSystem: disk)
    writer.isCompressed = compressed
    writer.append(Member(id: "m-ana"))
    for number in 0..<2000 {
      var item = Item(
        id: "i\(number)", type: .message, attributedTo: "m-ana",
        published: Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + Int64(number)))
      item.content = "Message \(number), much like the one before."
      writer.append(item)
    }
    writer.countRead(2000)
    _ = try writer.finish()
  }

  @Test func readsWhatItCompressed() throws {
    let plain = MemoryFileSystem()
    let small = MemoryFileSystem()
    try write(to: plain, compressed: false)
    try write(to: small, compressed: true)
    let folder = try SitePath("snapshots")
    let first = readCommunity(slug: "makers", snapshotsUpTo: nil, in: plain, at: folder)
    let second = readCommunity(slug: "makers", snapshotsUpTo: nil, in: small, at: folder)
    #expect(second.diagnostics == [])
    let one = try #require(first.community)
    let two = try #require(second.community)
    #expect(two.items.count == 2000)
    #expect(one.items.published == two.items.published)
    #expect(one.items.contents.map(one.string) == two.items.contents.map(two.string))
    let path = try SitePath("snapshots/makers/2020-01-31/items.ndjson")
    let packed = try SitePath("snapshots/makers/2020-01-31/items.ndjson.gz")
    #expect(try small.read(packed).count * 5 < plain.read(path).count)
  }

  @Test func givesTheSameBytesTwice() throws {
    let packed = try SitePath("snapshots/makers/2020-01-31/items.ndjson.gz")
    let one = MemoryFileSystem()
    let two = MemoryFileSystem()
    try write(to: one, compressed: true)
    try write(to: two, compressed: true)
    #expect(try one.read(packed) == two.read(packed))
  }
}
