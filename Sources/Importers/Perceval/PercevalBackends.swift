internal import Basics
internal import CommunityData

/// How the answers of each backend become items: by their own importer where there is one, by a
/// shape where they are plain, and as mail.
enum PercevalBackends {
  static let mail: Set<String> = [
    "MBox", "Pipermail", "NNTP", "Gmane", "Groupsio", "HyperKitty",
  ]

  /// Whether a category tells of something else than what people say.
  static func isOther(_ envelope: PercevalEnvelope) -> Bool {
    envelope.category.map { PercevalShape.others.contains($0) } ?? false
  }

  /// What a backend's answers tell.
  static func measurable(of backend: String) -> SnapshotManifest.Measurable {
    var measurable: SnapshotManifest.Measurable
    switch backend {
    case "Discourse": measurable = DiscourseExport.format.measurable
    case "GitHub", "GitHubQL": measurable = GitHubExport.format.measurable
    case "Slack": measurable = SlackExport.format.measurable
    case let backend where mail.contains(backend):
      measurable = SnapshotManifest.Measurable(replies: true, threads: true)
    case let backend:
      measurable = PercevalShape.shapes[backend]?.measurable ?? SnapshotManifest.Measurable()
    }
    // Not all backends beside them have reactions.
    measurable.reactions = false
    return measurable
  }

  static func keep(
    _ envelope: PercevalEnvelope, _ survey: PercevalSurvey, _ run: inout ImportRun
  ) throws(RecordFault) {
    if isOther(envelope) { return run.withhold("not a conversation: \(envelope.category ?? "")") }
    if let reason = try PercevalAudience.withheld(envelope, in: run.request.scope) {
      return run.withhold(reason)
    }
    let backend = envelope.backend
    switch backend {
    case "Discourse": try keepTopic(envelope, survey, &run)
    case "GitHub", "GitHubQL": try keepIssue(envelope, survey, &run)
    case "Slack": try keepSlack(envelope, &run)
    case let backend where mail.contains(backend):
      let message = try PercevalMail(envelope)
      if message.asksNotToBeArchived { return run.withhold(MailMessage.notToBeArchived) }
      run.keep(try message.item(&run), from: envelope.object.record)
    default:
      guard let shape = PercevalShape.shapes[backend] else {
        return run.withhold("of a backend that is no conversation: \(backend)")
      }
      let reading = PercevalReading(envelope: envelope, names: survey.names.names(of: backend))
      for item in try reading.items(of: envelope.data, shape, under: nil, &run) {
        keep(item, of: envelope, survey, &run)
      }
    }
  }

  private static func keep(
    _ item: Item, of envelope: PercevalEnvelope, _ survey: PercevalSurvey, _ run: inout ImportRun
  ) {
    var item = item
    survey.places.tellApart(&item, of: envelope, run)
    run.keep(item, from: envelope.object.record)
  }

  private static func keepTopic(
    _ envelope: PercevalEnvelope, _ survey: PercevalSurvey, _ run: inout ImportRun
  ) throws(RecordFault) {
    var forum = DiscourseForum(run.request)
    let posts = envelope.data.objects(path: "post_stream.posts")
    for post in posts { try forum.note(.record(post, list: .root)) }
    try forum.note(.frame(envelope.data))
    if posts.isEmpty { run.withhold("a topic without posts") }
    for object in posts {
      let post = try DiscoursePost(object)
      if post.isWhisper {
        run.withhold("a whisper among the forum's staff")
        continue
      }
      var topic = forum.topic(post.topic)
      if topic.isTalk {
        run.withhold(ImportRun.inTalk)
        continue
      }
      topic.category = envelope.channel.id
      let item = try post.item(in: topic, forum, &run)
      keep(item, of: envelope, survey, &run)
    }
  }

  private static func keepIssue(
    _ envelope: PercevalEnvelope, _ survey: PercevalSurvey, _ run: inout ImportRun
  ) throws(RecordFault) {
    let names = survey.names.names(of: envelope.backend)
    let thread = GitHubThread(repository: envelope.channel.id, names: names)
    for item in try thread.things(in: envelope.data, &run) {
      if let item {
        keep(item, of: envelope, survey, &run)
      } else {
        run.withhold("a review without words")
      }
    }
  }

  private static func keepSlack(
    _ envelope: PercevalEnvelope, _ run: inout ImportRun
  ) throws(RecordFault) {
    var people = SlackPeople()
    if let user = try envelope.data.object("user_data") { try people.note(user) }
    people.describe(&run)
    let place = SlackPlace(channel: envelope.channel.id)
    let message = try SlackMessage(envelope.data)
    run.keep(try message.item(in: place, people, &run), from: envelope.object.record)
  }
}
