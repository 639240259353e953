internal import Basics
internal import CommunityData
internal import JSONText

/// Fields that GitHub's interfaces name differently: `created_at` and `createdAt`.
struct GitHubThing {
  let object: SourceObject

  /// The login of the author; nil when the account is gone.
  func author(_ run: inout ImportRun) throws(RecordFault) -> String? {
    let user = object.has("user") ? try object.object("user") : nil
    if object.kind("author") == .string { return try object.optionalString("author") }
    let author = try object.object("author")
    guard let person = user ?? author else { return nil }
    let login = try person.string("login")
    // The account that stands for all that are gone.
    if login == "ghost" { return nil }
    let (type, typeName) = (
      try person.optionalString("type"), try person.optionalString("__typename")
    )
    if type == "Bot" || typeName == "Bot" { run.describe(login) { $0.kind = .bot } }
    return login
  }

  /// Notes what shows of the author beside the name.
  func describe(_ author: String?, _ run: inout ImportRun) throws(RecordFault) {
    guard let author else { return }
    if author.hasSuffix("[bot]") || author.hasSuffix("-bot") {
      run.describe(author) { $0.kind = .bot }
    }
    let (rest, graph) = (
      try object.optionalString("author_association"),
      try object.optionalString("authorAssociation")
    )
    if let association = rest ?? graph, ["OWNER", "MEMBER", "COLLABORATOR"].contains(association) {
      run.describe(author) { $0.role = .moderator }
    }
  }

  func published() throws(RecordFault) -> Timestamp {
    for name in ["created_at", "createdAt", "submitted_at"] as [StaticString] {
      if let time = try object.optionalTime(name) { return time }
    }
    throw object.missing("created_at")
  }

  /// An issue changes with each of its comments, a comment only when it is edited.
  func edited(isComment: Bool) throws(RecordFault) -> Timestamp? {
    if let edited = try object.optionalTime("lastEditedAt") { return edited }
    let (rest, graph) = (
      try object.optionalTime("updated_at"), try object.optionalTime("updatedAt")
    )
    guard isComment, let time = rest ?? graph, time > (try published()) else { return nil }
    return time
  }

  func url() throws(RecordFault) -> String? {
    let (rest, graph) = (try object.optionalString("html_url"), try object.optionalString("url"))
    return rest ?? (graph?.contains("//api.") == true ? nil : graph)
  }

  /// `{"+1": 2, "total_count": 2}`, or groups with the number of people in each.
  func reactions() throws(RecordFault) -> [Reaction] {
    var found: [Reaction] = []
    if object.kind("reactions") == .object, let reactions = try object.object("reactions") {
      for name in GitHubThing.signs {
        guard let count = try reactions.optionalNumber(name), count > 0 else { continue }
        found.append(Reaction(name: "\(name)", count: count))
      }
    }
    for group in try object.objects("reactionGroups") {
      let (users, reactors) = (try group.object("users"), try group.object("reactors"))
      guard let count = try (reactors ?? users)?.optionalNumber("totalCount"), count > 0 else {
        continue
      }
      found.append(Reaction(name: try group.string("content").lowercased(), count: count))
    }
    return found
  }

  private static let signs: [StaticString] = [
    "+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes",
  ]
}
