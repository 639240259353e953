package import Basics
internal import CommunityData
package import LinkDirectory

/// A post that gives consent, as the newest snapshot has it.
package struct CapturedPost: Sendable {
  package let address: WebAddress
  /// When the snapshot was taken.
  package let captured: Timestamp
  package let isByModerator: Bool
  /// What is kept as evidence: where, when, by whom in which role, and the words.
  package let evidence: [UInt8]
}

/// Why a post is no evidence.
package struct PostRefusal: Error {
  package let message: String
  package let fix: String?
}

/// Takes a post out of the newest snapshot of a community.
package func readPost(
  _ item: String, of slug: String, in fileSystem: any FileSystem
) throws(PostRefusal) -> CapturedPost {
  guard let folder = try? SitePath(SiteFolders.snapshots),
    let data = readCommunity(slug: slug, snapshotsUpTo: nil, in: fileSystem, at: folder).community
  else {
    throw PostRefusal(
      message: "`\(slug)` has no snapshot to take a post from",
      fix: "meadow import FORMAT PATH --community \(slug)")
  }
  guard let row = data.row(ofItem: item) else {
    throw PostRefusal(message: "`\(slug)` has no item `\(item)`", fix: nil)
  }
  guard data.items.deleted[row] == .max else {
    throw PostRefusal(message: "the item `\(item)` was deleted", fix: nil)
  }
  guard let address = data.string(data.items.urls[row]).flatMap({ WebAddress($0) }) else {
    throw PostRefusal(message: "the item `\(item)` has no permalink", fix: nil)
  }
  return post(row, at: address, of: data)
}

private func post(_ row: Int, at address: WebAddress, of data: Community) -> CapturedPost {
  let author = Int(data.items.authors[row])
  let role = author >= 0 ? data.members[author].role : .member
  let words = VisibleText.of(
    data.string(data.items.contents[row]) ?? "", data.items.mediaTypes[row])
  let published = Timestamp(secondsSinceEpoch: data.items.published[row])
  let text = """
    Post: \(address.text)
    Published: \(published)
    Role of its author: \(role.rawValue)

    \(words)

    """
  return CapturedPost(
    address: address, captured: data.manifest.collected, isByModerator: role == .moderator,
    evidence: Array(text.utf8))
}
