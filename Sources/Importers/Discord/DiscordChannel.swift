internal import CommunityData

/// The channel of a file, or the thread and the channel it hangs on.
struct DiscordChannel {
  let guild: String
  /// Of the channel or thread itself, for permalinks.
  let id: String
  /// Where its messages are: the channel, for a thread the one it was begun in.
  let place: Channel
  private let category: Channel?
  /// The title of a thread; nil for a channel.
  let threadTitle: String?

  init(_ head: SourceObject) throws(RecordFault) {
    guard let guild = try head.object("guild") else { throw head.missing("guild") }
    guard let channel = try head.object("channel") else { throw head.missing("channel") }
    self.guild = try guild.id("id")
    id = try channel.id("id")
    let name = try channel.string("name")
    let parentID = try channel.optionalID("categoryId")
    let parent = try channel.optionalString("category")
    // A thread stands under its channel as a channel stands under its category.
    if try channel.string("type").contains("Thread"), let parentID {
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

  /// The places to be written; of one that several files name, the one that knows its category wins.
  var channels: [Channel] { [place] + (category.map { [$0] } ?? []) }
}
