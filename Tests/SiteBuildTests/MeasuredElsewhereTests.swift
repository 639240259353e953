import Basics
import CommunityData
import struct Foundation.URL
import Measures
import SiteBuild
import TestSupport
import Testing

/// A community that was measured by the job on Spark, beside the same community with its items here;
/// both were written by `Tests/spark/measured_fixture.py`.
@Suite struct MeasuredElsewhereTests {
  enum Data: String { case items, numbers }

  private static let asOf = Timestamp(CalendarDay(daysSinceEpoch: 18_300))

  private func site(_ data: Data) throws -> MemoryFileSystem {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let disk = DiskFileSystem(root: here.appendingPathComponent("Fixtures/measured").path)
    let files = MemoryFileSystem()
    for entry in try disk.walk(SitePath("site")) where entry.kind == .file {
      try files.write(disk.read(entry.path), to: SitePath(String(entry.path.text.dropFirst(5))))
    }
    for entry in try disk.walk(SitePath(data.rawValue)) where entry.kind == .file {
      let name = entry.path.text.dropFirst(data.rawValue.count)
      try files.write(
        disk.read(entry.path), to: SitePath("Content/snapshots/orchard\(name)"))
    }
    return files
  }

  private func rows(_ data: Data) throws -> [Measurement] {
    let reading = readMeasurements(try site(data), asOf: Self.asOf)
    #expect(reading.diagnostics.filter { $0.severity != .note }.map(\.text) == [])
    return try #require(reading.table).rows
  }

  @Test func hidesAndShowsTheSameAsOfItems() throws {
    let ours = try rows(.items)
    let theirs = try rows(.numbers)
    #expect(ours.map(\.name) == theirs.map(\.name))
    #expect(ours.count > 8000)
    #expect(ours.count { $0.result == .suppressed } > 300)
    for (one, other) in zip(ours, theirs) where !one.isSame(as: other) {
      Issue.record("\(one.name): \(one.result) \(one.note), \(other.result) \(other.note)")
    }
  }

  /// Quotes, sources, waiting threads and conversations come from the items that the job handed on.
  @Test func buildsTheSamePages() throws {
    let pages = try [Data.items, .numbers].map { data in
      let reading = readSite(try site(data))
      let result = buildSite(try #require(reading.input), BuildSettings(asOf: Self.asOf))
      #expect(result.diagnostics.filter { $0.severity != .note }.map(\.text) == [])
      return Dictionary(
        uniqueKeysWithValues: result.files.map { file in
          (file.path.text, String(decoding: file.bytes, as: UTF8.self))
        })
    }
    #expect(pages[0].keys.sorted() == pages[1].keys.sorted())
    for (path, page) in pages[0].sorted(by: { $0.key < $1.key })
    where path.hasSuffix(".html") && !path.hasPrefix("data/") {
      #expect(pages[1][path] == page, "\(path)")
    }
    let insight = try #require(pages[1]["insights/first/index.html"])
    #expect(insight.contains("Good morning."))
    #expect(insight.contains("https://orchard.example/posts/"))
  }
}

/// Numbers of another engine that cannot all be true are an error, and never a crash.
@Suite struct ContradictoryNumbersTests {
  private func community() throws -> Community {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let disk = DiskFileSystem(root: here.appendingPathComponent("Fixtures/measured").path)
    let files = MemoryFileSystem()
    for entry in try disk.walk(SitePath("numbers")) where entry.kind == .file {
      let name = entry.path.text.dropFirst("numbers".count)
      try files.write(disk.read(entry.path), to: SitePath("snapshots/orchard\(name)"))
    }
    let reading = readCommunity(
      slug: "orchard", snapshotsUpTo: nil, in: files, at: try SitePath("snapshots"))
    return try #require(reading.community)
  }

  enum Change: Sendable {
    case row(String, String, (@Sendable (inout MeasuredRow) -> Void)?)
    case people(String, String, Int?)
  }

  @Test(
    "says which numbers cannot be",
    arguments: [
      (
        Change.row("contributors", "2019-03") { $0.value = 900 },
        "its counts of people in `2019-03` contradict each other"
      ),
      (
        .people("helper", "2019-03-02", 900),
        "its counts of people in `2019` contradict each other"
      ),
      (
        .people("ten_items", "2018-12-24", 1),
        "its counts of people in `2018-W52` contradict each other"
      ),
      (
        .row("contributors", "2019-03", nil),
        "it has no row of `contributors` for `2019-03`, `all`"
      ),
      (
        .row("contributors", "2019-03") { $0.value = 3.5 },
        "its row of `contributors` for `2019-03`, `all` has no such number"
      ),
      (
        .row("contributors", "2019-03") { $0.value = nil },
        "its row of `contributors` for `2019-03`, `all` has no such number"
      ),
      (
        .row("occasional_contributors", "2020-01") { $0.value = 1.5 },
        "its row of `occasional_contributors` for `2020-01`, `all` has no such number"
      ),
      (
        .row("retention", "2019-03") { $0.segment = "months_later=02" },
        "it has two numbers of `retention 2019-03 months_later=02`"
      ),
      (
        .row("contributor_absence_factor.gini", "2019-03") { $0.value = nil },
        "its row of `contributor_absence_factor.gini` for `2019-03`, `all` has no such number"
      ),
      (
        .row("occasional_contributors", "2020-01") { $0.value = nil },
        "its row of `occasional_contributors` for `2020-01`, `all` has no such number"
      ),
      (.people("participants", "2019-03", nil), "it does not count `participants` in `2019-03`"),
    ])
  func saysWhichCannotBe(change: Change, message: String) throws {
    var community = try community()
    community.numbers?.make(change)
    let (table, diagnostics) = measure(community, .standard, keptIn: nil)
    #expect(table.rows.isEmpty)
    #expect(
      diagnostics.map(\.message)
        == ["the measured snapshot of `orchard` does not fit: \(message)"])
  }

