internal import CommunityData

/// Finds out whom an `@name` means.
struct StackExchangeMentions {
  var users: StackExchangeUsers
  /// User ids of those who have spoken there, the most likely first.
  var people: [Int]
  var isComment: Bool
  /// Nobody mentions themselves.
  var author: Int?

  /// Somebody of the thread counts as mentioned; somebody else whose whole name it is, is only not
  /// named.
  func resolve(
    _ text: [UInt8], from start: Int, _ memberID: (String) -> String
  ) -> Mention? {
    let candidates = people.filter { $0 != author }
    for id in candidates {
      if let name = users[id]?.name,
        let end = StackExchangeName.end(of: name, in: text, from: start)
      {
        return Mention(end: end, member: memberID(String(id)), counts: true)
      }
    }
    let readings = StackExchangeName.readings(in: text, from: start)
    for (typed, end) in readings {
      let folded = StackExchangeName.folded(typed)
      if let id = candidates.first(where: { isMeant($0, by: folded) }) {
        return Mention(end: end, member: memberID(String(id)), counts: true)
      }
    }
    for (typed, end) in readings {
      if let id = users.onlyOne(named: typed) {
        return Mention(end: end, member: memberID(String(id)), counts: false)
      }
    }
    // What a comment begins with is the name of whom it answers, also when they have another today.
    guard isComment, start == 1 else { return nil }
    return StackExchangeName.end(in: text, from: start).map { Mention(end: $0, member: nil) }
  }

  private func isMeant(_ id: Int, by folded: String) -> Bool {
    users[id].map { StackExchangeName.isMeant($0.folded, by: folded) } ?? false
  }
}
