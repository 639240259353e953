internal import Basics
internal import CommunityData
internal import JSONText

/// What an export tells of people and places, and what is gone.
struct ActivityPeople {
  private(set) var choice: ChannelChoice
  /// When objects were deleted, by id.
  private(set) var deletions: [String: Timestamp] = [:]
  /// Objects that were deleted at a time that is not told, as servers mostly say.
  private(set) var undatedDeletions: Set<String> = []
  private(set) var hasReactions = false
  private var actors: [String: Member] = [:]
  private var groups: Set<String> = []

  init(_ request: ImportRequest) {
    choice = ChannelChoice(request.channels)
  }

  func isDeleted(_ id: String) -> Bool { deletions[id] != nil || undatedDeletions.contains(id) }

  func isGroup(_ id: String) -> Bool { groups.contains(id) }

  /// The pseudonym of a person; a staff list may call them by the name on their server.
  func member(_ id: String?, _ run: inout ImportRun) -> String? {
    id.map { run.memberID(of: $0, alsoCalled: ActivityAddress.name(ofActor: $0)) }
  }

  /// The place of an object: the first group it was written to.
  func channel(of object: SourceObject) throws(RecordFault) -> String? {
    try object.addressees().first(where: isGroup).map(ActivityAddress.ofPlace)
  }

  // MARK: Surveying

  mutating func note(_ channel: Channel) { choice.note(channel) }

  mutating func note(_ object: SourceObject) throws(RecordFault) {
    let type = try object.activityType()
    switch type {
    case "Person", "Service", "Application", "Organization": try noteActor(object)
    case "Group": try noteGroup(try object.string("id"), named: object.optionalString("name"))
    case "Delete", "Undo", "Tombstone": try noteDeletion(object)
    default: break
    }
    for address in try object.addressees() {
      // Lemmy and Friendica-like forums: `/c/name`; no other sign tells a group from a person.
      let isGroup = address.contains("/c/") && !address.hasSuffix("/followers")
      if isGroup { try noteGroup(address, named: nil) }
    }
    if object.kind("likes") == .object { hasReactions = true }
    // What was undone is not so.
    if type == "Undo" || object.kind("object") != .object { return }
    if let inner = try object.object("object") { try note(inner) }
  }

  private mutating func noteActor(_ actor: SourceObject) throws(RecordFault) {
    let id = try actor.string("id")
    var member = Member(id: id)
    let type = try actor.activityType()
    if type == "Service" || type == "Application" { member.kind = .bot }
    member.joined = try actor.optionalTime("published")
    if actor.kind("discoverable") == .bool { member.discoverable = try actor.flag("discoverable") }
    actors[id] = member
  }

  private mutating func noteGroup(_ id: String, named name: String?) throws(RecordFault) {
    groups.insert(id)
    let own = ActivityAddress.name(ofActor: id) ?? id
    choice.note(Channel(id: ActivityAddress.ofPlace(id), name: name ?? own))
  }

  private mutating func noteDeletion(_ activity: SourceObject) throws(RecordFault) {
    let inner = activity.kind("object") == .object ? try activity.object("object") : nil
    if try activity.activityType() == "Undo" {
      guard let inner, try inner.activityType() == "Delete" else { return }
      for id in try inner.oneOrMore("object") {
        deletions[id] = nil
        undatedDeletions.remove(id)
      }
      return
    }
    let named = activity.kind("object") == .string ? try activity.optionalString("object") : nil
    let (own, nested) = (try activity.string("id"), try inner?.optionalString("id"))
    let isTombstone = try activity.activityType() == "Tombstone"
    guard let id = isTombstone ? own : nested ?? named else { return }
    let (published, deleted) = (
      try activity.optionalTime("published"), try activity.optionalTime("deleted")
    )
    let innerTime = try inner?.optionalTime("deleted")
    if let time = deleted ?? innerTime ?? published {
      deletions[id] = time
    } else {
      undatedDeletions.insert(id)
    }
  }

  func describe(_ run: inout ImportRun) {
    for (id, actor) in actors {
      run.describe(id) { member in
        member.kind = actor.kind
        member.joined = actor.joined
        member.discoverable = actor.discoverable
      }
    }
  }
}
