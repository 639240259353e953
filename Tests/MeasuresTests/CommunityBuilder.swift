import Basics
import CommunityData

/// Builds a community row by row, in any order of time.
struct CommunityBuilder {
  var slug = "garden"
  var until: String
  var from: String?
  var scope = SnapshotManifest.Scope.public
  var tellsThreads = true
  var tellsRoles = true
  var members: [Member] = []
  var posts: [Post] = []

  struct Post {
    var id: String
    var thread: String
    var author: String?
    var at: Timestamp
    var kind: Item.Kind
    var channel: String?
    var deleted: Timestamp?
    var closed: Timestamp?
    var accepted: String?
    var mentions: [String]
    var parent: String?
    var text: String?
  }

  init(until: String) {
    self.until = until
  }

  /// Names ending in `bot` are bots, in `staff` staff, in `mod` moderators; nil is a deleted account.
  /// A thread begins with the item that has its name as id, or with its earliest.
  mutating func post(
    _ thread: String, by author: String?, at time: String, _ kind: Item.Kind = .post,
    channel: String? = nil, deleted: String? = nil, closed: String? = nil, id: String? = nil,
    accepted: String? = nil, mentions: [String] = [], parent: String? = nil, text: String? = nil
  ) {
    posts.append(
      Post(
        id: id ?? "i\(padded(posts.count, 6))", thread: thread, author: author, at: moment(time),
        kind: kind, channel: channel, deleted: deleted.map(moment), closed: closed.map(moment),
        accepted: accepted, mentions: mentions, parent: parent, text: text))
  }

  func community() -> Community {
    let sorted = posts.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    let names = Set(sorted.compactMap(\.author)).sorted()
    let channels = Set(sorted.compactMap(\.channel)).sorted()
    let start = from.map(moment) ?? sorted.first?.at ?? moment(until)
    var manifest = SnapshotManifest(
      community: slug, platform: "test", origin: "https://forum.example/",
      collected: moment(until), window: .init(from: start, to: moment(until)))
    manifest.scope = scope
    manifest.measurable.threads = tellsThreads
    manifest.measurable.replies = tellsThreads
    manifest.measurable.roles = tellsRoles
    let named = Dictionary(
      sorted.enumerated().filter { $1.id == $1.thread }.map { ($1.thread, $0) },
      uniquingKeysWith: { first, _ in first })
    var items = ItemColumns()
    var text = TextStore()
    for (row, post) in sorted.enumerated() {
      let earliest = sorted.firstIndex { $0.thread == post.thread } ?? row
      let first = named[post.thread] ?? earliest
      items.ids.append(text.append(Array(post.id.utf8)))
      items.types.append(post.kind)
      items.authors.append(Int32(post.author.flatMap { names.firstIndex(of: $0) } ?? -1))
      items.published.append(post.at.secondsSinceEpoch)
      items.updated.append(.max)
      items.deleted.append(post.deleted?.secondsSinceEpoch ?? .max)
      items.closed.append(post.closed?.secondsSinceEpoch ?? .max)
      let parent = post.parent.flatMap { id in sorted.firstIndex { $0.id == id } }
      items.parents.append(first == row ? -1 : Int32(parent ?? first))
      items.threads.append(Int32(first))
      items.channels.append(Int32(post.channel.flatMap { channels.firstIndex(of: $0) } ?? -1))
      let accepted = post.accepted.flatMap { id in sorted.firstIndex { $0.id == id } }
      items.accepted.append(Int32(accepted ?? -1))
      items.scores.append(.min)
      items.titles.append(.absent)
      items.contents.append(post.text.map { text.append(Array($0.utf8)) } ?? .absent)
      items.mediaTypes.append(nil)
      items.urls.append(.absent)
      items.licences.append(.absent)
      items.tagStarts.append(0)
      items.codeStarts.append(0)
      items.languages.append(-1)
      items.mentions += post.mentions.compactMap { names.firstIndex(of: $0).map { Int32($0) } }
      items.mentionStarts.append(Int32(items.mentions.count))
      items.hasDerivedParent.append(false)
    }
    return Community(
      slug: slug, manifest: manifest, members: names.map(member),
      channels: channels.map { Channel(id: $0, name: $0) }, items: items, text: text)
  }

  private func member(_ name: String) -> Member {
    Member(
      id: name, kind: name.hasSuffix("bot") ? .bot : .person,
      role: name.hasSuffix("staff") ? .staff : name.hasSuffix("mod") ? .moderator : .member)
  }
}

/// `2018-01-31` or `2018-01-31T09:00:00Z`
func moment(_ text: String) -> Timestamp {
  if let time = Timestamp(text) { return time }
  guard let day = CalendarDay(text) else { preconditionFailure("not a time: \(text)") }
  return Timestamp(day)
}
