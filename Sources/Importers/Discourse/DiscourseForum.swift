internal import Basics
internal import CommunityData
internal import JSONText

/// What a topic is called and where it is, which its file says behind its posts.
struct DiscourseTopic {
  var title: String?
  var slug: String?
  /// The id of its category.
  var category: String?
  var tags: [String] = []
  var isClosed = false
  /// Whether it was written to a few people, whom nobody else may look over the shoulder.
  var isTalk = false
  /// The id of the post that was accepted as the answer.
  var accepted: String?
}

/// What must be known of a forum before its posts can be told of.
struct DiscourseForum {
  private(set) var choice: ChannelChoice
  private(set) var names = MentionNames()
  private var topics: [String: DiscourseTopic] = [:]
  private var categoryNames: [String: String] = [:]
  /// Categories that only some may read.
  private var restricted: Set<String> = []
  /// Ids of posts by topic and number.
  private var posts: [String: String] = [:]
  /// Posts of the file at hand, and topics with more posts than their file holds.
  private var held = 0
  private var partial = 0

  init(_ request: ImportRequest) {
    choice = ChannelChoice(request.channels)
  }

  func topic(_ id: String) -> DiscourseTopic { topics[id] ?? DiscourseTopic() }

  func isRestricted(_ category: String) -> Bool { restricted.contains(category) }

  func post(_ number: Int, of topic: String) -> String? { posts["\(topic)/\(number)"] }

  mutating func note(_ entry: JSONFiles.Entry) throws(RecordFault) {
    switch entry {
    case .record(let category, .named("category_list.categories")):
      let id = try category.id("id")
      if try category.flag("read_restricted") { restricted.insert(id) }
      categoryNames[id] = try category.string("name")
    case .record(let post, _):
      held += 1
      try note(post: post)
    case .frame(let topic): try note(topic: topic)
    case .head: held = 0
    }
  }

  private mutating func note(post: SourceObject) throws(RecordFault) {
    let found = try DiscoursePost(post)
    posts["\(found.topic)/\(found.number)"] = found.id
    if let name = try post.optionalString("username"), let handle = found.author {
      names.note(name, as: handle)
    }
    if try post.flag("accepted_answer") {
      topics[found.topic, default: .init()].accepted = found.id
    }
    if let title = try post.optionalString("topic_title") {
      topics[found.topic, default: .init()].title = title
      topics[found.topic]?.slug = try post.optionalString("topic_slug")
    }
    // Answers of `/posts.json` tell with each post what a topic's own file tells once.
    if let category = try post.optionalID("category_id") {
      topics[found.topic, default: .init()].category = category
    }
  }

  private mutating func note(topic: SourceObject) throws(RecordFault) {
    guard let id = try topic.optionalID("id") else { return }
    var found = topics[id] ?? DiscourseTopic()
    found.title = try topic.optionalString("title")
    found.slug = try topic.optionalString("slug")
    found.category = try topic.optionalID("category_id")
    if topic.kind("tags") == .array { found.tags = try topic.texts("tags", orField: "name") }
    found.isClosed = try topic.flag("closed")
    found.isTalk = try topic.optionalString("archetype") == "private_message"
    topics[id] = found
    let says = try topic.object("post_stream")?.count(of: "stream") ?? held
    if says > held, !found.isTalk { partial += 1 }
  }

  /// Chooses the channels once all categories have been seen.
  mutating func choose() throws(ImportError) {
    for category in Set(topics.values.compactMap(\.category)).sorted() {
      let name = categoryNames[category] ?? "category \(category)"
      choice.note(Channel(id: category, name: name))
    }
    try choice.check()
  }

  func sayWhatIsMissing(_ run: inout ImportRun) {
    if categoryNames.isEmpty {
      run.tally.note("categories.json is not there: categories are called by their numbers")
    }
    if partial > 0 {
      run.tally.gap(
        countText(partial, "topic")
          + (partial == 1
            ? " has more posts than its file holds" : " have more posts than their files hold"))
    }
  }
}
