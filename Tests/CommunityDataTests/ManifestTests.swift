import Basics
import CommunityData
import TestSupport
import Testing

@Suite struct ManifestTests {
  private let path = "Content/snapshots/cafe/2020-01-10/manifest.json"

  /// Reads a good snapshot in whose manifest one text was replaced by another.
  private func read(replacing old: String, with new: String) throws -> [Diagnostic] {
    let files = MemoryFileSystem()
    try SnapshotFixture(items: SnapshotFixture.line("a")).write(to: files)
    let text = try #require(files.texts[path])
    #expect(text.contains(old))
    try files.write(Array(text.replacing(old, with: new).utf8), to: SitePath(path))
    let reading = readCafe(files)
    #expect(reading.community == nil)
    return reading.diagnostics
  }

  @Test(
    "says what is wrong with a manifest",
    arguments: [
      (#""platform""#, #""platfrom""#, ["error[D003]: unknown field `platfrom`", "missing"]),
      (#""scope": "public""#, #""scope": "pubic""#, ["error[D006]: unknown `scope`: `pubic`"]),
      (
        #""version": 1,"#, #""version": 1, "kind": "measurd","#,
        ["error[D006]: unknown `kind`: `measurd`"]
      ),
      (
        #""version": 1,"#, #""version": 1, "kind": "measured","#,
        [
          "error[D004]: the field `measured` is missing", "`files` does not list `inputs.json`",
          "does not list `measurements.ndjson`", "does not list `people.ndjson`",
        ]
      ),
      (#""version": 1,"#, #""version": 1, "measured": {},"#, ["D003]: unknown field `measured`"]),
      (
        #""path": "channels.ndjson""#, #""path": "people.ndjson""#,
        ["error[D006]: only a measured snapshot has `people.ndjson`"]
      ),
      (#""version": 1,"#, #""version": 2,"#, ["error[D006]: unknown version 2"]),
      (#""meadow-snapshot""#, #""other""#, ["error[D006]: unknown format `other`"]),
      (#""complete": true"#, #""complete": "yes""#, ["error[D005]: `complete` holds a string"]),
      (
        #""rows": 1"#, #""rows": -1"#,
        ["error[D005]: `rows` holds a number", "a whole number from 0 on is needed"]
      ),
      (#""items.ndjson""#, #""../x.ndjson""#, ["unknown `path`: `../x.ndjson`", "does not list"]),
      (#""sha256": ""#, #""sha256": "x"#, ["error[D006]: `x", "no SHA-256", "no SHA-256"]),
      (#""read": 1"#, #""read": 7"#, ["error[D011]: 7 records read, but items + withheld"]),
      (
        "\"read\": 1,\n    \"items\": 1,", "\"read\": 3,\n    \"items\": 3,",
        ["error[D011]: 3 items are counted, but their files hold 1"]
      ),
      (
        #""from": "1970"#, #""from": "1970-02-30"#, ["error[D006]: `1970-02-30-01-01T00:00:00Z` is"]
      ),
      (#""from": "1970"#, #""from": "2030"#, ["error[D006]: the window ends before it begins"]),
      (
        #""to": "2020"#, #""to": "2030"#,
        ["error[D006]: the window ends after the snapshot was collected"]
      ),
      (#""gaps": []"#, #""gaps": [1]"#, ["error[D005]: `gaps` holds a number"]),
      (#""origin": "https:"#, #""origin": ""#, ["error[D006]: `//cafe.example/` is no address"]),
      (#""gaps": [],"#, #""gaps": [}"#, ["error[D002]: the manifest is not JSON"]),
      (#""community": "cafe""#, #""community": "tea""#, ["error[D017]: "]),
    ])
  func saysWhatIsWrong(old: String, new: String, parts: [String]) throws {
    let texts = try read(replacing: old, with: new).map(\.text)
    for part in parts { #expect(texts.contains { $0.contains(part) }, "\(texts)") }
    #expect(texts.count <= parts.count)
  }

  @Test func marksThePlace() throws {
    let diagnostics = try read(replacing: #""scope": "public""#, with: #""scope": "pubic""#)
    #expect(
      diagnostics.map(\.text) == [
        """
        error[D006]: unknown `scope`: `pubic`
          --> \(path):18:12
        18 |   "scope": "pubic",
           |            ^^^^^^^ did you mean `public`?
        """
      ])
  }

  @Test func showsAllFaultsAtOnce() throws {
    let diagnostics = try read(
      replacing: #""platform": "forum""#, with: #""platform": 7, "colected": 1"#)
    #expect(
      diagnostics.map(\.message) == ["`platform` holds a number", "unknown field `colected`"])
    #expect(diagnostics.map(\.fix) == ["a string is needed", "did you mean `collected`?"])
  }

  @Test func refusesAFileThatWasChanged() throws {
    for name in ["items.ndjson", "members.ndjson", "channels.ndjson", "attribution.ndjson"] {
      let files = MemoryFileSystem()
      var fixture = SnapshotFixture(items: SnapshotFixture.line("a"))
      fixture.files["attribution.ndjson"] = Array(#"{"member":"m-a","name":"N"}"#.utf8)
      try fixture.write(to: files)
      let file = try SitePath("\(fixture.folder)/\(name)")
      try files.write(files.read(file) + [0x20], to: file)
      let reading = readCafe(files)
      #expect(reading.community == nil)
      #expect(
        reading.diagnostics.map(\.message)
          == ["\(file) is not the file that the manifest describes"])
      #expect(reading.diagnostics.map(\.code.id) == ["D007"])
    }
  }

  @Test func refusesAnotherNumberOfRows() throws {
    let diagnostics = try read(replacing: #""rows": 2"#, with: #""rows": 3"#)
    #expect(
      diagnostics.map(\.text) == [
        "error[D008]: Content/snapshots/cafe/2020-01-10/members.ndjson has 2 rows, "
          + "the manifest says 3\n  = fix: import again"
      ])
  }

  @Test func reportsWhatDoesNotBelong() throws {
    let files = MemoryFileSystem([
      "Content/snapshots/cafe/notes.txt": "x",
      "Content/snapshots/cafe/2020-13-01/manifest.json": "{}",
      "Content/snapshots/cafe/.2020-01-11.part/items.ndjson": "left by a killed import",
      "Content/snapshots/cafe/2020-01-10/itmes.ndjson": "",
    ])
    try SnapshotFixture(items: SnapshotFixture.line("a")).write(to: files)
    let reading = readCafe(files)
    #expect(reading.community?.ids == ["a"])
    #expect(
      reading.diagnostics.map(\.message) == [
        "Content/snapshots/cafe/2020-01-10/itmes.ndjson is not in the manifest and is not read",
        "Content/snapshots/cafe/2020-13-01 is no snapshot",
        "Content/snapshots/cafe/notes.txt is no snapshot",
      ])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .warning && $0.code.id == "D014" })
  }

  @Test func refusesAFolderWithoutManifest() throws {
    let files = MemoryFileSystem(["Content/snapshots/cafe/2020-01-10/items.ndjson": "x"])
    let reading = readCafe(files)
    #expect(
      reading.diagnostics.map(\.text) == [
        "error[D001]: Content/snapshots/cafe/2020-01-10 has no manifest.json\n"
          + "  = fix: run `meadow import` again, or remove the folder"
      ])
  }

  @Test func explainsEveryCode() {
    let ids = CommunityDataCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted())
    #expect(CommunityDataCodes.all.allSatisfy { !$0.explanation.isEmpty && !$0.title.isEmpty })
  }

  @Test func survivesADiskThatFails() throws {
    for call in 1...40 {
      let files = MemoryFileSystem(failingAtCall: 1_000)
      try SnapshotFixture(items: SnapshotFixture.line("a")).write(to: files)
      let failing = MemoryFileSystem(files.texts, failingAtCall: call)
      let reading = readCafe(failing)
      if reading.community != nil { return }
      #expect(reading.diagnostics.map(\.code.id) == ["D013"], "call \(call)")
    }
    Issue.record("never succeeded")
  }
}
