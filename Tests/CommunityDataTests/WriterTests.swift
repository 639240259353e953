import Basics
import CommunityData
import TestSupport
import Testing

@Suite struct WriterTests {
  private let place = "Content/snapshots/cafe/2020-01-10"

  private func item(_ id: String, _ content: String = "", updated: Int64? = nil) -> Item {
    var item = Item(
      id: id, type: .post, attributedTo: "m-a", published: Timestamp(secondsSinceEpoch: 100))
    item.content = content
    item.updated = updated.map { Timestamp(secondsSinceEpoch: $0) }
    return item
  }

  private func writer(_ files: MemoryFileSystem, _ items: [Item]) throws -> SnapshotWriter {
    var writer = try SnapshotWriter(
      manifest: SnapshotFixture().manifest, folder: SitePath(place), fileSystem: files)
    writer.append(Member(id: "m-a"))
    for item in items { writer.append(item) }
    writer.countRead(items.count)
    return writer
  }

  @Test func refusesCountsThatDoNotAddUp() throws {
    let files = MemoryFileSystem()
    var writer = try writer(files, [item("a"), item("b")])
    writer.countRead(3)
    writer.withhold(reason: "tag wiki")
    let error = try #require(throws: SnapshotError.self) { try writer.finish() }
    #expect(
      error.diagnostic.text == """
        error[D011]: 5 records were read, but 2 items + 1 withheld + 0 quarantined are 3
          = fix: no record may be lost: this is a fault of the importer, please report it
          = writing \(place)
        """)
    #expect(files.texts.isEmpty)
  }

  @Test func refusesUnknownAuthorAndChannel() throws {
    var stray = item("b")
    stray.attributedTo = "m-z"
    var first = try writer(MemoryFileSystem(), [item("a"), stray])
    let author = try #require(throws: SnapshotError.self) { try first.finish() }
    #expect(
      author.diagnostic.message
        == "item `b` has `attributedTo` `m-z`, which the snapshot does not hold")
    stray.attributedTo = nil
    stray.channel = "c9"
    var second = try writer(MemoryFileSystem(), [stray])
    let channel = try #require(throws: SnapshotError.self) { try second.finish() }
    #expect(
      channel.diagnostic.message == "item `b` has `channel` `c9`, which the snapshot does not hold")
  }

  @Test func refusesNameOfMemberWhoIsNotStaff() throws {
    var writer = try writer(MemoryFileSystem(), [])
    var member = Member(id: "m-b", role: .staff)
    member.display = "Ann"
    writer.append(member)
    member.id = "m-c"
    member.role = .moderator
    writer.append(member)
    let error = try #require(throws: SnapshotError.self) { try writer.finish() }
    #expect(
      error.diagnostic.message == "member `m-c` has a name to display but is not staff")
  }

  @Test func countsCopiesOnce() throws {
    let files = MemoryFileSystem()
    var writer = try writer(
      files,
      [
        item("a", "one"), item("a", "one"), item("b", "new", updated: 300),
        item("b", "old", updated: 200), item("c", "old"), item("c", "new", updated: 101),
      ])
    let manifest = try writer.finish()
    #expect(manifest.counts.items == 3)
    #expect(
      manifest.counts.withheld == ["identical copy": 1, "other copy of the same id": 2])
    let community = try #require(readCafe(files).community)
    #expect(
      (0..<3).map { community.string(community.items.contents[$0]) } == ["one", "new", "new"])
  }

  @Test func leavesTheSameSnapshotUntouchedAndRefusesAnother() throws {
    let files = MemoryFileSystem()
    var first = try writer(files, [item("a")])
    let manifest = try first.finish()
    let before = files.texts
    var again = try writer(files, [item("a")])
    #expect(try again.finish() == manifest)
    #expect(files.texts == before)
    var other = try writer(files, [item("a", "changed")])
    let error = try #require(throws: SnapshotError.self) { try other.finish() }
    #expect(
      error.diagnostic.text == """
        error[D012]: \(place) is there already and holds other data
          = fix: import with another --date, or remove the folder first
        """)
    #expect(files.texts == before)
  }

  @Test func refusesManifestThatCouldNotBeReadBack() throws {
    var manifest = SnapshotFixture().manifest
    manifest.origin = "somewhere"
    var writer = try SnapshotWriter(
      manifest: manifest, folder: SitePath(place), fileSystem: MemoryFileSystem())
    let error = try #require(throws: SnapshotError.self) { try writer.finish() }
    #expect(error.diagnostic.message == "`somewhere` is no address")
  }

  /// The disk refuses at every call in turn: the snapshot is there whole or not at all, and a second
  /// try succeeds with the same bytes.
  @Test func leavesNothingHalfWritten() throws {
    let whole = MemoryFileSystem()
    var undisturbed = try writer(whole, [item("a"), item("b")])
    _ = try undisturbed.finish()
    var refusals = 0
    for call in 1...100 {
      let files = MemoryFileSystem(failingAtCall: call)
      var writer = try writer(files, [item("a"), item("b")])
      do throws(SnapshotError) {
        _ = try writer.finish()
        #expect(files.texts == whole.texts)
        break
      } catch {
        refusals += 1
        #expect(error.diagnostic.code.id == "D013")
        #expect(!files.texts.keys.contains { $0.hasPrefix(place) })
        _ = try writer.finish()
        #expect(files.texts == whole.texts)
      }
    }
    #expect(refusals > 8)
  }

  @Test func writesToTheRealDisk() throws {
    try withTemporaryFolder { root in
      let disk = DiskFileSystem(root: root)
      var writer = try SnapshotWriter(
        manifest: SnapshotFixture().manifest, folder: SitePath(place), fileSystem: disk)
      writer.append(Member(id: "m-a"))
      writer.append(item("a", "héllo"))
      writer.countRead(1)
      _ = try writer.finish()
      #expect(
        try disk.walk(.root).map(\.path.text)
          == ["items.ndjson", "manifest.json", "members.ndjson"].map { "\(place)/\($0)" })
      let reading = readCafe(disk)
      #expect(reading.diagnostics == [])
      #expect(reading.community?.item(0) == item("a", "héllo"))
    }
  }
}