  @Test(arguments: 1...12) func survivesAnyNumbers(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    var community = try community()
    for _ in 0..<3 {
      guard let count = community.numbers?.rows.count else { return }
      let row = Int.random(in: 0..<count, using: &dice)
      let value = [0, 1, 4, -1, 0.5, 1e9, 1e300].randomElement(using: &dice)
      switch Int.random(in: 0..<3, using: &dice) {
      case 0: community.numbers?.rows.remove(at: row)
      case 1: community.numbers?.rows[row].value = value
      default: community.numbers?.rows[row].n = Int.random(in: 0..<1 << 40, using: &dice)
      }
    }
    _ = measure(community, .standard, keptIn: nil)
  }
}

extension MeasuredNumbers {
  fileprivate mutating func make(_ change: ContradictoryNumbersTests.Change) {
    switch change {
    case .row(let metric, let period, let body):
      let segment = metric == "retention" ? "months_later=01" : "all"
      let found = rows.firstIndex {
        ($0.metric, $0.period, $0.segment) == (metric, period, segment)
      }
      guard let row = found else { return }
      if let body { body(&rows[row]) } else { rows.remove(at: row) }
    case .people(let count, let period, let number):
      people.removeAll { ($0.count, $0.period) == (count, period) }
      if let number { people.append(PeopleCount(count, period, number)) }
    }
  }
}

/// What whoever measures elsewhere is told besides the measures' inputs.
@Suite struct NamedItemsTests {
  private let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))

  @Test func namesQuotesSourcesAndPostsThatGiveConsent() throws {
    let site = SampleSite().with([
      "Content/insights/second.md": """
      ---
      title: Quoted
      summary: Twice.
      date: 2020-02-01
      communities: [makers]
      ---

      ```quote
      item: q2
      words: Hello
      ```
      """,
      "Content/criticism/dark.md": """
      ---
      title: Too dark
      summary: At night.
      number: 1
      date: 2020-01-01
      status: heard
      communities: [makers]
      sources: [makers/q3, elsewhere/q4]
      ---
      """,
    ])
    let job = try #require(readClusterJob(try site.onDisk(), asOf: asOf).job)
    let expected = """
      {
        "elsewhere": [
          "q4"
        ],
        "makers": [
          "q1",
          "q2",
          "q3"
        ]
      }

      """
    #expect(String(decoding: job.namedItems, as: UTF8.self) == expected)
  }

  /// As a page about one community means it: an insight that names one, among several communities.
  @Test func namesWhatAnInsightMeansByItsCommunity() throws {
    let far =
      "---\nname: Far\nkind: Forum\nsummary: Far off.\nbasis: licence\n"
      + "proof: https://far.example/licence\n---\n"
    let site = SampleSite().with([
      "Content/communities/far.md": far,
      "Content/insights/second.md": """
      ---
      title: Quoted
      summary: Once.
      date: 2020-02-01
      communities: [far]
      ---

      ```quote
      item: f1
      words: Hello
      ```
      """,
    ])
    let job = try #require(readClusterJob(try site.onDisk(), asOf: asOf).job)
    let named = String(decoding: job.namedItems, as: UTF8.self)
    #expect(named.contains(#""far": [\n    "f1"\n  ]"#.replacing(#"\n"#, with: "\n")), "\(named)")
  }

  /// The data of a community that is measured elsewhere need not be here, before and after.
  @Test func listsCommunitiesWithoutData() throws {
    let site = SampleSite().with([
      "Content/communities/far.md": """
      ---
      name: Far
      kind: Forum
      summary: Too many to be here.
      basis: licence
      proof: https://far.example/licence
      ---
      """,
      "Content/communities/none.md": """
      ---
      name: None
      kind: Forum
      summary: Nothing allows it.
      ---
      """,
      "Content/communities/soon.md": """
      ---
      name: Soon
      kind: Forum
      summary: Not to be told of yet.
      basis: licence
      proof: https://soon.example/licence
      draft: true
      ---
      """,
    ])
    let job = try #require(readClusterJob(try site.onDisk(), asOf: asOf).job)
    #expect(job.communities.map(\.folder) == ["far", "makers"])
    #expect(job.communities.map(\.publicThreshold) == [5, 5])
    #expect(job.communities.map(\.consentThreshold) == [10, 10])
  }
}

extension Measurement {
  fileprivate var name: String { "\(metric) \(period) \(segment)" }

  /// Numbers of SQL may differ in the last digits.
  fileprivate func isSame(as other: Measurement) -> Bool {
    guard note == other.note, unit == other.unit else { return false }
    guard let one = result.value, let two = other.result.value else {
      return result == other.result
    }
    return one.n == two.n && isNear(one.value, two.value) && isNear(one.low, two.low)
      && isNear(one.high, two.high)
  }
}

private func isNear(_ left: Double?, _ right: Double?) -> Bool {
  guard let left, let right else { return left == nil && right == nil }
  return abs(left - right) <= 1e-9 * max(1, abs(right))
}
