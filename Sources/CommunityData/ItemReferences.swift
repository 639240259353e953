/// The members and channels that items refer to, each with the first item that did.
struct ItemReferences {
  private var authors: [String: String] = [:]
  private var channels: [String: String] = [:]

  mutating func note(_ item: Item) {
    if let author = item.attributedTo, authors[author] == nil { authors[author] = item.id }
    if let channel = item.channel, channels[channel] == nil { channels[channel] = item.id }
  }

  /// The first of them, in order of id, that is not there.
  func firstMissing(
    members: [String: Member], channels known: [String: Channel]
  ) -> SnapshotError.Kind? {
    if let id = authors.keys.filter({ members[$0] == nil }).min(), let item = authors[id] {
      return .unknownReference(field: "attributedTo", id: id, item: item)
    }
    if let id = channels.keys.filter({ known[$0] == nil }).min(), let item = channels[id] {
      return .unknownReference(field: "channel", id: id, item: item)
    }
    return nil
  }
}
