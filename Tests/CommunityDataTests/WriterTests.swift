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
        var again = try self.writer(files, [item("a"), item("b")])
        _ = try again.finish()
        #expect(files.texts == whole.texts)
      }
    }
    #expect(refusals > 8)
  }

  /// Whatever fits into memory, the bytes are the same, and nothing put aside remains.
  @Test(arguments: [1, 100, 1_000, 1 << 20])
  func writesTheSameWithLittleMemory(memory: Int) throws {
    var random = SeededGenerator(seed: 17)
    var items = (0..<200).map { number in
      var item = Item(
        id: "i\(number)", type: .post, attributedTo: "m-a",
        published: Timestamp(secondsSinceEpoch: Int64.random(in: 0...50, using: &random)))
      item.content = String(repeating: "x", count: number % 40)
      return item
    }
    // Copies whose newer state has another time, so that they move between runs.
    items += items.prefix(60).enumerated().map { number, item in
      var copy = item
      copy.content = "edited \(number)"
      copy.published.secondsSinceEpoch += 7
      copy.updated = Timestamp(secondsSinceEpoch: 1_000)
      return copy
    }
    let reference = MemoryFileSystem()
    let small = MemoryFileSystem()
    for (files, memory) in [(reference, 1 << 30), (small, memory)] {
      var writer = try SnapshotWriter(
        manifest: SnapshotFixture().manifest, folder: SitePath(place), fileSystem: files,
        memory: memory)
      writer.append(Member(id: "m-a"))
      for item in items { writer.append(item) }
      writer.countRead(items.count)
      _ = try writer.finish()
    }
    #expect(reference.texts.count == 3)
    #expect(small.texts == reference.texts)
    let community = try #require(readCafe(small).community)
    #expect(community.items.count == 200)
    #expect(
      community.items.contents.filter { community.string($0)?.hasPrefix("edited") == true }
        .count == 60)
  }

  /// Lines that come in their order are written once, and still are the same bytes; so are those with a
  /// straggler or with an edit of a line that was put aside before.
  @Test(arguments: ["none", "straggler", "edit", "copy"])
  func writesLinesInOrderOnce(disturbance: String) throws {
    var items = (0..<200).map { number in
      var item = Item(
        id: "i\(number + 100)", type: .post, attributedTo: "m-a",
        published: Timestamp(secondsSinceEpoch: Int64(number / 3)))
      item.content = String(repeating: "y", count: number % 40)
      return item
    }
    if disturbance == "straggler" { items.append(item("late")) }
    if disturbance == "copy" { items.append(items[0]) }
    if disturbance == "edit" {
      items.append(items[10])
      items[200].content = "edited"
      items[200].updated = Timestamp(secondsSinceEpoch: 1_000)
    }
    let reference = MemoryFileSystem()
    let small = MemoryFileSystem()
    for (files, memory) in [(reference, 1 << 30), (small, 2_000)] {
      var writer = try SnapshotWriter(
        manifest: SnapshotFixture().manifest, folder: SitePath(place), fileSystem: files,
        memory: memory)
      writer.append(Member(id: "m-a"))
      for item in items { writer.append(item) }
      writer.countRead(items.count)
      _ = try writer.finish()
    }
    #expect(small.texts == reference.texts)
    #expect(readCafe(small).diagnostics == [])
  }

  /// What fails while lines are put aside beside the import is told at its end.
  @Test func tellsAtTheEndOfADiskThatFailedInBetween() throws {
    let whole = MemoryFileSystem()
    var undisturbed = try smallWriter(whole)
    _ = try undisturbed.finish()
    var refusals = 0
    for call in 1...200 {
      let files = MemoryFileSystem(failingAtCall: call)
      var writer = try smallWriter(files)
      do throws(SnapshotError) {
        _ = try writer.finish()
        // What was put aside may remain when only removing it fails.
        #expect(files.texts.filter { $0.key.hasPrefix(place) } == whole.texts)
        break
      } catch {
        refusals += 1
        #expect(error.diagnostic.code.id == "D013")
        #expect(!files.texts.keys.contains { $0.hasPrefix(place) })
      }
    }
    #expect(refusals > 20 && refusals < 200)
  }

  /// Of three items, of which one came twice and none fits into memory.
  private func smallWriter(_ files: MemoryFileSystem) throws -> SnapshotWriter {
    var writer = try SnapshotWriter(
      manifest: SnapshotFixture().manifest, folder: SitePath(place), fileSystem: files, memory: 1)
    writer.append(Member(id: "m-a"))
    for name in ["b", "a", "c", "a"] { writer.append(item(name)) }
    writer.countRead(4)
    return writer
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
