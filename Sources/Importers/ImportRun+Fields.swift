internal import CommunityData

/// Addresses that items had and the snapshot has not.
struct LeftOutAddresses: Sendable {
  /// That are not absolute.
  var relative = 0
  /// That hold somebody's own address or number.
  var personal = 0

  /// `2 addresses are not absolute and were left out`
  var notes: [String] {
    [
      note(relative, "is not absolute", "are not absolute"),
      note(personal, "holds somebody's contact", "hold somebody's contact"),
    ].compactMap { $0 }
  }

  private func note(_ count: Int, _ one: String, _ several: String) -> String? {
    switch count {
    case 0: nil
    case 1: "1 address \(one) and was left out"
    default: "\(count) addresses \(several) and were left out"
    }
  }
}

/// What stands in an item beside its texts.
extension ImportRun {
  /// An item whose address, state and tags give nobody away.
  mutating func withoutContacts(_ item: Item) -> Item {
    var item = item
    if var url = item.url, !url.withUTF8({ mayLink(to: $0) }) { item.url = nil }
    if !item.tag.isEmpty { item.tag = item.tag.map(Minimisation.minimised(label:)) }
    if let state = item.state { item.state = Minimisation.minimised(label: state) }
    return item
  }

  /// Whether an item's address may be written: it is absolute, as the snapshot's reader asks, and holds
  /// nobody's contact. The place's own address may be a number, so what follows it is looked at alone.
  mutating func mayLink(to address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isAbsoluteURL(address) else {
      leftOut.relative += 1
      return false
    }
    let origin = request.origin.utf8
    let rest = address.starts(with: origin) ? address.dropFirst(origin.count) : address[...]
    if !Minimisation.holdsContact(UnsafeBufferPointer(rebasing: rest)) { return true }
    leftOut.personal += 1
    return false
  }
}
