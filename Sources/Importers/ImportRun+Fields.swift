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
  /// An item whose ids, address, state and tags give nobody away.
  mutating func withoutContacts(_ item: Item) -> Item {
    var item = withoutContactsInIDs(item)
    if var url = item.url, !url.withUTF8({ mayLink(to: $0) }) { item.url = nil }
    if !item.tag.isEmpty { item.tag = item.tag.map(Minimisation.minimised(label:)) }
    if let state = item.state { item.state = Minimisation.minimised(label: state) }
    return item
  }

  /// Whether an item's address may be written: it is absolute, as the snapshot's reader asks, and holds
  /// nobody's contact. The place's own address may be a number, so what follows it is looked at alone;
  /// of others what follows the scheme, whose colon would make each of them worth a closer look.
  mutating func mayLink(to address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isAbsoluteURL(address) else {
      leftOut.relative += 1
      return false
    }
    let known = request.origin.utf8.count
    let scheme = (address.firstIndex(of: UInt8(ascii: ":")) ?? -1) + 1
    let rest = address[(isOfOrigin(address) ? known : scheme)...]
    if !Minimisation.holdsContact(UnsafeBufferPointer(rebasing: rest)) { return true }
    leftOut.personal += 1
    return false
  }

  private func isOfOrigin(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    var origin = request.origin
    return origin.withUTF8 { own in
      own.count <= address.count && zip(own, address).allSatisfy(==)
    }
  }
}
