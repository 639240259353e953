internal import CommunityData

/// What several metrics ask about people: one entry a member, in member order.
struct PeopleColumns: Sendable {
  /// The row of the first counted item in the window; -1 for members without any.
  let firstRows: [Int32]
  let lastRows: [Int32]

  /// A newcomer is a person within so many seconds of their first item.
  static let newcomerSeconds: Int64 = 30 * 86_400

  private let times: [Int64]
  private let authors: [Int32]

  init(_ community: Community, _ rows: Range<Int>, _ traits: [RowTraits]) {
    var first = [Int32](repeating: -1, count: community.members.count)
    var last = first
    authors = community.items.authors
    times = community.items.published
    for row in rows where traits[row].contains(.byPerson) {
      let author = Int(authors[row])
      if first[author] < 0 { first[author] = Int32(row) }
      last[author] = Int32(row)
    }
    firstRows = first
    lastRows = last
  }

  /// Whether an item was written within 30 days of its author's first; nil when the author is gone.
  func isByNewcomer(_ row: Int) -> Bool? {
    let author = Int(authors[row])
    guard author >= 0, firstRows[author] >= 0 else { return nil }
    return times[row] - times[Int(firstRows[author])] < PeopleColumns.newcomerSeconds
  }
}
