internal import CommunityData

/// The channel of a file, or the thread and the channel it hangs on.
struct DiscordChannel {
  let guild: String
  /// Of the channel or thread itself, for permalinks.
  let id: String
  /// Where its messages are: the channel, for a thread the one it was begun in.
  let place: Channel
  private let category: Channel?
  /// `GuildTextChat`, `GuildPublicThread`, `DirectTextChat`.
  private let type: String
  /// The title of a thread; nil for a channel.
  let threadTitle: String?

  init(_ head: SourceObject) throws(RecordFault) {
    guard let guild = try head.object("guild") else { throw head.missing("guild") }
    guard let channel = try head.object("channel") else { throw head.missing("channel") }
    self.guild = try guild.id("id")
    id = try channel.id("id")
    let name = try channel.string("name")
    type = try channel.string("type")
    let parentID = try channel.optionalID("categoryId")
    let parent = try channel.optionalString("category")
    // A thread stands under its channel as a channel stands under its category.
    if type.contains("Thread"), let parentID {
      place = Channel(id: parentID, name: parent ?? parentID)
      category = nil
      threadTitle = name
    } else {
      category = parentID.flatMap { id in
        parent.map { Channel(id: "category-\(id)", name: $0) }
      }
      place = Channel(id: id, name: name, parent: category?.id)
      threadTitle = nil
    }
  }

  /// Why its messages are left out; nil when they are taken. For a talk of two or a few people no
  /// community can say yes.
  func withheld(in scope: SnapshotManifest.Scope) -> String? {
    if type.hasPrefix("Direct") { return ImportRun.inTalk }
    let isPrivate = type.contains("PrivateThread")
    return isPrivate && scope != .withConsent ? ImportRun.inPrivateChannel : nil
  }

  /// Why what stands in a file is left out that may be a talk's.
  static let unknown = "in a file that does not say which channel it is of"

  /// The same by what is left of a head that cannot be read: it may be a talk's unless it bears the
  /// kind of a channel that is public.
  static func withheld(
    byDamaged head: [UInt8], in scope: SnapshotManifest.Scope
  ) -> String? {
    let places = head.indices.filter { head[$0] == UInt8(ascii: "\"") }
    let holds = { (text: StaticString) in places.contains { head.has(text, at: $0) } }
    if holds("\"directtext") || holds("\"directgroup") { return ImportRun.inTalk }
    if holds("\"guildprivate") {
      return scope == .withConsent ? nil : ImportRun.inPrivateChannel
    }
    // `"GuildTextChat"`, not the name `"guild"`.
    let isPublic = places.contains { place in
      let end = head.end(from: place + 6, while: ByteClass.isLetter)
      return head.has("\"guild", at: place) && end > place + 6 && head.at(end) == 0x22
    }
    return isPublic ? nil : unknown
  }

  /// The places to be written; of one that several files name, the one that knows its category wins.
  var channels: [Channel] { [place] + (category.map { [$0] } ?? []) }
}
