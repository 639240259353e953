internal import CommunityData

/// The members of a workspace, as users.json lists them.
struct SlackPeople {
  private var members: [String: Member] = [:]
  private(set) var names = MentionNames()
  /// By id, as people know each other: a community's file lists its staff so.
  private var handles: [String: String] = [:]

  var isEmpty: Bool { members.isEmpty }

  mutating func note(_ user: SourceObject) throws(RecordFault) {
    let id = try user.string("id")
    var member = Member(id: id)
    let (isBot, isAdmin) = (try user.flag("is_bot"), try user.flag("is_admin"))
    let isOwner = try user.flag("is_owner")
    if isBot || id == "USLACKBOT" { member.kind = .bot }
    if isAdmin || isOwner { member.role = .moderator }
    members[id] = member
    if let name = try user.optionalString("name") {
      names.note(name, as: id)
      handles[id] = name
    }
    if let profile = try user.object("profile"),
      let name = try profile.optionalString("display_name")
    {
      names.note(name, as: id)
    }
  }

  func has(_ id: String) -> Bool { members[id] != nil }

  /// The handle of somebody; nil for one that users.json does not list.
  func handle(of id: String) -> String? { handles[id] }

  /// Tells the run which of them are bots and who looks after the place.
  func describe(_ run: inout ImportRun) {
    for (id, known) in members where known.kind == .bot || known.role == .moderator {
      run.describe(id) { member in
        member.kind = known.kind
        member.role = known.role
      }
    }
  }
}
