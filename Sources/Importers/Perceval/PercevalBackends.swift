internal import Basics
internal import CommunityData

/// How the answers of each backend become items: by their own importer where there is one, by a
/// shape where they are plain, and as mail.
enum PercevalBackends {
  static let mail: Set<String> = [
    "MBox", "Pipermail", "NNTP", "Gmane", "Groupsio", "HyperKitty",
  ]

  static func keep(
    _ envelope: PercevalEnvelope, _ names: MentionNames, _ run: inout ImportRun
  ) throws(RecordFault) {
    let isOther = envelope.category.map { PercevalShape.others.contains($0) } ?? false
    if isOther { return run.withhold("not a conversation: \(envelope.category ?? "")") }
    switch envelope.backend {
    case "Discourse": try keepTopic(envelope, &run)
    case "GitHub", "GitHubQL": try keepIssue(envelope, names, &run)
    case "Slack": try keepSlack(envelope, &run)
    case let backend where mail.contains(backend):
      run.keep(try PercevalMail(envelope).item(&run), from: envelope.object.record)
    case let backend:
      guard let shape = PercevalShape.shapes[backend] else {
        return run.withhold("of a backend that is no conversation: \(backend)")
      }
      let reading = PercevalReading(envelope: envelope, names: names)
      for item in try reading.items(of: envelope.data, shape, under: nil, &run) {
        run.keep(item, from: envelope.object.record)
      }
    }
  }

  private static func keepTopic(
    _ envelope: PercevalEnvelope, _ run: inout ImportRun
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
      topic.category = envelope.channel.id
      run.keep(try post.item(in: topic, forum, &run), from: envelope.object.record)
    }
  }

  private static func keepIssue(
    _ envelope: PercevalEnvelope, _ names: MentionNames, _ run: inout ImportRun
  ) throws(RecordFault) {
    let thread = GitHubThread(repository: envelope.channel.id, names: names)
    for item in try thread.things(in: envelope.data, &run) {
      if let item {
        run.keep(item, from: envelope.object.record)
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
