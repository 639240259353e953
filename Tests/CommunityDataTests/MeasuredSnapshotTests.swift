import Basics
import CommunityData
import Foundation
import TestSupport
import Testing

/// A snapshot whose items stayed elsewhere: numbers, and the few items that pages need.
@Suite struct MeasuredSnapshotTests {
  private var fixture: SnapshotFixture {
    var fixture = SnapshotFixture(items: SnapshotFixture.lines(SnapshotFixture.line("a")))
    var measured = SnapshotManifest.Measured(
      engine: "spark 4.0.1", threshold: 5, lastDay: SnapshotFixture.epoch.day)
    measured.zoneOffset = 3600
    measured.marksQuestions = true
    measured.unlisted = 7
    measured.inputs = [
      .init(path: "2020-01-01/items-00000.ndjson.zst", sha256: sha256([]), rows: 4_000_000)
    ]
    fixture.manifest.measured = measured
    fixture.manifest.counts.read = 4_000_000
    fixture.manifest.counts.items = 4_000_000
    fixture.files["inputs.json"] = Array("{\n  \"codes\": []\n}\n".utf8)
    fixture.files["people.ndjson"] = Array(
      #"{"count":"new","period":"2020-01-01","people":3}"#.utf8)
    fixture.files["measurements.ndjson"] = Array(
      """
      {"metric":"activity.items","period":"2020-01","segment":"all","value":12}
      {"metric":"codes.threads","period":"all","segment":"code=praise","value":0.25,"n":8,"low":0.1,"high":0.5}
      {"metric":"helpers.median","period":"all","segment":"all","n":null}

      """.utf8)
    return fixture
  }

  @Test func readsNumbersBesideItems() throws {
    let reading = try fixture.read()
    #expect(reading.diagnostics.map(\.text) == [])
    let community = try #require(reading.community)
    #expect(community.manifest.measured == fixture.manifest.measured)
    #expect(community.ids == ["a"])
    #expect(community.itemCount == 4_000_000)
    let numbers = try #require(community.numbers)
    #expect(numbers.people == [PeopleCount("new", "2020-01-01", 3)])
    #expect(numbers.rows.map(\.value) == [12, 0.25, nil])
    #expect(numbers.rows.map(\.n) == [nil, 8, nil])
    #expect(numbers.rows[1].low == 0.1 && numbers.rows[1].high == 0.5)
    #expect(String(decoding: numbers.inputs.bytes, as: UTF8.self).contains("codes"))
  }

  @Test(
    "refuses what is no offset from UTC",
    arguments: [Int.min, -50_401, 50_401, Int.max])
  func refusesBadOffsets(seconds: Int) throws {
    var fixture = fixture
    fixture.manifest.measured?.zoneOffset = seconds
    let reading = try fixture.read()
    #expect(reading.community == nil)
    #expect(
      reading.diagnostics.map(\.message) == ["`zone_offset` is no offset from UTC"])
    #expect(
      reading.diagnostics.map(\.fix) == ["must be whole seconds, at most 14 hours east or west"])
  }

  /// Any file of a snapshot may be compressed.
  @Test(arguments: [".gz", ".zst"]) func readsCompressedInputs(ending: String) throws {
    var fixture = fixture
    let plain = try #require(fixture.files["inputs.json"])
    fixture.files["inputs.json"] = nil
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/inputs.json" + ending)
    fixture.files["inputs.json" + ending] = Array(try Data(contentsOf: url))
    fixture.rows["inputs.json" + ending] = 3
    let reading = try fixture.read()
    #expect(reading.diagnostics.map(\.text) == [])
    let inputs = try #require(reading.community?.numbers?.inputs)
    #expect(inputs.bytes == plain)
  }

  @Test(
    "refuses numbers of which a line cannot be read",
    arguments: [
      ("people.ndjson", #"{"count":"new","period":"2020-01-01"}"#, "`people` is missing"),
      (
        "people.ndjson", #"{"count":"new","period":"2020-01-01","people":-3}"#,
        "`people` is no count: -3"
      ),
      (
        "measurements.ndjson", #"{"metric":"activity.items","segment":"all"}"#,
        "`period` is missing"
      ),
      (
        "measurements.ndjson", #"{"metric":"a","period":"all","segment":"all","n":-1}"#,
        "`n` is no count: -1"
      ),
      (
        "measurements.ndjson", #"{"metric":"a","period":"all","segment":"all","value":"1"}"#,
        "`value` holds a string, not a number"
      ),
      (
        "measurements.ndjson", #"{"metric":"a","period":"all","segment":"all","value":1e16}"#,
        "a number is out of range: 1e+16"
      ),
    ])
  func refusesBadNumbers(file: String, line: String, reason: String) throws {
    var fixture = fixture
    fixture.files[file] = Array(line.utf8)
    let reading = try fixture.read()
    #expect(reading.community == nil)
    #expect(
      reading.diagnostics.map(\.message) == [
        reason, "\(fixture.folder) holds measurements that cannot be read",
      ])
    #expect(reading.diagnostics.map(\.severity) == [.warning, .error])
  }

  @Test(arguments: ["people.ndjson", "measurements.ndjson", "inputs.json"])
  func refusesWhatWasWrittenHalf(file: String) throws {
    let files = MemoryFileSystem()
    try fixture.write(to: files)
    let path = try SitePath("\(fixture.folder)/\(file)")
    try files.write(Array(files.read(path).dropLast(4)), to: path)
    let reading = readCafe(files)
    #expect(reading.community == nil)
    let messages = reading.diagnostics.filter { $0.severity == .error }.map(\.message)
    let message = "\(path) is not the file that the manifest describes"
    #expect(messages.contains { $0.hasPrefix(message) }, "\(messages)")
  }

  @Test func takesTheNewestSnapshotAlone() throws {
    let files = MemoryFileSystem()
    try SnapshotFixture(
      items: SnapshotFixture.lines(SnapshotFixture.line("b")), day: "2020-01-05"
    ).write(to: files)
    try fixture.write(to: files)
    let reading = readCafe(files)
    #expect(reading.diagnostics.map(\.text) == [])
    #expect(reading.community?.ids == ["a"])
    #expect(reading.community?.snapshots.count == 1)
  }

  @Test func leavesAnOlderOneAside() throws {
    let files = MemoryFileSystem()
    try fixture.write(to: files)
    try SnapshotFixture(
      items: SnapshotFixture.lines(SnapshotFixture.line("b")), day: "2020-01-15"
    ).write(to: files)
    let reading = readCafe(files)
    #expect(
      reading.diagnostics.map(\.text) == [
        """
        warning[D021]: \(fixture.folder) is measured, and a newer snapshot is not
          = fix: remove it, or measure all snapshots again
        """
      ])
    #expect(reading.community?.ids == ["b"])
    #expect(reading.community?.numbers == nil)
  }
}
