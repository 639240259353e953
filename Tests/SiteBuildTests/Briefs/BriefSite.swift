import Basics
import CommunityData
import SiteBuild
import TestSupport
import Testing

/// A site with two departments and a community in which somebody speaks to the staff.
struct BriefSite {
  var files: [String: String] = [
    "Content/site.yaml": """
    title: Insights
    organisation: Acme
    base_url: https://insights.example/reports
    data_licence: CC-BY-4.0
    contact: listen@acme.example
    """,
    "Content/departments/care.md": """
    ---
    name: Care & Co
    owner: Head of care
    jobs: [mend]
    communities: [yard]
    ---
    """,
    "Content/departments/press.md": """
    ---
    name: Press
    owner: Head of press
    topics: [welding]
    ---
    """,
    "Content/jobs/mend.md": """
    ---
    title: Mend a chair
    phrases: [broken chair, glue]
    ---
    """,
    "Content/communities/yard.md": """
    ---
    name: The Yard
    kind: Chat
    summary: People who mend things.
    basis: licence
    proof: https://yard.example/licence
    ---
    """,
    "Content/insights/first.md": """
    ---
    title: Questions are answered
    summary: All of them.
    date: 2020-02-01
    communities: [makers]
    jobs: [mend]
    sources: [makers/q1]
    unknown: Whether the answers helped.
    ---
    """,
    "Content/insights/second.md": """
    ---
    title: Wélding is dear
    summary: People say so.
    date: 2020-02-02
    communities: [makers]
    sources: [makers/q1]
    ---
    """,
    "Content/criticism/slow.md": """
    ---
    title: Nobody answers about glue
    summary: The question waits.
    number: 7
    date: 2021-12-29
    status: heard
    sources: [makers/q2]
    owner: care
    ---
    """,
    "Content/strategy/faster.md": """
    ---
    title: People mend more
    behaviour: They tell how.
    engagement: We answer.
    measure: unanswered
    target: None waits for a week.
    review: 2022-02-01
    owner: care
    ---
    """,
  ]

  func with(_ more: [String: String]) -> BriefSite {
    var site = self
    site.files.merge(more) { _, new in new }
    return site
  }

  func onDisk() throws -> MemoryFileSystem {
    let disk = try SampleSite().with(files).onDisk()
    try writeYard(to: disk)
    return disk
  }

  static let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))

  func build(for audience: Audience = .everybody) throws -> SampleBuild {
    let reading = readSite(try onDisk())
    let input = try #require(reading.input, "\(reading.diagnostics.map(\.text))")
    let result = buildSite(input, BuildSettings(asOf: Self.asOf, audience: audience))
    return SampleBuild(
      files: Dictionary(
        uniqueKeysWithValues: result.files.map {
          ($0.path.text, String(decoding: $0.bytes, as: UTF8.self))
        }),
      diagnostics: reading.diagnostics + result.diagnostics, heldBack: result.heldBack)
  }

  /// The brief of a department as a command writes it.
  func brief(
    _ department: String, as form: BriefForm, for audience: Audience = .everybody,
    to readers: [Mailbox] = []
  ) throws -> String {
    let reading = readSite(try onDisk())
    let input = try #require(reading.input, "\(reading.diagnostics.map(\.text))")
    let result = writeBrief(
      of: department, as: form, to: readers, input,
      BuildSettings(asOf: Self.asOf, audience: audience))
    return String(
      decoding: try #require(result.bytes, "\(result.diagnostics.map(\.text))"), as: UTF8.self)
  }

  /// One question about glue that waits, one to the staff that a member answered, one that staff did.
  private func writeYard(to disk: MemoryFileSystem) throws {
    let start = try #require(Timestamp("2020-01-06T10:00:00Z"))
    let end = try #require(Timestamp("2020-01-31T00:00:00Z"))
    var manifest = SnapshotManifest(
      community: "yard", platform: "chat", origin: "https://yard.example", collected: end,
      window: .init(from: start, to: end))
    manifest.licences = [.init(id: "CC-BY-4.0")]
    manifest.measurable.threads = true
    manifest.measurable.replies = true
    manifest.measurable.roles = true
    var writer = SnapshotWriter(
      manifest: manifest, folder: try SitePath("Content/snapshots/yard/2020-01-31"),
      fileSystem: disk)
    for item in yardItems(from: start) { writer.append(item) }
    for id in ["m-ana", "m-ben"] { writer.append(Member(id: id)) }
    writer.append(Member(id: "m-desk", role: .staff))
    writer.countRead(5)
    _ = try writer.finish()
  }

  private func yardItems(from start: Timestamp) -> [Item] {
    func item(_ id: String, by author: String, day: Int64, _ kind: Item.Kind = .question) -> Item {
      var item = Item(
        id: id, type: kind, attributedTo: author,
        published: Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + day * 86_400))
      item.url = "https://yard.example/t/\(id)"
      item.mediaType = .plain
      return item
    }
    var glue = item("glue", by: "m-ana", day: 1)
    glue.name = "Zibblequestion"
    glue.content = "Which GLUE holds a broken chair?"
    var asked = item("asked", by: "m-ana", day: 2)
    asked.name = "Wobblequestion"
    asked.mentions = ["m-desk"]
    var answer = item("answer", by: "m-ben", day: 3, .answer)
    answer.inReplyTo = "asked"
    answer.context = "asked"
    var other = item("other", by: "m-ben", day: 4)
    other.name = "Settled"
    other.mentions = ["m-desk"]
    var reply = item("reply", by: "m-desk", day: 5, .answer)
    reply.inReplyTo = "other"
    reply.context = "other"
    return [glue, asked, answer, other, reply]
  }
}
