internal import CommunityData

/// Whom an object's tags name, and how its text calls them.
struct ActivityMentions {
  private(set) var names = MentionNames()
  /// Ids of people by the address that the text links to.
  private var people: [String: String] = [:]
  private let author: String?

  init(_ object: SourceObject, author: String?) throws(RecordFault) {
    self.author = author
    for tag in try object.looseObjects("tag") where try tag.activityType() == "Mention" {
      guard let id = try tag.optionalString("href") else { continue }
      people[id] = id
      guard let name = try tag.optionalString("name") else { continue }
      // `@ann@a.example` in full, `@ann` in texts.
      let full = name.drop { $0 == "@" }
      names.note(String(full), as: id)
      if let short = full.split(separator: "@").first { names.note(String(short), as: id) }
    }
  }

  /// A link whose words begin with `@` names somebody.
  func meaning(
    of tag: HTMLTag, _ words: String, _ people: ActivityPeople, _ run: inout ImportRun
  ) -> TagMeaning {
    if tag.hasClass("invisible") || tag.hasClass("ellipsis") { return .ordinary }
    guard tag.name == "a" else { return .ordinary }
    guard words.hasPrefix("@") else {
      return tag["href"].map(ActivityAddress.namesSomebody) == true ? .profile : .ordinary
    }
    let linked = tag["href"].flatMap { self.people[$0] }
    guard let id = linked ?? names.handle(named: String(words.dropFirst())) else {
      return .person(nil)
    }
    if people.isGroup(id) { return .ordinary }
    return .person(run.memberID(of: id), counts: id != author)
  }
}
