/// The id of an entry of a feed as the feed writes it.
enum EntryID {
  private static let schemes = ["http://", "https://", "tag:", "urn:"]

  /// Whether nobody else gives the same: an address, a tag or a URN, where `1` is unique in its feed
  /// alone.
  static func isUniqueAnywhere(_ id: String) -> Bool {
    let lower = id.prefix(8).lowercased()
    return schemes.contains { lower.hasPrefix($0) }
  }
}
