internal import CommunityData

/// What every metric asks about an item, answered once per row.
struct RowTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Neither by a bot, nor by the system, nor a boost of somebody else's words.
  static let counted = RowTraits(rawValue: 1)
  /// Counted, and by an account that still exists.
  static let byPerson = RowTraits(rawValue: 2)
  static let startsThread = RowTraits(rawValue: 4)
  static let byStaff = RowTraits(rawValue: 8)
  static let byModerator = RowTraits(rawValue: 16)
  /// By a bot, and neither a system message nor a boost.
  static let byBot = RowTraits(rawValue: 32)
  static let isQuestion = RowTraits(rawValue: 64)
}

extension RowTraits {
  /// One set a row, in row order.
  static func all(of community: Community) -> [RowTraits] {
    let byAuthor = community.members.map(traits)
    let items = community.items
    return (0..<items.count).map { row in
      let author = Int(items.authors[row])
      var traits = author >= 0 ? byAuthor[author] : [.counted]
      switch items.types[row] {
      case .system: return []
      case .boost: traits.subtract([.counted, .byPerson, .byBot])
      case .question: traits.insert(.isQuestion)
      default: break
      }
      if Int(items.threads[row]) == row { traits.insert(.startsThread) }
      return traits
    }
  }

  private static func traits(of member: Member) -> RowTraits {
    switch (member.kind, member.role) {
    case (.system, _): []
    case (.bot, _): [.byBot]
    case (.person, .member): [.counted, .byPerson]
    case (.person, .staff): [.counted, .byPerson, .byStaff]
    case (.person, .moderator): [.counted, .byPerson, .byModerator]
    }
  }
}
