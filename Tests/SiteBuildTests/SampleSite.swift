import Basics
import CommunityData
import SiteBuild
import TestSupport
import Testing

/// A site small enough to read in a test: one community of three people, one page, one insight.
struct SampleSite {
  var files: [String: String] = [
    "Content/site.yaml": """
    title: Insights
    organisation: Acme
    base_url: https://insights.example/reports
    data_licence: CC-BY-4.0
    """,
    "Content/communities/makers.md": """
    ---
    name: Makers
    kind: Forum
    summary: People who make things.
    basis: licence
    proof: https://makers.example/licence
    ---

    Be kind.
    """,
    "Content/insights/first.md": """
    ---
    title: Questions are answered
    summary: All of them.
    date: 2020-02-01
    communities: [makers]
    sources: [makers/q1]
    ---

    There were {{ measure("activity.threads") | number }} questions.
    """,
    "Content/pages/about.md": """
    ---
    title: About
    ---

    See [the makers](../communities/makers.md).
    """,
  ]

  /// Posts of 2019, before those that are always there: a member, a tag, a text.
  var earlier: [(member: String, tag: String, text: String)] = []

  /// Records that the snapshot does not hold, by reason.
  var withheld: [String: Int] = [:]

  /// Who answers.
  var answerer = "Name of m-ben"

  /// With more files, or with other texts for those there are.
  func with(_ more: [String: String]) -> SampleSite {
    var site = self
    site.files.merge(more) { _, new in new }
    return site
  }

  /// What reading the site finds: errors and warnings about its content.
  func readingFindings() throws -> [String] {
    readSite(try onDisk()).diagnostics.filter { $0.severity != .note }.map(\.text)
  }

  /// Reads and builds the site as of a day after all of its data.
  func build() throws -> SampleBuild { try Self.build(onDisk()) }

  /// Reads and builds what lies on a disk.
  static func build(
    _ disk: MemoryFileSystem,
    asOf moment: Timestamp = Timestamp(CalendarDay(daysSinceEpoch: 19_000))
  ) throws -> SampleBuild {
    let reading = readSite(disk)
    var diagnostics = reading.diagnostics
    var built: [String: String] = [:]
    var heldBack = 0
    if let input = reading.input {
      let result = buildSite(input, BuildSettings(asOf: moment))
      diagnostics += result.diagnostics
      heldBack = result.heldBack
      for file in result.files {
        built[file.path.text] = String(decoding: file.bytes, as: UTF8.self)
      }
    }
    return SampleBuild(files: built, diagnostics: diagnostics, heldBack: heldBack)
  }

  /// The site's files and its snapshot, not yet read.
  func onDisk() throws -> MemoryFileSystem {
    let disk = MemoryFileSystem(files)
    try writeSnapshot(to: disk)
    return disk
  }

  /// Two questions; the first is answered after an hour, the second by nobody.
  private func writeSnapshot(to disk: MemoryFileSystem) throws {
    let start = try #require(Timestamp("2020-01-06T10:00:00Z"))
    let first = earlier.isEmpty ? start : try #require(Timestamp("2018-12-01T00:00:00Z"))
    let end = try #require(Timestamp("2020-01-31T00:00:00Z"))
    var manifest = SnapshotManifest(
      community: "makers", platform: "forum", origin: "https://makers.example", collected: end,
      window: .init(from: first, to: end))
    manifest.licences = [.init(id: "CC-BY-4.0")]
    manifest.measurable.threads = true
    manifest.measurable.replies = true
    manifest.measurable.urls = true
    var writer = SnapshotWriter(
      manifest: manifest, folder: try SitePath("Content/snapshots/makers/2020-01-31"),
      fileSystem: disk)
    let items = try items(from: start) + earlierItems()
    for item in items { writer.append(item) }
    for id in Set(["m-ana", "m-ben"] + earlier.map(\.member)).sorted() {
      writer.append(Member(id: id))
      writer.append(Attribution(member: id, name: id == "m-ben" ? answerer : "Name of \(id)"))
    }
    for (reason, count) in withheld {
      for _ in 0..<count { writer.withhold(reason: reason) }
    }
    writer.countRead(items.count + withheld.values.reduce(0, +))
    _ = try writer.finish()
  }

  private func earlierItems() throws -> [Item] {
    let start = try #require(Timestamp("2019-03-04T10:00:00Z"))
    return earlier.enumerated().map { number, post in
      var item = Item(
        id: "e\(number)", type: .post, attributedTo: post.member,
        published: Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + Int64(number) * 3600))
      item.name = "Post \(number)"
      item.content = post.text
      item.mediaType = .plain
      item.tag = [post.tag]
      item.context = item.id
      item.url = "https://makers.example/e/\(number)"
      return item
    }
  }

  private func items(from start: Timestamp) -> [Item] {
    var question = Item(id: "q1", type: .question, attributedTo: "m-ana", published: start)
    question.name = "How do I <b>weld</b>?"
    question.content = "I don't know how. Do you?"
    question.mediaType = .plain
    question.url = "https://makers.example/t/1"
    var answer = Item(
      id: "a1", type: .answer, attributedTo: "m-ben",
      published: Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + 3600))
    answer.inReplyTo = "q1"
    answer.context = "q1"
    answer.content = "<p>Slowly &amp; with <i>care</i>.</p>"
    answer.mediaType = .html
    answer.url = "https://makers.example/t/1#a1"
    var open = Item(
      id: "q2", type: .question, attributedTo: "m-ana",
      published: Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + 86_400))
    open.name = "And glue?"
    open.url = "https://makers.example/t/2"
    return [question, answer, open]
  }
}

struct SampleBuild {
  var files: [String: String]
  var diagnostics: [Diagnostic]
  var heldBack: Int

  /// The texts of all errors and warnings.
  var findings: [String] { diagnostics.filter { $0.severity != .note }.map(\.text) }

  func page(_ path: String) -> String { files[path] ?? "" }
}
