import Basics
import CommunityData
import Foundation
import TestSupport
import Testing

@Suite struct CompressedTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
  }

  /// A snapshot whose items lie in a file of that name, with so many rows.
  private func read(_ bytes: [UInt8], as name: String, rows: Int) throws -> CommunityReading {
    let files = MemoryFileSystem()
    var fixture = SnapshotFixture()
    fixture.files["items.ndjson"] = nil
    fixture.files[name] = bytes
    fixture.rows[name] = rows
    try fixture.write(to: files)
    return readCafe(files)
  }

  /// The fixtures were made by gzip and zstd: two items and the line `bad`.
  @Test(arguments: ["items.ndjson.gz", "items.ndjson.zst"])
  func readsCompressedFile(name: String) throws {
    let reading = try read(fixture(name), as: name, rows: 3)
    let community = try #require(reading.community, "\(reading.diagnostics.map(\.text))")
    #expect(community.ids == ["a", "b"])
    #expect(community.item(1).content == "unpacked")
    #expect(reading.quarantined.map(\.place) == ["Content/snapshots/cafe/2020-01-10/\(name):3:1"])
  }

  @Test func readsEmptyFile() throws {
    let reading = try read(fixture("empty.ndjson.gz"), as: "items.ndjson.gz", rows: 0)
    #expect(reading.diagnostics.map(\.text) == [])
    #expect(reading.community?.items.count == 0)
  }

  @Test(
    "says why a file cannot be unpacked",
    arguments: [
      ("items.ndjson.gz", "items.ndjson.zst", "it is no Zstandard file"),
      ("items.ndjson.zst", "items.ndjson.gz", "it is no gzip file"),
    ])
  func refusesOtherFormat(source: String, name: String, reason: String) throws {
    let reading = try read(fixture(source), as: name, rows: 3)
    #expect(reading.community == nil)
    #expect(
      reading.diagnostics.map(\.text) == [
        "error[D013]: cannot read Content/snapshots/cafe/2020-01-10/\(name): \(reason)"
      ])
  }

  @Test(arguments: ["items.ndjson.gz", "items.ndjson.zst"])
  func refusesDamagedFile(name: String) throws {
    let bytes = try fixture(name)
    for length in [5, 30, bytes.count - 9] {
      let reading = try read(Array(bytes.prefix(length)), as: name, rows: 3)
      #expect(reading.community == nil)
      #expect(reading.diagnostics.map(\.code.id) == ["D013"], "\(length) bytes")
    }
    var flipped = bytes
    flipped[bytes.count / 2] ^= 0x10
    let reading = try read(flipped, as: name, rows: 3)
    #expect(reading.community == nil || reading.quarantined.count > 1)
  }

  @Test func checksTheCompressedBytes() throws {
    let files = MemoryFileSystem()
    var fixture = SnapshotFixture()
    fixture.files["items.ndjson"] = nil
    fixture.files["items.ndjson.gz"] = try self.fixture("items.ndjson.gz")
    fixture.rows["items.ndjson.gz"] = 3
    try fixture.write(to: files)
    let path = try SitePath("\(fixture.folder)/items.ndjson.gz")
    // Bytes behind the end of the data are ignored by gzip, but not by the checksum.
    try files.append([0, 0, 0], to: path)
    #expect(readCafe(files).diagnostics.map(\.code.id) == ["D007", "D009"])
  }

  @Test func refusesPlainAndCompressedTogether() throws {
    let files = MemoryFileSystem()
    var fixture = SnapshotFixture(items: SnapshotFixture.line("a"))
    fixture.files["items.ndjson.gz"] = try self.fixture("items.ndjson.gz")
    try fixture.write(to: files)
    #expect(readCafe(files).diagnostics.map(\.message) == ["`files` lists `items.ndjson` twice"])
  }

  /// More than one window, and lines cut by its end.
  @Test func readsLargeFile() throws {
    try withTemporaryFolder { root in
      let lines = (0..<60_000).map {
        SnapshotFixture.line(
          String(100_000 + $0), day: 1, #""content":"\#(String(repeating: "x", count: 300))""#)
      }
      let plain = URL(fileURLWithPath: root + "/items.ndjson")
      try Data(lines.joined(separator: "\n").utf8).write(to: plain)
      let gzip = Process()
      gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      gzip.arguments = ["gzip", "-n", "-1", plain.path]
      try gzip.run()
      gzip.waitUntilExit()
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: plain.path + ".gz")))
      let reading = try read(bytes, as: "items.ndjson.gz", rows: 60_000)
      #expect(reading.diagnostics.map(\.text) == [])
      let community = try #require(reading.community)
      #expect(community.items.count == 60_000)
      #expect(community.items.contents.allSatisfy { $0.length == 300 })
      #expect(community.text.string(community.items.ids[59_999]) == "159999")
    }
  }
}
