internal import Basics
internal import CommunityData

/// Slack's own workspace export: lists of users and channels, and a file a channel and day.
///
/// Channels that are not public are left out unless the data was given with consent, direct messages
/// always. Slack has threads since 2017: an older export that shows none cannot tell who answered whom.
enum SlackExport {
  static let format = ImportFormat(
    name: "slack",
    title: "Slack workspace export",
    files: """
      A folder or archive with users.json, channels.json and `<channel>/<YYYY-MM-DD>.json` files.
      """,
    measurable: SnapshotManifest.Measurable(
      replies: true, reactions: true, threads: true, urls: true, edits: true),
    licences: [],
    example: """
      meadow import slack slack-export.zip --community our-slack \
      --origin https://our.slack.com --date 2016-07-31
      """,
    recognition:
      "files of a channel named after a day, or a list of messages with `ts` and `text`.",
    recognises: { $0.begins(with: "[") && (isDay($0.name) || holdsMessages($0)) },
    read: { run throws(ImportError) in try read(&run) })

  /// 18 January 2017, when Slack announced threads.
  private static let firstThread = Timestamp(secondsSinceEpoch: 1_484_697_600)

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    let isMessages = try messageFiles(of: run.input)
    try run.announce(
      isMessages, passes: 2, what: "`<channel>/<YYYY-MM-DD>.json` file",
      fix: "give the export that Slack made, as a folder or archive")
    var places = SlackPlaces(run.request)
    var people = SlackPeople()
    try readLists(&run, &places, &people)
    let isGiven = run.input.hasGivenFile
    try run.input.listFiles { path in
      if isMessages(path) || isGiven && !isList(path) { places.noteFolder(of: path) }
    }
    try places.choice.check()
    var hasThreads = false
    var files = JSONFiles(.documents(lists: []), where: isMessages)
    // A talk's folder is called by who spoke: what is wrong with its files is not told either.
    files.withheldFile = { [places] in places.place(of: $0).withheld }
    try files.readRecords(&run) { object, run throws(RecordFault) in
      let place = places.place(of: object.file)
      let message = try SlackMessage(object)
      hasThreads = hasThreads || message.thread != nil
      run.keep(try message.item(in: place, people, &run), from: object.record)
    }
    if !hasThreads { sayThatThreadsAreUnknown(&run) }
    people.describe(&run)
    run.writePlaces(places.choice)
  }

  /// Which files hold messages: those of days; where there are none, whatever lies by itself.
  private static func messageFiles(
    of input: ExportInput
  ) throws(ImportError) -> @Sendable (String) -> Bool {
    var hasDays = input.isStream
    if !hasDays { try input.listFiles { hasDays = hasDays || isDay($0) } }
    if hasDays { return isDay }
    return isLone
  }

  @Sendable private static func isLone(_ path: String) -> Bool {
    !path.contains("/") && path.hasSuffix(".json") && !isList(path)
  }

  private static func readLists(
    _ run: inout ImportRun, _ places: inout SlackPlaces, _ people: inout SlackPeople
  ) throws(ImportError) {
    var lists = JSONFiles(.documents(lists: []), where: isList)
    lists.takesGiven = false
    try lists.readRecords(&run) { object, run throws(RecordFault) in
      if isUsers(object.file) {
        try people.note(object)
        run.withhold("not a conversation: member record")
      } else {
        try places.note(object)
        run.withhold("not a conversation: channel record")
      }
    }
    if people.isEmpty { run.tally.gap("users.json is not there: bots are not known") }
    try run.input.listFiles { places.note(list: $0) }
    if !places.hasPublicList {
      run.tally.gap("channels.json is not there: folders are taken by their names")
    }
  }

  private static func sayThatThreadsAreUnknown(_ run: inout ImportRun) {
    guard let latest = run.tally.latest, latest < firstThread else { return }
    run.correctMeasurable {
      $0.threads = false
      $0.replies = false
    }
    run.tally.note("the export is older than Slack's threads: who answered whom is not measurable")
  }

  private static func holdsMessages(_ sample: FileSample) -> Bool {
    sample.hasEnding(".json") && sample.holds("\"ts\"") && sample.holds("\"text\"")
      && (sample.holds("\"user\"") || sample.holds("\"bot_id\""))
  }

  /// `general/2016-07-27.json`
  @Sendable static func isDay(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count >= 2, let file = parts.last, file.hasSuffix(".json") else { return false }
    return CalendarDay(file.dropLast(".json".count)) != nil
  }

  @Sendable private static func isList(_ path: String) -> Bool {
    SlackPlaces.isList(path) || isUsers(path)
  }

  @Sendable private static func isUsers(_ path: String) -> Bool {
    path.split(separator: "/").last == "users.json"
  }
}
