import Basics
import CommunityData
import TestSupport
import Testing

@Suite struct RoundTripTests {
  private let folder = "Content/snapshots/cafe/2020-01-10"

  private func text(_ random: inout SeededGenerator) -> String {
    let scalars = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random) >> (random.next() % 21))
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private func maybe<Value>(
    _ random: inout SeededGenerator, _ value: (inout SeededGenerator) -> Value
  ) -> Value? {
    Bool.random(using: &random) ? value(&random) : nil
  }

  private func moment(_ random: inout SeededGenerator) -> Timestamp {
    Timestamp(secondsSinceEpoch: Int64.random(in: 0...1_500_000_000, using: &random))
  }

  private func item(_ number: Int, of count: Int, _ random: inout SeededGenerator) -> Item {
    func other(_ random: inout SeededGenerator) -> String {
      "i\(Int.random(in: 0..<count, using: &random))"
    }
    var item = Item(
      id: "i\(number)", type: Item.Kind.allCases.randomElement(using: &random) ?? .post,
      attributedTo: maybe(&random) { _ in "m-\(number % 7)" }, published: moment(&random))
    item.updated = maybe(&random) { moment(&$0) }
    item.deleted = maybe(&random) { moment(&$0) }
    item.closed = maybe(&random) { moment(&$0) }
    item.name = maybe(&random) { text(&$0) }
    item.content = maybe(&random) { text(&$0) }
    item.mediaType = Item.MediaType.allCases.randomElement(using: &random)
    item.language = maybe(&random) { _ in "de-AT" }
    item.state = maybe(&random) { _ in "open" }
    item.inReplyTo = maybe(&random) { other(&$0) }
    item.accepted = maybe(&random) { other(&$0) }
    item.channel = maybe(&random) { _ in "c\(number % 3)" }
    item.url = maybe(&random) { _ in "https://cafe.example/\(number)?a=b#c" }
    item.licence = maybe(&random) { _ in "CC-BY-SA-4.0" }
    item.score = maybe(&random) { Int.random(in: -1_000...1_000, using: &$0) }
    item.tag = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      "tag \(random.next() % 5)"
    }
    item.mentions = maybe(&random) { _ in ["m-1", "m-2"] } ?? []
    item.reactions = maybe(&random) { _ in [Reaction(name: "+", count: number)] } ?? []
    item.codes = maybe(&random) { _ in [CodeMark(code: "praise", by: .human)] } ?? []
    item.derived = maybe(&random) { _ in ["inReplyTo"] } ?? []
    return item
  }

  private func fill(_ writer: inout SnapshotWriter, _ items: [Item]) {
    for number in 0..<7 { writer.append(Member(id: "m-\(number)")) }
    for number in 0..<3 { writer.append(Channel(id: "c\(number)", name: "Channel \(number)")) }
    writer.append(Attribution(member: "m-1", name: "Canary Wolf"))
    for item in items { writer.append(item) }
    writer.countRead(items.count)
  }

  @Test(arguments: [0, 1, 2, 300])
  func readsWhatWasWritten(count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let items = (0..<count).map { item($0, of: count, &random) }
    let files = MemoryFileSystem()
    var fixture = SnapshotFixture()
    fixture.manifest.measurable.replies = true
    fixture.manifest.gaps = ["edits before 2019"]
    fixture.manifest.licences = [.init(id: "CC-BY-4.0", until: fixture.manifest.collected)]
    var writer = try SnapshotWriter(
      manifest: fixture.manifest, folder: SitePath(folder), fileSystem: files)
    fill(&writer, items.shuffled(using: &random))
    let manifest = try writer.finish()
    #expect(manifest.counts.addUp)

    let reading = readCafe(files)
    #expect(reading.diagnostics == [])
    let community = try #require(reading.community)
    #expect(community.manifest == manifest)
    #expect(community.members.map(\.id) == (0..<7).map { "m-\($0)" })
    #expect(community.channels.map(\.name) == (0..<3).map { "Channel \($0)" })
    let sorted = items.sorted { ($0.published, $0.id) < ($1.published, $1.id) }
    #expect((0..<community.items.count).map(community.item) == sorted)
    #expect(sorted.map { community.row(ofItem: $0.id) } == Array(sorted.indices))
    #expect(["", "i", "i\(count)", "j0"].allSatisfy { community.row(ofItem: $0) == nil })
  }

  @Test func writesTheSameBytesInAnyOrder() throws {
    var random = SeededGenerator(seed: 5)
    let items = (0..<50).map { item($0, of: 50, &random) }
    var outputs: [[String: String]] = []
    for _ in 0..<3 {
      let files = MemoryFileSystem()
      var writer = try SnapshotWriter(
        manifest: SnapshotFixture().manifest, folder: SitePath(folder), fileSystem: files)
      fill(&writer, items.shuffled(using: &random))
      _ = try writer.finish()
      outputs.append(files.texts)
    }
    #expect(outputs[0].count == 5)
    #expect(outputs[1] == outputs[0])
    #expect(outputs[2] == outputs[0])
  }

  @Test func writesCanonicalLines() throws {
    let files = MemoryFileSystem()
    var writer = try SnapshotWriter(
      manifest: SnapshotFixture().manifest, folder: SitePath(folder), fileSystem: files)
    var item = Item(
      id: "q1", type: .question, attributedTo: nil,
      published: Timestamp(secondsSinceEpoch: 1_454_472_306))
    item.content = "a\n\"b\""
    item.mediaType = .html
    item.tag = ["x"]
    item.codes = [CodeMark(code: "praise", by: .machine, cue: "thank you")]
    writer.append(item)
    var member = Member(id: "m-1", kind: .bot, role: .staff)
    member.discoverable = false
    writer.append(member)
    writer.countRead(3)
    writer.withhold(reason: "tag wiki")
    writer.quarantine(
      QuarantinedRecord(file: "p.xml", line: 2, column: 3, reason: "no Id", bytes: [0xFF]))
    let manifest = try writer.finish()
    let texts = files.texts
    #expect(
      texts["\(folder)/items.ndjson"] == """
        {"id":"q1","type":"question","attributedTo":null,"published":"2016-02-03T04:05:06Z",\
        "content":"a\\n\\"b\\"","mediaType":"text/html","tag":["x"],\
        "codes":[{"code":"praise","by":"machine","cue":"thank you"}]}

        """)
    #expect(
      texts["\(folder)/members.ndjson"]
        == #"{"id":"m-1","kind":"bot","role":"staff","discoverable":false}"# + "\n")
    #expect(
      texts["\(folder)/quarantine.ndjson"]
        == #"{"place":"p.xml:2:3","reason":"no Id","base64":"/w=="}"# + "\n")
    #expect(
      manifest.files.map(\.path) == ["items.ndjson", "members.ndjson", "quarantine.ndjson"])
    let items = Array((texts["\(folder)/items.ndjson"] ?? "").utf8)
    #expect(manifest.files[0].sha256 == sha256(items))
    #expect(manifest.counts.withheld == ["tag wiki": 1])
  }
}
