internal import CommunityData

/// Ids of the export as a snapshot may hold them.
extension ImportRun {
  /// An id as it may be written, and whether it had to be made: `tag:ann@example.org,2005:1` holds
  /// an address, and without it would be that of Ben's first entry too.
  func writableID(_ id: String) -> (id: String, isMade: Bool) {
    let isHarmless = Minimisation.minimised(label: id) == id
    return (isHarmless ? id : madeID(of: Array(id.utf8)), !isHarmless)
  }

  /// An id of a platform as it may be written: one that holds nobody's contact as it is.
  ///
  /// Platforms count in long numbers, which only look like a telephone's, so that one without a sign
  /// of an address stays.
  func withoutContact(id: String) -> String {
    var id = id
    let isPlain = id.withUTF8 { ImportRun.isPlain(id: $0) }
    return isPlain ? id : writableID(id).id
  }

  /// Whether an id has no sign that a contact has.
  static func isPlain(id: UnsafeBufferPointer<UInt8>) -> Bool {
    id.first != UInt8(ascii: "+") && id.firstIndex(of: UInt8(ascii: "@"), from: 0) == nil
      && id.firstIndex(of: UInt8(ascii: "%"), from: 0) == nil
  }

  /// An item whose ids, also of what it belongs to, give nobody away: some tables and workspaces
  /// call a place or a record by somebody's mail address.
  func withoutContactsInIDs(_ item: Item) -> Item {
    var item = item
    let id = withoutContact(id: item.id)
    if id != item.id {
      item.id = id
      if !item.derived.contains("id") { item.derived.append("id") }
    }
    if let parent = item.inReplyTo { item.inReplyTo = withoutContact(id: parent) }
    if let thread = item.context { item.context = withoutContact(id: thread) }
    if let channel = item.channel { item.channel = withoutContact(id: channel) }
    if let accepted = item.accepted { item.accepted = withoutContact(id: accepted) }
    return item
  }

  /// What stands before ids that are unique in a place only: the same of the same place, and no
  /// member's id, since no handle begins so.
  ///
  /// At the beginning of an id a rotation of the key finds it.
  func madeID(ofPlace place: String) -> String { madeID(of: [0] + Array(place.utf8)) }
}
