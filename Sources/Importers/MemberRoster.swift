internal import Basics
internal import CommunityData

/// A member that the snapshot names, with the handle that only the importer knows.
struct NamedMember: Sendable {
  var handle: String
  var member: Member
  /// False for somebody who is only mentioned.
  var wrote: Bool
}

/// Whom an import met, and which of them the snapshot names.
struct MemberRoster: Sendable {
  private var ids: [String: String] = [:]
  private var handles: [String: String] = [:]
  /// Second names, where the platform has both an id and a name; the request may use either.
  private var names: [String: String] = [:]
  /// What the platform itself says of somebody.
  private var described: [String: Member] = [:]
  private var authors: Set<String> = []
  private var mentioned: Set<String> = []

  func id(of handle: String) -> String? { ids[handle] }

  mutating func remember(_ handle: String, as id: String) {
    ids[handle] = id
    handles[id] = handle
  }

  mutating func remember(secondName name: String, of id: String) { names[id] = name }

  /// Notes what the platform tells of a member, such as that it is a bot.
  mutating func describe(_ id: String, _ change: (inout Member) -> Void) {
    change(&described[id, default: Member(id: id)])
  }

  mutating func noteAuthor(_ id: String?) {
    if let id { authors.insert(id) }
  }

  mutating func noteMentioned(_ id: String) { mentioned.insert(id) }

  /// By id; the request says who is staff and who a bot.
  func named(_ request: ImportRequest) -> [NamedMember] {
    authors.union(mentioned).sorted().compactMap { id in
      guard let handle = handles[id] else { return nil }
      var member = described[id] ?? Member(id: id)
      let called = [handle, names[id] ?? handle]
      if !request.bots.isDisjoint(with: called) { member.kind = .bot }
      if !request.staff.isDisjoint(with: called) { member.role = .staff }
      return NamedMember(handle: handle, member: member, wrote: authors.contains(id))
    }
  }
}
