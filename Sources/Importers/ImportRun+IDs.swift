internal import CommunityData

/// Ids of the export as a snapshot may hold them.
extension ImportRun {
  /// An id as it may be written, and whether it had to be made: `tag:ann@example.org,2005:1` holds
  /// an address, and without it would be that of Ben's first entry too.
  func writableID(_ id: String) -> (id: String, isMade: Bool) {
    let isHarmless = Minimisation.minimised(label: id) == id
    return (isHarmless ? id : madeID(of: Array(id.utf8)), !isHarmless)
  }

  /// What stands before ids that are unique in a place only: the same of the same place, and no
  /// member's id, since no handle begins so.
  ///
  /// At the beginning of an id a rotation of the key finds it.
  func madeID(ofPlace place: String) -> String { madeID(of: [0] + Array(place.utf8)) }
}
