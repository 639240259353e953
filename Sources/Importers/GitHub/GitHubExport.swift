internal import Basics
internal import CommunityData

/// Issues, pull requests and discussions of GitHub: answers of its REST and GraphQL interfaces as
/// they are, and the `archive.json` in which IETF groups keep their repositories.
enum GitHubExport {
  static let format = ImportFormat(
    name: "github",
    title: "GitHub issues, pull requests and discussions",
    files: """
      `.json` or `.ndjson` files: REST answers (issues, comments, reviews), GraphQL answers \
      (discussions, issues), or an IETF archive.json.
      """,
    measurable: SnapshotManifest.Measurable(
      replies: true, reactions: true, threads: true, urls: true, edits: true),
    licences: [],
    example: """
      meadow import github issues.json comments.json --community our-project \
      --origin https://github.com/our/project --date 2026-07-09
      """,
    recognition: "JSON with addresses of api.github.com, or the magic word of an archive.json.",
    recognises: {
      $0.holds("\"e!via5l86j2i\"") || $0.holds("\"https://api.github.com/repos/")
    },
    read: { run throws(ImportError) in try read(&run) })

  private static let files = JSONFiles(
    .documents(lists: [
      "issues", "pulls", "labels", "items", "data.repository.discussions.nodes",
      "data.repository.issues.nodes", "data.repository.pullRequests.nodes", "data.search.nodes",
    ])
  ) { name in
    let lower = name.lowercased()
    // Whoever saves answers one by one often leaves the ending out.
    return lower.hasSuffix(".json") || lower.hasSuffix(".ndjson")
      || !(lower.split(separator: "/").last ?? "").contains(".")
  }

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(
      files.isOne, passes: 2, what: "`.json` file",
      fix: "save the answers of GitHub's interface, or give an archive.json")
    var names = MentionNames()
    try files.survey(run) { entry throws(RecordFault) in
      if case .record(let object, _) = entry {
        object.forEachText(named: ["login", "author"]) { names.note($0, as: $0) }
      }
    }
    var reading = GitHubReading(run, names)
    try files.read(&run) { entry, run throws(RecordFault) in try reading.take(entry, &run) }
    try reading.channels.check()
    if reading.isArchive { sayWhatArchivesLack(&run) }
    run.writePlaces(reading.channels)
  }

  private static func sayWhatArchivesLack(_ run: inout ImportRun) {
    run.correctMeasurable { $0.reactions = false }
    run.tally.note("archive.json has no reactions, and no addresses or ids of comments")
  }
}

/// The reading of one file after the other.
private struct GitHubReading {
  private(set) var channels: ChannelChoice
  private(set) var isArchive = false
  private let names: MentionNames
  /// What a file says of itself, or the origin: `our/project`.
  private var repository: String
  private let origin: String

  init(_ run: ImportRun, _ names: MentionNames) {
    self.names = names
    channels = ChannelChoice(run.request.channels)
    origin = GitHubAddress.repository(in: run.request.origin) ?? run.request.community
    repository = origin
  }

  mutating func take(_ entry: JSONFiles.Entry, _ run: inout ImportRun) throws(RecordFault) {
    switch entry {
    case .head(let head):
      repository = try head.optionalString("repo") ?? origin
      isArchive = isArchive || head.has("magic")
    case .frame: repository = origin
    case .record(_, .named("labels")): run.withhold("not a conversation: label record")
    case .record(let object, _): try take(object, &run)
    }
  }

  /// A page of a GraphQL answer is taken apart; anything else is a thing of its own.
  private mutating func take(_ object: SourceObject, _ run: inout ImportRun) throws(RecordFault) {
    guard let data = try object.object("data") else { return try keep(object, &run) }
    let repository = try data.object("repository")
    for name in ["discussions", "issues", "pullRequests"] as [StaticString] {
      for node in try repository?.object(name)?.objects("nodes") ?? [] { try keep(node, &run) }
    }
  }

  private mutating func keep(_ object: SourceObject, _ run: inout ImportRun) throws(RecordFault) {
    let place = GitHubAddress.repository(of: object) ?? repository
    channels.note(Channel(id: place, name: place))
    let thread = GitHubThread(repository: place, names: names)
    for found in try thread.things(in: object, &run) {
      if !channels.takes(place) {
        run.withhold(ImportRun.inOtherChannel)
      } else if let item = found {
        run.keep(item, from: object.record)
      } else {
        run.withhold("a review without words")
      }
    }
  }
}
