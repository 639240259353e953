internal import Basics
internal import CommunityData

/// Mattermost's bulk export: a JSON object a line, each of a kind, replies inside of their posts.
///
/// Posts bear no ids in it; theirs are made of channel, user and time. A reply counts as a record of
/// its own.
enum MattermostExport {
  static let format = ImportFormat(
    name: "mattermost",
    title: "Mattermost bulk export (JSONL)",
    files: "A `.jsonl` file, or the export's archive with it.",
    measurable: SnapshotManifest.Measurable(
      replies: true, reactions: true, threads: true, edits: true),
    licences: [],
    example: """
      meadow import mattermost bulk-export.zip --community our-mattermost \
      --origin https://chat.example.org --date 2026-01-31
      """,
    recognition: "a first line that tells the version.",
    recognises: { $0.begins(with: "{\"type\"") && $0.holds("\"version\"") },
    read: { run throws(ImportError) in try read(&run) })

  private static let files = JSONFiles(.lines) { $0.lowercased().hasSuffix(".jsonl") }

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(
      files.isOne, passes: 2, what: "`.jsonl` file", fix: "make it with `mmctl export create`")
    var team = MattermostTeam(run.request)
    try files.survey(run) { entry throws(RecordFault) in
      if case .record(let line, _) = entry { try team.note(line) }
    }
    try team.choice.check()
    team.describe(&run)
    try files.readRecords(&run) { line, run throws(RecordFault) in
      switch try line.string("type") {
      case "post": try keep(line, team, &run)
      case "direct_post": run.withhold("a direct message")
      case let kind: run.withhold("not a conversation: \(kind) record")
      }
    }
    run.writePlaces(team.choice)
  }

  private static func keep(
    _ line: SourceObject, _ team: MattermostTeam, _ run: inout ImportRun
  ) throws(RecordFault) {
    guard let object = try line.object("post") else { throw line.missing("post") }
    let channel = try MattermostTeam.channelID(of: object)
    let replies = try object.objects("replies")
    if let reason = team.withheld(channel) {
      for _ in 0...replies.count { run.withhold(reason) }
      return
    }
    let post = try MattermostPost(object, channel: channel, &run)
    run.keep(try post.item(answering: nil, team.names, &run), from: line.record)
    for reply in replies {
      do throws(RecordFault) {
        let answer = try MattermostPost(reply, channel: channel, &run)
        run.keep(try answer.item(answering: post.id, team.names, &run), from: line.record)
      } catch {
        run.quarantine(error)
      }
    }
  }
}
