internal import CommunityData

/// The threads that began in the window with a counted item, oldest first, and who answered first.
///
/// A response is a counted item in the thread by another person, whenever it is dated. A deleted
/// account and one that still exists are two people; two deleted accounts cannot be told apart and
/// answer nothing.
struct ThreadColumns: Sendable {
  /// The row of the first item.
  private(set) var starts: [Int32] = []
  /// The row of the first response; -1 when there is none.
  private(set) var responses: [Int32] = []
  /// The row of the first response by a plain member, by staff, by a moderator.
  private(set) var byMember: [Int32] = []
  private(set) var byStaff: [Int32] = []
  private(set) var byModerator: [Int32] = []
  /// The moment up to which a response was waited for: the end of what is known, or the deletion of
  /// the first item.
  private(set) var waitEnds: [Int64] = []
  /// The thread of a row; -1 outside these threads.
  private(set) var ofRow: [Int32]

  var count: Int { starts.count }

  init(_ community: Community, _ rows: Range<Int>, _ traits: [RowTraits], end: Int64) {
    let items = community.items
    ofRow = [Int32](repeating: -1, count: items.count)
    for row in rows where traits[row].isSuperset(of: [.startsThread, .counted]) {
      ofRow[row] = Int32(starts.count)
      open(at: row, until: min(end, max(items.deleted[row], items.published[row])))
    }
    // Only now, since clocks differ: what is in a thread may be dated before what began it.
    for row in rows where ofRow[row] < 0 {
      let thread = ofRow[Int(items.threads[row])]
      ofRow[row] = thread
      guard thread >= 0, traits[row].contains(.counted) else { continue }
      let starter = items.authors[Int(starts[Int(thread)])]
      guard items.authors[row] != starter else { continue }
      guard items.published[row] <= waitEnds[Int(thread)] else { continue }
      answer(Int(thread), by: row, traits[row])
    }
  }

  private mutating func open(at row: Int, until moment: Int64) {
    starts.append(Int32(row))
    responses.append(-1)
    byMember.append(-1)
    byStaff.append(-1)
    byModerator.append(-1)
    waitEnds.append(moment)
  }

  private mutating func answer(_ thread: Int, by row: Int, _ traits: RowTraits) {
    note(row, &responses[thread])
    if traits.contains(.byStaff) {
      note(row, &byStaff[thread])
    } else if traits.contains(.byModerator) {
      note(row, &byModerator[thread])
    } else {
      note(row, &byMember[thread])
    }
  }

  private func note(_ row: Int, _ first: inout Int32) {
    if first < 0 { first = Int32(row) }
  }
}
