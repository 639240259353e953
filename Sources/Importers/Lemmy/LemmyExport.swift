internal import Basics
internal import CommunityData

/// Lemmy communities: answers of its own interface (posts and comments), or their ActivityPub
/// objects and outboxes.
enum LemmyExport {
  static let format = ImportFormat(
    name: "lemmy",
    title: "Lemmy communities (own interface or ActivityPub)",
    files: """
      `.json` files: answers of `/api/v3/post/list` and `/api/v3/comment/list`, or ActivityPub \
      objects and collections.
      """,
    measurable: SnapshotManifest.Measurable(
      replies: true, threads: true, urls: true, edits: true),
    licences: [],
    example: """
      meadow import lemmy posts.json comments.json --community our-lemmy \
      --origin https://lemmy.example/c/ours --date 2026-08-12
      """,
    recognition: "JSON with a `creator` and a `community` that have an `actor_id`.",
    recognises: { sample in
      sample.holds("\"creator\"") && sample.holds("\"community\"")
        && sample.holds("\"actor_id\"")
    },
    read: { run throws(ImportError) in try read(&run) })

  private static var files: JSONFiles {
    var files = JSONFiles(.documents(lists: ["posts", "comments"] + ActivityReading.lists)) {
      $0.lowercased().hasSuffix(".json")
    }
    files.withheldTexts = ActivityReading.reference
    return files
  }

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(
      files.isOne, passes: 2, what: "`.json` file", fix: "save the answers of Lemmy's interface")
    var people = ActivityPeople(run.request)
    var names = MentionNames()
    try files.survey(run) { entry throws(RecordFault) in
      guard case .record(let object, _) = entry else { return }
      if let view = try LemmyView(object) {
        people.note(view.channel)
        try view.noteCreator(in: &names)
      } else {
        try people.note(object)
      }
    }
    try people.choice.check()
    people.describe(&run)
    var reading = ActivityReading(people)
    try files.read(&run) { entry, run throws(RecordFault) in
      guard case .record(let object, _) = entry, let view = try LemmyView(object) else {
        return try reading.take(entry, &run)
      }
      if !people.choice.takes(view.channel.id) { return run.withhold(ImportRun.inOtherChannel) }
      if !view.isPublic, run.request.scope != .withConsent {
        return run.withhold(ImportRun.inPrivateChannel)
      }
      run.keep(try view.item(names, &run), from: object.record)
    }
    run.writePlaces(people.choice)
  }
}
