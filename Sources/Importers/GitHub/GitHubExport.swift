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

  /// The labels of an archive are no list to be read record by record, since an issue by itself has
  /// such a list as well.
  private static let files = JSONFiles(
    .documents(lists: [
      "issues", "pulls", "items", "data.repository.discussions.nodes",
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
    reading.sayWhatIsMissing(&run)
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
  private var comments = GitHubComments()
  /// Whether anything was kept that answers something.
  private var hasReplies = false
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
    case .frame(let frame):
      repository = origin
      for _ in 0..<(frame.count(of: "labels") ?? 0) {
        run.withhold("not a conversation: label record")
      }
    case .record(let object, _): try take(object, &run)
    }
  }

  /// A GraphQL answer is taken apart; anything else is a thing of its own.
  private mutating func take(_ object: SourceObject, _ run: inout ImportRun) throws(RecordFault) {
    guard let data = try object.object("data") else { return try keep(object, &run) }
    guard let things = try GitHubReading.things(in: data) else {
      throw object.fault("it holds no issue or discussion")
    }
    for thing in things { try keep(thing, &run) }
  }

  /// What a GraphQL answer is about: one thing, or a page of them where answers stand in a list;
  /// nil when it is about something else.
  private static func things(in data: SourceObject) throws(RecordFault) -> [SourceObject]? {
    let repository = try data.object("repository")
    var things: [SourceObject] = []
    var isPage = false
    for name in ["discussion", "issue", "pullRequest"] as [StaticString] {
      if let thing = try repository?.object(name) { things.append(thing) }
    }
    var pages = [try data.object("search")]
    for name in ["discussions", "issues", "pullRequests"] as [StaticString] {
      pages.append(try repository?.object(name))
    }
    for case let page? in pages where page.has("nodes") {
      isPage = true
      things += try page.objects("nodes")
    }
    return things.isEmpty && !isPage ? nil : things
  }

  private mutating func keep(_ object: SourceObject, _ run: inout ImportRun) throws(RecordFault) {
    let place = GitHubAddress.repository(of: object) ?? repository
    channels.note(Channel(id: place, name: place))
    let thread = GitHubThread(repository: place, names: names)
    let things = try thread.things(in: object, &run)
    if channels.takes(place), let root = things.first??.context {
      try comments.note(object, in: root)
    }
    for found in things {
      if !channels.takes(place) {
        run.withhold(ImportRun.inOtherChannel)
      } else if let item = found {
        run.keep(item, from: object.record)
        if item.inReplyTo != nil { hasReplies = true }
      } else {
        run.withhold("a review without words")
      }
    }
  }

  /// Issues without any of their comments tell of no conversation.
  func sayWhatIsMissing(_ run: inout ImportRun) {
    let count = comments.incompleteThreads
    if count == 0 { return }
    run.tally.gap(
      count == 1
        ? "1 thread has more comments than the export holds"
        : "\(numberText(count)) threads have more comments than the export holds")
    if hasReplies { return }
    run.correctMeasurable {
      $0.replies = false
      $0.threads = false
    }
    run.tally.note("no comment is there: save `issues/comments` too")
  }
}
