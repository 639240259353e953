import Basics
import CommunityData
import Foundation
import Importers
import JSONText
import TestSupport
import Testing

/// A rotated key re-keys a site: the same people, other pseudonyms, and later imports agree.
struct KeyRotationTests {
  private func importRooms(into root: String, compressed: Bool = false) throws {
    var request = try request("gitter", [fixture("gitter")])
    request.origin = "https://gitter.example/Club"
    request.key = try SiteKeyFile(siteFolder: root).readOrMake()
    request.isCompressed = compressed
    _ = try importExport(request, into: DiskFileSystem(root: root)) { _ in }
  }

  private func files(below root: String) throws -> [String: [UInt8]] {
    let disk = DiskFileSystem(root: root)
    var files: [String: [UInt8]] = [:]
    for entry in try disk.walk(SitePath("Content")) where entry.kind == .file {
      files[entry.path.text] = try disk.read(entry.path)
    }
    return files
  }

  private func ids(in bytes: [UInt8]) -> Set<String> {
    let text = String(decoding: bytes, as: UTF8.self)
    return Set(text.matches(of: /m-[a-z2-7]{16}/).map { String($0.output) })
  }

  private let folder = "Content/snapshots/meta/2018-09-02/"

  @Test(arguments: [false, true])
  func givesEveryMemberANewPseudonymAsALaterImportWould(compressed: Bool) throws {
    try withTemporaryFolder { root in
      try importRooms(into: root, compressed: compressed)
      let before = try files(below: root)
      let result = try KeyRotation(siteFolder: root).run()
      let after = try files(below: root)
      #expect(Set(after.keys) == Set(before.keys))
      #expect(result.snapshots == 1 && result.members == 4)
      if !compressed {
        let old = before.values.reduce(into: Set()) { $0.formUnion(ids(in: $1)) }
        let new = after.values.reduce(into: Set()) { $0.formUnion(ids(in: $1)) }
        #expect(old.count == 4 && new.count == 4 && old.isDisjoint(with: new))
      }
      // The same bytes as the same export imported with the new key: else it would be refused.
      try importRooms(into: root, compressed: compressed)
      #expect(try files(below: root) == after)
    }
  }

