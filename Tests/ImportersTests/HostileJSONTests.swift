import Basics
import CommunityData
import Importers
import JSONText
import Testing

/// Damaged and hostile JSON exports: what is set aside, where, and that the rest is kept.
struct HostileJSONTests {
  private static func line(_ id: String, _ more: String = "") -> String {
    "{\"id\":\"\(id)\",\"published\":\"2018-01-01T00:00:00Z\",\"content\":\"b\(id)\"\(more)}"
  }

  private func lines(_ bad: String) throws -> Imported {
    try importing(
      [
        "a.ndjson": HostileJSONTests.line("1") + "\n" + bad + "\n" + HostileJSONTests.line("3")
          + "\n"
      ], as: "ndjson")
  }

  private static let deep =
    "{\"id\":\"2\",\"x\":" + String(repeating: "[", count: 100_000)
    + String(repeating: "]", count: 100_000) + "}"

  @Test(arguments: [
    (HostileJSONTests.deep, "its JSON cannot be read: nested more than 96 levels deep"),
    (#"{"id":"2","content":"\ud83d"}"#, "its JSON cannot be read: a lone surrogate"),
    (#"{"id":"2","id":"4"}"#, "its JSON cannot be read: a name that comes twice"),
    (#"{"id":"2","score":1e400}"#, "its JSON cannot be read: a number out of range"),
    (#"{"id":"2","score":NaN}"#, "its JSON cannot be read: expected a value"),
    (
      #"{"id":"2","published":"2018-01-01T00:00:00Z","score":9223372036854775808}"#,
      "`score` is a whole number beyond 64 bits, not a text"
    ),
    (
      #"{"id":"2","published":"9999-12-31T23:59:59Z"}"#,
      "it is dated after the export was made: 9999-12-31T23:59:59Z"
    ),
    (
      #"{"id":"2","published":"2018-02-30T00:00:00Z"}"#,
      "`published` is not a time: 2018-02-30T00:00:00Z"
    ),
    (#"{"id":"2","published":"#, "its JSON cannot be read: the text ends too early"),
    ("[1, 2]", "it is a list, not an object"), ("\"text\"", "it is a string, not an object"),
    (#"{"id":{"a":1},"published":"2018-01-01T00:00:00Z"}"#, "`id` is an object, not a text"),
  ])
  func quarantinesOneLine(bad: String, reason: String) throws {
    let dump = try lines(bad)
    #expect(Set(dump.items.keys) == ["1", "3"])
    #expect(dump.quarantine.count == 1)
    #expect(dump.quarantine.first?["reason"]?.string == reason)
    #expect(dump.quarantine.first?["place"]?.string?.hasPrefix("a.ndjson:2:") == true)
    #expect(dump.quarantine.first?["text"]?.string == shape(of: bad))
    #expect(dump.result.manifest.counts.addUp && !dump.result.manifest.complete)
  }

  @Test func quarantinesInvalidUTF8() throws {
    let bytes =
      Array("\(HostileJSONTests.line("1"))\n{\"id\":\"2\",\"content\":\"".utf8) + [0xC3, 0x28]
      + Array("\"}\n".utf8)
    let dump = try importing(["a.ndjson": bytes], as: "ndjson")
    #expect(Set(dump.items.keys) == ["1"] && dump.quarantine.count == 1)
  }

  @Test func readsMarksCarriageReturnsBlankLinesAndALastLineWithoutEnd() throws {
    let text =
      "\u{FEFF}" + HostileJSONTests.line("1") + "\r\n\r\n  \n" + HostileJSONTests.line("2")
    let dump = try importing(["a.ndjson": text], as: "ndjson")
    #expect(Set(dump.items.keys) == ["1", "2"] && dump.counts.read == 2)
  }

  @Test func setsAsideALineThatIsTooLong() throws {
    let long = String(repeating: "a", count: 100 << 20)
    let dump = try lines("{\"id\":\"2\",\"content\":\"\(long)\"}")
    #expect(Set(dump.items.keys) == ["1", "3"])
    let reason = dump.quarantine.first?["reason"]?.string
    #expect(reason?.hasPrefix("it is larger than 64 MiB: ") == true)
    #expect(reason?.hasSuffix(" further bytes are not kept") == true)
    #expect((dump.quarantine.first?["text"]?.string?.utf8.count ?? 0) <= 1 << 20)
  }

  // MARK: Whole documents

  private func slack(_ text: String) throws -> Imported {
    try importing(["general/2017-06-06.json": text], as: "slack")
  }

  private static func message(_ number: Int, _ text: String = "\"hi\"") -> String {
    "{\"user\": \"U1\", \"text\": \(text), \"ts\": \"149675040\(number).000002\"}"
  }

  @Test(arguments: [
    "{\"user\": \"U1\", \"text\": }", "[[[[{\"a\": 1}]]]]", "{\"a\" 1}", "nonsense", "1e400",
    "{\"user\": \"U1\", \"ts\": \"x\"}",
  ])
  func quarantinesOneElement(bad: String) throws {
    let dump = try slack(
      "[\n  \(HostileJSONTests.message(1)),\n  \(bad),\n  \(HostileJSONTests.message(3))\n]\n")
    #expect(dump.counts.items == 2 && dump.counts.quarantined == 1)
    #expect(
      dump.quarantine.first?["place"]?.string?.hasPrefix("general/2017-06-06.json:3:") == true)
    #expect(dump.quarantine.first?["text"]?.string == shape(of: bad))
  }

  @Test func keepsWhatComesBeforeTheCut() throws {
    let whole = "[\(HostileJSONTests.message(1)), \(HostileJSONTests.message(2))]"
    let cut = String(whole.dropLast(20))
    let dump = try slack(cut)
    #expect(dump.counts.items == 1 && dump.counts.quarantined == 1)
    #expect(dump.quarantine.first?["reason"]?.string == "the file ends inside of it")
    #expect(
      dump.result.diagnostics.last?.text == """
        warning[I007]: general/2017-06-06.json ends before its JSON does
          --> general/2017-06-06.json:1:\(cut.count + 1)
          = fix: download it again
        """)
    #expect(!dump.result.manifest.complete)
  }

  @Test func setsAsideWhatFollowsBrokenStructure() throws {
    let head =
      "{\"guild\": {\"id\": \"1\"}, \"channel\": {\"id\": \"2\", \"name\": \"c\", \"type\": \"x\"}, "
    let message =
      "{\"id\": \"3\", \"type\": \"Default\", \"timestamp\": \"2018-01-01T00:00:00Z\", \"content\": \"hi\"}"
    let dump = try importing(
      ["a.json": "\(head)\"messages\": [\(message)] : 1, \"more\": 2}"], as: "discord")
    #expect(dump.counts.items == 1 && dump.counts.quarantined == 1)
    #expect(dump.quarantine.first?["reason"]?.string == "expected a name in quotes")
    #expect(dump.quarantine.first?["text"]?.string == ": 0, \"xxxx\": 0}")
  }

  /// A list of a million brackets ends as a record of its own; nothing recurses.
  @Test func survivesDepthInADocument() throws {
    let deep = String(repeating: "[", count: 1_000_000) + String(repeating: "]", count: 1_000_000)
    let dump = try slack("[\(deep), \(HostileJSONTests.message(1))]")
    #expect(dump.counts.items == 1 && dump.counts.quarantined == 1)
  }

  /// Reading record by record gives the same whatever pieces the bytes come in.
  @Test func readsRecordsAcrossPiecesOfTheFile() throws {
    let long = "\"" + String(repeating: "ä\\\"", count: 40_000) + "\""
    let texts = (1...9).map { HostileJSONTests.message($0, $0 % 3 == 0 ? long : "\"x\"") }
    let dump = try slack("[" + texts.joined(separator: ",\n") + "]")
    #expect(dump.counts.items == 9 && dump.counts.quarantined == 0)
  }

  /// Blanks inside of a document do not move the place of a fault.
  @Test func placesAFaultInADocumentOfSeveralLines() throws {
    let text = "{\n  \"backend_name\": \"RSS\",\n  \"origin\": 7,\n\n  \"data\": {}\n}\n"
    let dump = try importing(
      ["a.json": text + PercevalSample.entry], as: "perceval", change: { _ in })
    #expect(dump.quarantine.first?["reason"]?.string == "`origin` is a number, not a string")
    #expect(dump.quarantine.first?["place"]?.string == "a.json:3:13")
  }

  /// As archives of Mastodon have it; what is in both lists is read.
  @Test func readsAListThatStandsTwice() throws {
    let note =
      "{\"type\": \"Note\", \"id\": \"https://a.example/notes/1\", \"published\": \"2018-01-01T00:00:00Z\", \"content\": \"hi\"}"
    let dump = try importing(
      ["outbox.json": "{\"orderedItems\": [], \"orderedItems\": [\(note)], \"totalItems\": 2}"],
      as: "mastodon")
    #expect(dump.counts.items == 1 && dump.counts.quarantined == 0)
    #expect(
      dump.result.manifest.gaps == ["outbox.json says that it holds 2 items and holds 1"])
  }
}

enum PercevalSample {
  static let entry = """
    {"backend_name": "RSS", "origin": "https://a.example", "updated_on": 1500000000.0,
     "data": {"link": "https://a.example/1", "title": "One", "summary": "<p>First</p>"}}
    """
}
