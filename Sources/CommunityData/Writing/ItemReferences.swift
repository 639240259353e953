/// The members and channels that items refer to, each with the first item that did.
struct ItemReferences {
  private var authors = References()
  private var channels = References()

  mutating func note(_ line: ItemLine) {
    if !line.author.isEmpty { authors.note(line.author, by: line.id) }
    if !line.channel.isEmpty { channels.note(line.channel, by: line.id) }
  }

  /// The first of them, in order of id, that is not there.
  func firstMissing(
    members: [String: Member], channels known: [ExactText: Channel]
  ) -> SnapshotError.Kind? {
    if let (id, item) = authors.first(where: { members[$0] == nil }) {
      return .unknownReference(field: "attributedTo", id: id, item: item)
    }
    if let (id, item) = channels.first(where: { known[ExactText($0)] == nil }) {
      return .unknownReference(field: "channel", id: id, item: item)
    }
    return nil
  }
}

/// What is referred to, numbered, and which item did so first.
private struct References {
  private var ids = TextIndex()
  private var items: [[UInt8]] = []

  mutating func note(_ id: [UInt8], by item: [UInt8]) {
    let number = id.withUnsafeBufferPointer { ids.add($0) }
    if number == items.count { items.append(item) }
  }

  /// The first by id that fulfils a condition, and its item.
  func first(where condition: (String) -> Bool) -> (id: String, item: String)? {
    let found = ids.texts.enumerated().filter { condition($0.element) }
    return found.min { $0.element < $1.element }.map { number, id in
      (id, String(decoding: items[number], as: UTF8.self))
    }
  }
}
