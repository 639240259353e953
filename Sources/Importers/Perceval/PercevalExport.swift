internal import Basics
internal import CommunityData

/// Items as CHAOSS Perceval fetches them and GrimoireLab keeps them: the platform's own answer in an
/// envelope that names the backend. Lines, lists and texts one after the other are all read.
enum PercevalExport {
  static let format = ImportFormat(
    name: "perceval",
    title: "CHAOSS Perceval and GrimoireLab items",
    files: "`.json` or `.ndjson` files with what `perceval` printed, whatever the backend.",
    measurable: SnapshotManifest.Measurable(replies: true, threads: true, urls: true, edits: true),
    licences: [],
    example: """
      meadow import perceval discourse.json gitlab.json --community our-tools \
      --origin https://example.org --date 2026-06-19
      """,
    recognition: "JSON with a `backend_name` and a `perceval_version`.",
    recognises: { $0.holds("\"backend_name\"") && $0.holds("\"perceval_version\"") },
    read: { run throws(ImportError) in try read(&run) })

  private static let files = JSONFiles(.documents(lists: [])) { name in
    let lower = name.lowercased()
    return lower.hasSuffix(".json") || lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl")
  }

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(
      files.isOne, passes: 2, what: "`.json` file", fix: "save what `perceval` prints")
    var survey = PercevalSurvey(run.request)
    try files.survey(run) { entry throws(RecordFault) in
      if case .record(let object, _) = entry { survey.note(try PercevalEnvelope(object)) }
    }
    try survey.channels.check()
    try files.readRecords(&run) { object, run throws(RecordFault) in
      let envelope = try PercevalEnvelope(object)
      if !survey.channels.takes(envelope.channel.id) {
        return run.withhold(ImportRun.inOtherChannel)
      }
      try PercevalBackends.keep(envelope, survey, &run)
    }
    run.correctMeasurable { $0 = survey.measurable }
    run.writePlaces(survey.channels)
  }
}

/// What stands around the platform's own answer.
struct PercevalEnvelope {
  let object: SourceObject
  let backend: String
  let category: String?
  /// Where it was fetched from.
  let channel: Channel
  /// When it last changed, for mail when it was written.
  let updated: Timestamp
  let data: SourceObject

  init(_ object: SourceObject) throws(RecordFault) {
    self.object = object
    backend = try object.string("backend_name")
    category = try object.optionalString("category")
    let origin = try object.string("origin")
    channel = Channel(id: origin, name: origin)
    updated = try object.time("updated_on", .seconds)
    guard let data = try object.object("data") else { throw object.missing("data") }
    self.data = data
  }
}
