import Basics
import CommunityData
import SiteBuild
import TestSupport
import Testing

/// A site on some people who each ask a question, or several, in every month from January 2019 on.
struct YearSite {
  var k = 5
  var people = 6
  var questionsEach = 1
  /// The first day of the data.
  var from = "2019-01-01"
  /// Whether each question has an answer after an hour.
  var isAnswered = false

  /// With one snapshot a day named, each of which knows everything up to that day.
  func onDisk(days: [String]) throws -> MemoryFileSystem {
    let disk = MemoryFileSystem(files)
    for day in days { try writeSnapshot(try #require(CalendarDay(day)), to: disk) }
    return disk
  }

  private var files: [String: String] {
    var files = SampleSite().files
    files["Content/insights/first.md"] = nil
    files["Content/insights/spring.md"] = insight("Spring", "2020-02-01")
    files["Content/insights/autumn.md"] = insight("Autumn", "2020-09-01")
    files["Content/site.yaml"] = """
      title: T
      organisation: O
      data_licence: CC-BY-4.0
      headline: autumn
      k: \(k)
      """
    return files
  }

  private func insight(_ title: String, _ day: String) -> String {
    """
    ---
    title: \(title)
    summary: All of it.
    date: \(day)
    communities: [makers]
    sources: [makers/q-2019-1-0]
    ---
    """
  }

  private func writeSnapshot(_ day: CalendarDay, to disk: MemoryFileSystem) throws {
    let end = Timestamp(secondsSinceEpoch: Timestamp(day.adding(days: 1)).secondsSinceEpoch - 1)
    let start = Timestamp(try #require(CalendarDay(from)))
    var manifest = SnapshotManifest(
      community: "makers", platform: "forum", origin: "https://makers.example", collected: end,
      window: .init(from: start, to: end))
    manifest.licences = [.init(id: "CC-BY-4.0")]
    manifest.measurable.threads = true
    manifest.measurable.replies = true
    var writer = SnapshotWriter(
      manifest: manifest, folder: try SitePath("Content/snapshots/makers/\(day)"),
      fileSystem: disk)
    let items = try questions(until: end).flatMap { isAnswered ? [$0, answer(to: $0)] : [$0] }
    for item in items { writer.append(item) }
    for person in 0..<people { writer.append(Member(id: "m-\(person)")) }
    writer.countRead(items.count)
    _ = try writer.finish()
  }

  private func answer(to question: Item) -> Item {
    var answer = Item(
      id: "a" + question.id, type: .answer,
      attributedTo: question.attributedTo == "m-0" ? "m-1" : "m-0",
      published: Timestamp(secondsSinceEpoch: question.published.secondsSinceEpoch + 3600))
    answer.inReplyTo = question.id
    answer.context = question.id
    return answer
  }

  private func questions(until end: Timestamp) throws -> [Item] {
    try (0..<24).flatMap { month in
      try (0..<people).flatMap { person -> [Item] in
        let (year, number) = (2019 + month / 12, month % 12 + 1)
        let day = try #require(CalendarDay(year: year, month: number, day: 2 + person))
        return (0..<questionsEach).compactMap { time -> Item? in
          let published = Timestamp(
            secondsSinceEpoch: Timestamp(day).secondsSinceEpoch + Int64(time))
          guard published.secondsSinceEpoch < end.secondsSinceEpoch else { return nil }
          let more = time == 0 ? "" : "-\(time)"
          var item = Item(
            id: "q-\(year)-\(number)-\(person)\(more)", type: .question,
            attributedTo: "m-\(person)", published: published)
          item.name = "Question \(month) of \(person)"
          item.url = "https://makers.example/t/\(month)-\(person)\(more)"
          return item
        }
      }
    }
  }
}