  @Test func rewritesZstandardAsZstandard() throws {
    try withTemporaryFolder { root in
      try importRooms(into: root)
      let before = try files(below: root)
      let plain = try #require(before[folder + "items.ndjson"])
      let old = ids(in: plain)
      let url = URL(fileURLWithPath: root + "/" + folder)
      try Data(zstandard(plain)).write(to: url.appendingPathComponent("items.ndjson.zst"))
      try FileManager.default.removeItem(at: url.appendingPathComponent("items.ndjson"))
      let manifest = String(decoding: before[folder + "manifest.json"] ?? [], as: UTF8.self)
      try Data(manifest.replacing("\"items.ndjson\"", with: "\"items.ndjson.zst\"").utf8).write(
        to: url.appendingPathComponent("manifest.json"))
      _ = try KeyRotation(siteFolder: root).run()
      let after = try #require(try files(below: root)[folder + "items.ndjson.zst"])
      #expect(after.starts(with: [0x28, 0xB5, 0x2F, 0xFD]))
      // Read back as somebody's own records, which leaves the pseudonyms in texts as they are.
      let items = try importing(["items.ndjson.zst": after], as: "ndjson")
      let texts = items.items.values.compactMap { $0["content"]?.string }.joined()
      #expect(items.items.count == plain.count { $0 == 0x0A })
      #expect(
        !ids(in: Array(texts.utf8)).isEmpty && ids(in: Array(texts.utf8)).isDisjoint(with: old))
    }
  }

  /// A frame of one raw block (RFC 8878), for up to 128 KiB.
  private func zstandard(_ bytes: [UInt8]) -> [UInt8] {
    let size = (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
    let block = bytes.count << 3 | 1
    let header = (0..<3).map { UInt8(truncatingIfNeeded: block >> (8 * $0)) }
    return [0x28, 0xB5, 0x2F, 0xFD, 0xA0] + size + header + bytes
  }

  @Test func canBeDoneAgain() throws {
    try withTemporaryFolder { root in
      try importRooms(into: root)
      _ = try KeyRotation(siteFolder: root).run()
      let once = try files(below: root)
      _ = try KeyRotation(siteFolder: root).run()
      try importRooms(into: root)
      #expect(try files(below: root)[folder + "members.ndjson"] != once[folder + "members.ndjson"])
    }
  }

  /// Rotates, and lays all back as it was on the disk when the new key had been written and nothing
  /// had changed places yet; gives the key and the files that are to be there in the end.
  private func interruptRotation(
    in root: String
  ) throws -> (key: SiteKey, old: [String: [UInt8]], new: [String: [UInt8]]) {
    try importRooms(into: root)
    let (disk, old) = (FileManager.default, try files(below: root))
    try disk.copyItem(atPath: root + "/Content", toPath: root + "/OldContent")
    try disk.copyItem(atPath: root + "/.meadow/key", toPath: root + "/oldkey")
    _ = try KeyRotation(siteFolder: root).run()
    let new = try files(below: root)
    let key = try SiteKeyFile(siteFolder: root).readOrMake()
    try disk.moveItem(atPath: root + "/.meadow/key", toPath: root + "/.meadow/key.next")
    try disk.moveItem(atPath: root + "/oldkey", toPath: root + "/.meadow/key")
    try disk.moveItem(
      atPath: root + "/Content/snapshots", toPath: root + "/OldContent/.snapshots.rekeyed")
    try disk.removeItem(atPath: root + "/Content")
    try disk.moveItem(atPath: root + "/OldContent", toPath: root + "/Content")
    try Data().write(to: URL(fileURLWithPath: root + "/Content/.snapshots.rekeyed/.rekeyed"))
    return (key, old, new)
  }

  /// Killed behind the moment of no return: the next import finishes.
  @Test func isFinishedByTheNextImport() throws {
    try withTemporaryFolder { root in
      let (key, _, new) = try interruptRotation(in: root)
      #expect(try SiteKeyFile(siteFolder: root).readOrMake() == key)
      #expect(try files(below: root) == new)
    }
  }

  /// Whoever rotates again after an interruption wants the rotation that was begun, not two.
  @Test func isFinishedByTheNextRotationWhichBeginsNoOther() throws {
    try withTemporaryFolder { root in
      let (key, _, new) = try interruptRotation(in: root)
      #expect(try KeyRotation(siteFolder: root).run().isOfEarlier)
      #expect(try SiteKeyFile(siteFolder: root).readOrMake() == key)
      #expect(try files(below: root) == new)
      #expect(try !KeyRotation(siteFolder: root).run().isOfEarlier)
    }
  }

  /// The snapshots have changed places and the key cannot: nobody is told that nothing was changed.
  @Test func saysThatItIsNotFinishedOnceSnapshotsAreExchanged() throws {
    try withTemporaryFolder { root in
      let (key, _, new) = try interruptRotation(in: root)
      let disk = FileManager.default
      try disk.moveItem(atPath: root + "/.meadow/key", toPath: root + "/aside")
      try disk.createDirectory(
        atPath: root + "/.meadow/key/in-the-way", withIntermediateDirectories: true)
      #expect(
        refusal(of: root)?.text == """
          error[I014]: the rotation is not finished: cannot replace \(root)/.meadow/key: Is a directory
            = fix: mend this and run `meadow import --rotate-key` again: it finishes this rotation first
          """)
      let snapshots = try files(below: root).filter { !$0.key.contains(".rekeyed") }
      #expect(snapshots == new)
      try disk.removeItem(atPath: root + "/.meadow/key")
      try disk.moveItem(atPath: root + "/aside", toPath: root + "/.meadow/key")
      #expect(try KeyRotation(siteFolder: root).run().isOfEarlier)
      #expect(try SiteKeyFile(siteFolder: root).readOrMake() == key)
      #expect(try files(below: root) == new)
    }
  }

  /// What cannot change places leaves nothing behind that would hinder the next import.
  @Test func changesNothingWhenSnapshotsCannotBeExchanged() throws {
    try withTemporaryFolder { root in
      let (key, old, _) = try interruptRotation(in: root)
      let disk = FileManager.default
      try disk.moveItem(atPath: root + "/Content/snapshots", toPath: root + "/aside")
      #expect(
        refusal(of: root)?.text == """
          error[I014]: the key was not rotated: cannot exchange Content/snapshots: \
          No such file or directory
            = fix: nothing was changed; mend this and rotate again
          """)
      try disk.moveItem(atPath: root + "/aside", toPath: root + "/Content/snapshots")
      #expect(try SiteKeyFile(siteFolder: root).readOrMake() != key)
      #expect(try files(below: root).filter { !$0.key.contains(".rekeyed") } == old)
      _ = try KeyRotation(siteFolder: root).run()
      try importRooms(into: root)
    }
  }

  /// Killed when the key had been replaced: the old pseudonyms do not stay.
  @Test func removesTheOldSnapshotsOfAnInterruptedRotation() throws {
    try withTemporaryFolder { root in
      let (key, old, new) = try interruptRotation(in: root)
      _ = try SiteKeyFile(siteFolder: root).readOrMake()
      let staged = URL(fileURLWithPath: root + "/Content/.snapshots.rekeyed/meta/2018-09-02")
      try FileManager.default.createDirectory(at: staged, withIntermediateDirectories: true)
      try Data(old[folder + "members.ndjson"] ?? []).write(
        to: staged.appendingPathComponent("members.ndjson"))
      try Data().write(to: URL(fileURLWithPath: root + "/Content/snapshots/.rekeyed"))
      #expect(try SiteKeyFile(siteFolder: root).readOrMake() == key)
      #expect(try files(below: root) == new)
    }
  }

  /// Killed before it: nothing has happened, and the leftovers are no hindrance.
  @Test func leavesTheOldStateWhenItIsInterruptedEarlier() throws {
    try withTemporaryFolder { root in
      try importRooms(into: root)
      let key = try SiteKeyFile(siteFolder: root).readOrMake()
      let staged = root + "/Content/.snapshots.rekeyed/meta"
      try FileManager.default.createDirectory(atPath: staged, withIntermediateDirectories: true)
      #expect(try SiteKeyFile(siteFolder: root).readOrMake() == key)
      _ = try KeyRotation(siteFolder: root).run()
      try importRooms(into: root)
    }
  }

  @Test func refusesASnapshotThatCannotBeRead() throws {
    try withTemporaryFolder { root in
      try importRooms(into: root)
      try Data("{".utf8).write(to: URL(fileURLWithPath: root + "/" + folder + "manifest.json"))
      let before = try files(below: root)
      let finding = refusal(of: root)
      #expect(finding?.code.id == "I014")
      #expect(
        finding?.message.hasPrefix("the key was not rotated: cannot read \(folder)manifest.json: ")
          == true)
      #expect(try files(below: root).filter { !$0.key.contains(".rekeyed") } == before)
    }
  }

  private func refusal(of root: String) -> Diagnostic? {
    do throws(ImportError) {
      _ = try KeyRotation(siteFolder: root).run()
      return nil
    } catch {
      return error.diagnostic
    }
  }

  @Test func keepsToItsLimit() throws {
    var key = SiteKey.random()
    for _ in 1..<32 { key = try #require(key.followed(by: .random())) }
    #expect(key.followed(by: .random()) == nil)
  }
}

