internal import Basics
internal import CommunityData

/// What Mastodon and other programs of the Fediverse say of themselves: the archive of an account
/// (outbox.json), or collections and objects of ActivityPub.
enum MastodonExport {
  static let format = ImportFormat(
    name: "mastodon",
    title: "Mastodon archives and ActivityPub collections",
    files: "The archive of an account, or `.json` files with ActivityPub collections or objects.",
    measurable: SnapshotManifest.Measurable(replies: true, edits: true),
    licences: [],
    example: """
      meadow import mastodon archive-20240723.tar.gz --community our-mastodon \
      --origin https://social.example --date 2024-07-23
      """,
    recognition: "a JSON object that names the vocabulary ActivityStreams.",
    recognises: { $0.begins(with: "{") && $0.holds("www.w3.org/ns/activitystreams") },
    read: { run throws(ImportError) in try read(&run) })

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    var files = JSONFiles(.documents(lists: ActivityReading.lists), where: isFile)
    files.withheldTexts = ActivityReading.reference
    try run.announce(
      isFile, passes: 2, what: "`.json` file", fix: "give the archive that the server made")
    var people = ActivityPeople(run.request)
    try files.survey(run) { entry throws(RecordFault) in
      if case .record(let object, _) = entry { try people.note(object) }
    }
    try people.choice.check()
    people.describe(&run)
    var reading = ActivityReading(people)
    try files.read(&run) { entry, run throws(RecordFault) in try reading.take(entry, &run) }
    let hasReactions = people.hasReactions
    run.correctMeasurable { $0.reactions = hasReactions }
    run.writePlaces(people.choice)
  }

  /// What an account keeps for itself is no conversation.
  @Sendable private static func isFile(_ name: String) -> Bool {
    let file = name.split(separator: "/").last.map(String.init) ?? ""
    return file.lowercased().hasSuffix(".json") && file != "likes.json" && file != "bookmarks.json"
  }
}
