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
  private var authors: Set<String> = []
  private var mentioned: Set<String> = []

  func id(of handle: String) -> String? { ids[handle] }

  mutating func remember(_ handle: String, as id: String) {
    ids[handle] = id
    handles[id] = handle
  }

  mutating func noteAuthor(_ id: String?) {
    if let id { authors.insert(id) }
  }

  mutating func noteMentioned(_ id: String) { mentioned.insert(id) }

  /// By id; the request says who is staff and who a bot.
  func named(_ request: ImportRequest) -> [NamedMember] {
    authors.union(mentioned).sorted().compactMap { id in
      guard let handle = handles[id] else { return nil }
      var member = Member(id: id)
      if request.bots.contains(handle) { member.kind = .bot }
      if request.staff.contains(handle) { member.role = .staff }
      return NamedMember(handle: handle, member: member, wrote: authors.contains(id))
    }
  }
}