/// What a later export brings.
struct RefreshTests {
  private func table(_ rows: [String]) -> String {
    "id,published,content,attributedTo\n" + rows.joined(separator: "\n") + "\n"
  }

  private func importTable(
    _ rows: [String], day: String, into root: String
  ) throws -> SnapshotRefresh? {
    let path = root + "/t.csv"
    try Data(table(rows).utf8).write(to: URL(fileURLWithPath: path))
    var request = try request("csv", [path])
    request.collected = Timestamp(try #require(CalendarDay(day)))
    return try importExport(request, into: DiskFileSystem(root: root)) { _ in }.refresh
  }

  private func row(_ id: Int, _ words: String = "words") -> String {
    "\(id),2018-01-0\(id)T00:00:00Z,\(words),ann"
  }

  @Test func countsNewEditedAndVanishedItems() throws {
    try withTemporaryFolder { root in
      let first = try importTable([row(1), row(2), row(3)], day: "2018-02-01", into: root)
      #expect(first == nil)
      let second = try importTable(
        [row(1), row(2, "edited"), row(4), row(5)], day: "2018-03-01", into: root)
      #expect(second?.since.description == "2018-02-01")
      #expect(second?.new == 2 && second?.changed == 1 && second?.vanished == 1)
      // What has vanished once does not vanish again; what is the same changes nothing.
      let third = try importTable(
        [row(1), row(2, "edited"), row(4), row(5)], day: "2018-04-01", into: root)
      #expect(third == SnapshotRefresh(since: try #require(CalendarDay("2018-03-01"))))
    }
  }

  @Test func touchesNoFileOfAnEarlierSnapshot() throws {
    try withTemporaryFolder { root in
      _ = try importTable([row(1)], day: "2018-02-01", into: root)
      let disk = DiskFileSystem(root: root)
      let before = try disk.walk(SitePath("Content"))
      _ = try importTable([row(1), row(2)], day: "2018-03-01", into: root)
      let after = try disk.walk(SitePath("Content"))
      #expect(Set(before).isSubset(of: Set(after)))
      #expect(
        after.filter { !before.contains($0) }.allSatisfy { $0.path.text.contains("2018-03-01") })
    }
  }
}
