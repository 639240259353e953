import Basics
import CommunityData
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct CacheTests {
  private typealias Fixture = SnapshotFixture

  private let first = Fixture(
    items: Fixture.lines(
      Fixture.line("a", day: 1, #""name":"Title","content":"one\ntwo","tag":["x"]"#),
      Fixture.line("b", day: 2, #""inReplyTo":"a","context":"topic-1","mentions":["m-b","m-z"]"#),
      Fixture.line("c", day: 3, #""context":"topic-1","inReplyTo":"d","score":-3"#)),
    day: "2020-01-10")
  private let second = Fixture(
    items: Fixture.lines(
      Fixture.line("b", day: 2, #""content":"new","context":"topic-1""#),
      Fixture.line("d", day: 4, #""context":"topic-1","tag":["y","x"],"content":"caf\u00e9""#)),
    day: "2020-02-10")

  /// A site on the disk with some snapshots, old enough for a cache to trust.
  private func withSite(
    _ fixtures: [SnapshotFixture], _ body: (RecordingFileSystem) throws -> Void
  ) throws {
    try withTemporaryFolder { root in
      let disk = RecordingFileSystem(root)
      for fixture in fixtures { try fixture.write(to: disk) }
      Thread.sleep(forTimeInterval: 0.04)
      try body(disk)
    }
  }

  private func read(
    _ disk: RecordingFileSystem, engine: String? = "this", isWritable: Bool = true
  ) throws -> CommunityReading {
    let cache = engine.flatMap { CacheFolder(of: disk, engine: $0, isWritable: isWritable) }
    disk.clear()
    defer { cache?.finish() }
    return readCommunity(
      slug: "cafe", snapshotsUpTo: nil, in: disk, at: try SitePath("Content/snapshots"),
      cache: cache)
  }

  @Test func readsNoSnapshotFileTwice() throws {
    try withSite([first, second]) { disk in
      let cold = try read(disk)
      #expect(disk.files.contains("Content/snapshots/cafe/2020-01-10/items.ndjson"))
      let warm = try read(disk)
      #expect(
        !disk.files.contains { $0.hasSuffix("items.ndjson") || $0.hasSuffix("members.ndjson") })
      #expect(try lines(warm) == lines(cold))
      #expect(try lines(cold) == lines(read(disk, engine: nil)))
    }
  }

  @Test func readsOnlyTheNewSnapshotAfterARefresh() throws {
    try withSite([first]) { disk in
      _ = try read(disk)
      try second.write(to: disk)
      let refreshed = try read(disk)
      #expect(!disk.files.contains("Content/snapshots/cafe/2020-01-10/items.ndjson"))
      #expect(disk.files.contains("Content/snapshots/cafe/2020-02-10/items.ndjson"))
      #expect(try lines(refreshed) == lines(read(disk, engine: nil)))
    }
  }

  /// The first snapshot mentions somebody who is a member only in the second.
  @Test func readsAllAgainWhenAMentionFindsItsMember() throws {
    var grown = second
    grown.files["members.ndjson"]? += Array(#"{"id":"m-z","kind":"person","role":"member"}"#.utf8)
    try withSite([first]) { disk in
      _ = try read(disk)
      try grown.write(to: disk)
      let refreshed = try read(disk)
      #expect(disk.files.contains("Content/snapshots/cafe/2020-01-10/items.ndjson"))
      #expect(try lines(refreshed) == lines(read(disk, engine: nil)))
    }
  }

  @Test func readsATouchedFileAgain() throws {
    try withSite([first]) { disk in
      _ = try read(disk)
      try first.write(to: disk)
      _ = try read(disk)
      #expect(disk.files.contains("Content/snapshots/cafe/2020-01-10/items.ndjson"))
    }
  }

  @Test(arguments: [
    ("damaged", "it is damaged"), ("foreign", "it is no cache of this program"),
    ("cut", "it is damaged"),
  ])
  func ignoresABadEntryWithANote(_ fault: String, _ reason: String) throws {
    try withSite([first, second]) { disk in
      let cold = try lines(read(disk))
      let path = try SitePath(".meadow/cache/cafe.items")
      var bytes = try disk.read(path)
      switch fault {
      case "damaged": bytes[bytes.count - 9] ^= 1
      case "foreign": bytes = Array("not ours at all, really not".utf8)
      default: bytes.removeLast(40)
      }
      try disk.write(bytes, to: path)
      let reading = try read(disk)
      #expect(try lines(reading) == cold)
      #expect(
        reading.diagnostics.map(\.text) == [
          "note[D019]: .meadow/cache/cafe.items is not used: \(reason)\n"
            + "  = fix: nothing need be done: it is made again"
        ])
      #expect(try read(disk).diagnostics == [])
    }
  }

  /// Whatever byte was damaged, and wherever the entry was cut: the same reading, and a note.
  @Test func readsTheSameWithoutAnyByteOfIt() throws {
    try withSite([first, second]) { disk in
      let cold = try lines(read(disk))
      let path = try SitePath(".meadow/cache/cafe.items")
      let bytes = try disk.read(path)
      for place in stride(from: 0, to: bytes.count, by: 13) {
        var damaged = bytes
        damaged[place] ^= 0x10
        for bad in [damaged, Array(bytes.prefix(place))] {
          try disk.write(bad, to: path)
          let reading = try read(disk, isWritable: false)
          #expect(try lines(reading) == cold)
          #expect(reading.diagnostics.map(\.code.id) == ["D019"], "at \(place)")
        }
      }
    }
  }

  @Test func tellsWhichRowsWereKnownBefore() throws {
    try withSite([first]) { disk in
      let before = try #require(read(disk).community)
      #expect(before.known == nil)
      try second.write(to: disk)
      let after = try #require(read(disk).community)
      let known = try #require(after.known)
      #expect(known.key == before.key)
      // b says something else now, and d is new.
      #expect(known.rows == [0, -1, 2, -1])
      #expect(try read(disk).community?.known == nil)
    }
  }

  @Test func takesNothingFromAnotherProgramAndWritesNothingUnasked() throws {
    try withSite([first]) { disk in
      _ = try read(disk, isWritable: false)
      #expect(try disk.entry(at: SitePath(".meadow/cache/cafe.items")) == nil)
      _ = try read(disk, engine: "that")
      let reading = try read(disk)
      #expect(disk.files.contains("Content/snapshots/cafe/2020-01-10/items.ndjson"))
      #expect(reading.diagnostics == [])
    }
  }

  @Test func keepsNothingThatHasToBeToldAgain() throws {
    var broken = first
    broken.files["items.ndjson"]? += Array("bad\n".utf8)
    try withSite([broken]) { disk in
      let told = try read(disk).diagnostics
      #expect(told.count == 1)
      #expect(try read(disk).diagnostics == told)
    }
  }

  @Test func followsNoLink() throws {
    try withSite([first]) { disk in
      try withTemporaryFolder { elsewhere in
        try FileManager.default.createDirectory(
          atPath: disk.root + "/.meadow", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
          atPath: disk.root + "/.meadow/cache", withDestinationPath: elsewhere)
        let reading = try read(disk)
        #expect(reading.community != nil)
        #expect(reading.diagnostics.allSatisfy { $0.severity == .note })
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere).isEmpty)
      }
    }
  }

  /// Snapshots in which items come, change, vanish and come back; each prefix is a refresh.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func agreesWithReadingAllAgain(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    try withSite([]) { disk in
      for month in 1...4 {
        var lines: [String] = []
        for item in 0..<12 where Int.random(in: 0..<3, using: &dice) > 0 {
          let other = Int.random(in: 0..<14, using: &dice)
          let context = Bool.random(using: &dice) ? "i\(other)" : "topic-\(other % 3)"
          lines.append(
            Fixture.line(
              "i\(item)", day: 1 + (item * 7) % 9,
              #""content":"\#(month)","context":"\#(context)","inReplyTo":"i\#(other)","#
                + #""accepted":"i\#((other * 5) % 14)","tag":["t\#(other)"]"#))
        }
        var fixture = Fixture(
          items: lines.map { $0 + "\n" }.joined(), day: "2020-0\(month)-20")
        fixture.manifest.complete = Bool.random(using: &dice)
        try fixture.write(to: disk)
        Thread.sleep(forTimeInterval: 0.03)
        let refreshed = try read(disk)
        #expect(refreshed.diagnostics == [])
        #expect(try self.lines(refreshed) == self.lines(read(disk, engine: nil)))
      }
    }
  }

  /// All that a community says, row by row and in words.
  private func lines(_ reading: CommunityReading) throws -> [String] {
    let community = try #require(reading.community)
    let items = community.items
    func id(_ row: Int32) -> String {
      row < 0 ? "-" : community.text.string(items.ids[Int(row)])
    }
    return (0..<items.count).map { row in
      let tags = items.tagNames[Int(items.tagStarts[row])..<Int(items.tagStarts[row + 1])]
      let mentions = items.mentions[
        Int(items.mentionStarts[row])..<Int(items.mentionStarts[row + 1])]
      let links = [items.parents[row], items.threads[row], items.accepted[row]].map(id)
      return [
        community.text.string(items.ids[row]), "\(items.published[row]) \(items.deleted[row])",
        community.string(items.titles[row]) ?? "-", community.string(items.contents[row]) ?? "-",
        "\(links) \(items.scores[row])", "\(tags.map { items.tags[Int($0)] })",
        "\(mentions.map { community.members[Int($0)].id })",
        items.authors[row] < 0 ? "-" : community.members[Int(items.authors[row])].id,
      ].joined(separator: " | ")
    }
  }
}

/// A folder on the disk that notes which files were read.
///
/// A class, since tests look at it after the code under test read from it.
private final class RecordingFileSystem: FileSystem {
  let root: String
  private let disk: DiskFileSystem
  private let read = Mutex<Set<String>>([])

  init(_ root: String) {
    self.root = root
    disk = DiskFileSystem(root: root)
  }

  var files: Set<String> { read.withLock { $0 } }

  func clear() { read.withLock { $0 = [] } }

  private func note(_ path: SitePath) { read.withLock { _ = $0.insert(path.text) } }

  func read(_ path: SitePath) throws(FileError) -> [UInt8] {
    note(path)
    return try disk.read(path)
  }

  func read(_ path: SitePath, from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    note(path)
    return try disk.read(path, from: offset, count: count)
  }

  func entries(in folder: SitePath) throws(FileError) -> [FileEntry] {
    try disk.entries(in: folder)
  }

  func entry(at path: SitePath) throws(FileError) -> FileEntry? { try disk.entry(at: path) }

  func write(_ bytes: [UInt8], to path: SitePath) throws(FileError) {
    try disk.write(bytes, to: path)
  }

  func append(_ bytes: [UInt8], to path: SitePath) throws(FileError) {
    try disk.append(bytes, to: path)
  }

  func synchronize(_ path: SitePath) throws(FileError) { try disk.synchronize(path) }

  func move(_ path: SitePath, to target: SitePath) throws(FileError) {
    try disk.move(path, to: target)
  }

  func remove(_ path: SitePath) throws(FileError) { try disk.remove(path) }
}
