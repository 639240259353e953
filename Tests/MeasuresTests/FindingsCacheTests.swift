import Basics
import CommunityData
import Crypto
import Foundation
import Measures
import TestSupport
import Testing

/// What was found in texts is kept beside the items: a refresh measures the same as if all were read.
@Suite("What is kept of texts") struct FindingsCacheTests {
  private static let cues = [
    "how do i", "thanks a lot", "this is broken", "see https://a.example/x", "nothing",
    "`how do i` http://B.example/y?z and http://a.example/x",
  ]
  private static let codes = ["praise", "own-code", "zebra", "apple"]

  private func line(_ id: Int, _ month: Int, _ dice: inout SeededGenerator) -> String {
    let time = "2020-0\(1 + id / 28)-\(padded(1 + id % 28, 2))T00:00:00Z"
    let text = Self.cues.randomElement(using: &dice) ?? ""
    let code = Self.codes[..<(1 + month % 4)].randomElement(using: &dice) ?? ""
    let by = Bool.random(using: &dice) ? "human" : "machine"
    let given = id % 3 == 0 ? #","codes":[{"code":"\#(code)","by":"\#(by)"}]"# : ""
    let isGone = Int.random(in: 0..<9, using: &dice) == 0
    let deleted = isGone ? #","deleted":"2020-06-01T00:00:00Z""# : ""
    return """
      {"id":"i\(padded(id, 3))","type":"post","attributedTo":"m-\(id % 7)","published":"\(time)",\
      "content":"\(text)","mediaType":"text/markdown"\(given)\(deleted)}

      """
  }

