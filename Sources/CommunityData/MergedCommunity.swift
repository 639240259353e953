internal import Basics

/// What the first snapshots of a community say together.
struct MergedCommunity: Sendable {
  /// Sorted by id, as are the channels.
  var members: [Member] = []
  var channels: [Channel] = []
  var items = MergedItems(rows: 0)
  /// How many snapshots it is made of, from the oldest on.
  var snapshots = 0

  /// Takes newer members and channels; false when that would change what older items say.
  mutating func knows(_ members: [Member], _ channels: [Channel]) -> Bool {
    let memberPlaces = places(of: self.members.map(\.id), in: members.map(\.id))
    let channelPlaces = places(
      of: self.channels.map { ExactText($0.id) }, in: channels.map { ExactText($0.id) })
    if snapshots > 0, items.lostMentions.count > 0 {
      let newcomers = Set(members.map(\.id)).subtracting(self.members.map(\.id))
      if items.lostMentions.texts.contains(where: newcomers.contains) { return false }
    }
    self.members = members
    self.channels = channels
    if let memberPlaces {
      items.items.authors = items.items.authors.map { $0 < 0 ? -1 : memberPlaces[Int($0)] }
      items.items.mentions = items.items.mentions.map { memberPlaces[Int($0)] }
    }
    if let channelPlaces {
      items.items.channels = items.items.channels.mapPresent { channelPlaces[Int($0)] }
    }
    return true
  }

  /// Adds the items of the next snapshot: its state wins, and what it should hold and does not have
  /// was deleted as of its collection. An unread line of it might have been any item.
  mutating func add(_ newer: MergedItems, of snapshot: SnapshotFolder, isWhole: Bool) {
    if isWhole {
      let collected = snapshot.manifest.collected.secondsSinceEpoch
      items.markVanished(at: collected, where: snapshot.covers)
    }
    items.merge(newer)
    snapshots += 1
  }
}

/// Where each of some sorted ids stands among more sorted ids; nil when all keep their place.
private func places<ID: Hashable>(of ids: [ID], in more: [ID]) -> [Int32]? {
  if ids == Array(more.prefix(ids.count)) { return nil }
  let index = Dictionary(more.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
  return ids.map { index[$0] ?? -1 }
}
