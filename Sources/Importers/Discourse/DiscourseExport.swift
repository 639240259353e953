internal import Basics
internal import CommunityData

/// A Discourse forum as its own pages give it in JSON: a file a topic (`/t/<id>.json`), the posts in
/// it with their HTML or their Markdown.
enum DiscourseExport {
  static let format = ImportFormat(
    name: "discourse",
    title: "Discourse topics (JSON)",
    files: """
      A folder or archive with a `.json` file a topic; with categories.json where it is.
      """,
    measurable: SnapshotManifest.Measurable(
      replies: true, reactions: true, threads: true, urls: true, edits: true),
    licences: [],
    example: """
      meadow import discourse topics.tar.gz --community our-forum \
      --origin https://forum.example.org --date 2022-11-22
      """,
    recognition: "JSON with a `post_stream`.",
    recognises: { $0.holds("\"post_stream\"") || $0.holds("\"latest_posts\"") },
    read: { run throws(ImportError) in try read(&run) })

  private static let files = JSONFiles(
    .documents(lists: ["post_stream.posts", "latest_posts", "category_list.categories"])
  ) { $0.lowercased().hasSuffix(".json") }

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(
      files.isOne, passes: 2, what: "`.json` file", fix: "give the answers of `/t/<id>.json`")
    var forum = DiscourseForum(run.request)
    try files.survey(run) { entry throws(RecordFault) in try forum.note(entry) }
    try forum.choose()
    try files.read(&run) { entry, run throws(RecordFault) in
      switch entry {
      case .record(let category, .named("category_list.categories")):
        _ = try category.id("id")
        run.withhold("not a conversation: category record")
      case .record(let post, .named), .record(let post, .root): try keep(post, forum, &run)
      case .record(let other, .none):
        throw other.fault("it is no topic: it has no posts")
      case .head, .frame: break
      }
    }
    forum.sayWhatIsMissing(&run)
    run.writePlaces(forum.choice)
  }

  private static func keep(
    _ object: SourceObject, _ forum: DiscourseForum, _ run: inout ImportRun
  ) throws(RecordFault) {
    let post = try DiscoursePost(object)
    let topic = forum.topic(post.topic)
    if topic.isTalk { return run.withhold(ImportRun.inTalk) }
    if post.isWhisper { return run.withhold("a whisper among the forum's staff") }
    if let channel = topic.category, !forum.choice.takes(channel) {
      return run.withhold(ImportRun.inOtherChannel)
    }
    if let channel = topic.category, forum.isRestricted(channel),
      run.request.scope != .withConsent
    {
      return run.withhold(ImportRun.inPrivateChannel)
    }
    run.keep(try post.item(in: topic, forum, &run), from: object.record)
  }
}