  private func write(_ month: Int, _ dice: inout SeededGenerator, to disk: DiskFileSystem) throws {
    let ids = (0..<month * 28).filter { _ in Int.random(in: 0..<4, using: &dice) > 0 }
    let kind = Bool.random(using: &dice) ? "bot" : "person"
    let files: [(String, String)] = [
      ("items.ndjson", ids.map { line($0, month, &dice) }.joined()),
      (
        "members.ndjson",
        (0..<7).map {
          #"{"id":"m-\#($0)","kind":"\#($0 == 3 ? kind : "person")","role":"member"}"# + "\n"
        }.joined()
      ),
    ]
    let end = Timestamp(try #require(CalendarDay("2020-0\(month)-28")))
    let start = Timestamp(try #require(CalendarDay("2020-01-01")))
    var manifest = SnapshotManifest(
      community: "cafe", platform: "forum", origin: "https://cafe.example/", collected: end,
      window: .init(from: start, to: end))
    manifest.complete = Bool.random(using: &dice)
    manifest.files = files.map { name, text in
      .init(path: name, sha256: Self.sha256(text), rows: text.count { $0 == "\n" })
    }
    manifest.counts.items = manifest.files[0].rows
    manifest.counts.read = manifest.files[0].rows
    let folder = "Content/snapshots/cafe/2020-0\(month)-28/"
    try disk.write(manifest.encoded, to: SitePath(folder + "manifest.json"))
    for (name, text) in files { try disk.write(Array(text.utf8), to: SitePath(folder + name)) }
  }

  private static func sha256(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private func measured(_ disk: DiskFileSystem, isKept: Bool) throws -> (
    csv: [UInt8], notes: [String]
  ) {
    let cache = isKept ? CacheFolder(of: disk, engine: "this", isWritable: true) : nil
    defer { cache?.finish() }
    let reading = readCommunity(
      slug: "cafe", snapshotsUpTo: nil, in: disk, at: try SitePath("Content/snapshots"),
      cache: cache)
    let community = try #require(reading.community)
    let (table, diagnostics) = measure(community, .standard, keptIn: cache)
    return (table.csv(), (reading.diagnostics + diagnostics).map(\.code.id))
  }

  @Test("measures the same after each refresh", arguments: 1...8 as ClosedRange<UInt64>)
  func agreesAfterRefreshes(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    try withTemporaryFolder { root in
      let disk = DiskFileSystem(root: root)
      for month in 1...4 {
        try write(month, &dice, to: disk)
        Thread.sleep(forTimeInterval: 0.03)
        let plain = try measured(disk, isKept: false)
        #expect(try measured(disk, isKept: true) == plain)
        #expect(try measured(disk, isKept: true) == plain)
      }
    }
  }

  @Test("measures the same, with a note, when what was kept is damaged")
  func measuresTheSameWhenDamaged() throws {
    var dice = SeededGenerator(seed: 99)
    try withTemporaryFolder { root in
      let disk = DiskFileSystem(root: root)
      try write(2, &dice, to: disk)
      Thread.sleep(forTimeInterval: 0.03)
      let plain = try measured(disk, isKept: true)
      let path = try SitePath(".meadow/cache/cafe.findings")
      let bytes = try disk.read(path)
      for place in stride(from: 0, to: bytes.count, by: 97) {
        // Without its table the findings are asked for.
        try disk.remove(SitePath(".meadow/cache/cafe.measurements"))
        var damaged = bytes
        damaged[place] ^= 1
        try disk.write(damaged, to: path)
        let again = try measured(disk, isKept: true)
        #expect(again.csv == plain.csv)
        #expect(again.notes == ["D019"], "at \(place)")
      }
    }
  }

  /// Words of the last quarter are counted only once, unless something in that quarter is other now.
  @Test(
    "finds the same rising words after a refresh",
    arguments: ["later items", "another text", "a vanished item", "a bot", "nothing"])
  func keepsRisingWords(change: String) throws {
    try withTemporaryFolder { root in
      let disk = DiskFileSystem(root: root)
      func item(_ number: Int, _ day: String, _ text: String) -> String {
        """
        {"id":"i\(padded(number, 3))","type":"post","attributedTo":"m-\(number % 8)",\
        "published":"\(day)T00:00:00Z","content":"\(text) alpha bravo charlie delta foxtrot golf \
        hotel india juliet kilo lima mike"}

        """
      }
      var items = (0..<48).map { item($0, "2019-0\(1 + $0 / 8)-05", "backup disk volume") }
      items += (48..<78).map { item($0, "2020-01-\(padded($0 - 47, 2))", "scheduler crash backup") }
      var bot: Int?
      try snapshot("2020-04-02", items, to: disk)
      Thread.sleep(forTimeInterval: 0.03)
      #expect(try measured(disk, isKept: true) == measured(disk, isKept: false))
      switch change {
      case "later items": items += (78..<84).map { item($0, "2020-04-03", "scheduler volume") }
      case "another text": items[50] = item(50, "2020-01-03", "volume volume")
      case "a vanished item": items.remove(at: 51)
      case "a bot": bot = 3
      default: break
      }
      try snapshot("2020-04-04", items, bot: bot, to: disk)
      Thread.sleep(forTimeInterval: 0.03)
      let plain = try measured(disk, isKept: false)
      #expect(String(decoding: plain.csv, as: UTF8.self).contains("term=scheduler"))
      #expect(try measured(disk, isKept: true) == plain)
    }
  }

  private func snapshot(
    _ day: String, _ items: [String], bot: Int? = nil, to disk: DiskFileSystem
  ) throws {
    let members = (0..<8).map {
      #"{"id":"m-\#($0)","kind":"\#($0 == bot ? "bot" : "person")","role":"member"}"# + "\n"
    }
    let files = [("items.ndjson", items.joined()), ("members.ndjson", members.joined())]
    let start = Timestamp(try #require(CalendarDay("2019-01-01")))
    let end = Timestamp(try #require(CalendarDay(day)))
    var manifest = SnapshotManifest(
      community: "cafe", platform: "forum", origin: "https://cafe.example/", collected: end,
      window: .init(from: start, to: end))
    manifest.measurable.threads = true
    manifest.files = files.map { name, text in
      .init(path: name, sha256: Self.sha256(text), rows: text.count { $0 == "\n" })
    }
    manifest.counts.items = manifest.files[0].rows
    manifest.counts.read = manifest.files[0].rows
    let folder = "Content/snapshots/cafe/\(day)/"
    try disk.write(manifest.encoded, to: SitePath(folder + "manifest.json"))
    for (name, text) in files { try disk.write(Array(text.utf8), to: SitePath(folder + name)) }
  }
}
