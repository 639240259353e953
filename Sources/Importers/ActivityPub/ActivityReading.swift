internal import Basics
internal import CommunityData
internal import JSONText

/// Takes ActivityPub objects and activities, whatever list or file they stand in.
struct ActivityReading {
  static let lists = ["orderedItems", "items", "first.orderedItems", "first.items"]

  /// What an element is that names an object kept elsewhere.
  static let reference = "a reference to an object that is not in the export"

  private let people: ActivityPeople
  private var held = 0

  init(_ people: ActivityPeople) {
    self.people = people
  }

  mutating func take(_ entry: JSONFiles.Entry, _ run: inout ImportRun) throws(RecordFault) {
    switch entry {
    case .head: held = 0
    case .record(let object, _):
      held += 1
      try take(object, in: object.record, &run)
    case .frame(let frame):
      guard let says = try frame.optionalNumber("totalItems") else { return }
      run.compareCount(of: frame.file, says: says, holds: held, "items")
    }
  }

  private func take(
    _ object: SourceObject, in record: SourceRecord, _ run: inout ImportRun
  ) throws(RecordFault) {
    guard let type = try object.activityType() else { throw object.missing("type") }
    if ActivityObject.kinds.contains(type) { return try keep(object, &run) }
    switch type {
    case "Create", "Update", "Announce":
      let inner = object.kind("object") == .object ? try object.object("object") : nil
      if let inner { return try take(inner, in: record, &run) }
      if type == "Announce" { return try boost(object, &run) }
      throw object.fault("it says not what it is about")
    case "ChatMessage": run.withhold("a direct message")
    default: run.withhold("not a conversation: \(type)")
    }
  }

  private func keep(_ object: SourceObject, _ run: inout ImportRun) throws(RecordFault) {
    let found = try ActivityObject(object)
    if let reason = try withheld(found, in: run.request.scope) { return run.withhold(reason) }
    let item = try found.item(people, &run)
    if let channel = item.channel, !people.choice.takes(channel) {
      return run.withhold(ImportRun.inOtherChannel)
    }
    run.keep(item, from: object.record)
  }

  /// Why what was not written to everybody is left out; nil for what is taken.
  private func withheld(
    _ object: ActivityObject, in scope: SnapshotManifest.Scope
  ) throws(RecordFault) -> String? {
    if try object.isPublic() { return nil }
    if scope == .public { return "not written to everybody" }
    // A community's yes does not cover what its members write to each other.
    return try object.isToMany(people) ? nil : ImportRun.inTalk
  }

  /// Passing on what another wrote; whose it is is not told.
  private func boost(_ activity: SourceObject, _ run: inout ImportRun) throws(RecordFault) {
    let found = try ActivityObject(activity)
    if let reason = try withheld(found, in: run.request.scope) { return run.withhold(reason) }
    let actor = try activity.optionalString("actor")
    guard let published = try activity.optionalTime("published") else {
      return run.withhold("a boost without a time")
    }
    let item = Item(
      id: ActivityAddress.withoutNames(found.id), type: .boost,
      attributedTo: people.member(actor, &run), published: published)
    run.keep(item, from: activity.record)
  }
}

extension SourceObject {
  /// A text, the id of an object, or a list of these, as ActivityStreams lets all fields be.
  func oneOrMore(_ name: StaticString) throws(RecordFault) -> [String] {
    switch kind(name) {
    case nil: return []
    case .string: return [try optionalString(name)].compactMap { $0 }
    case .object: return [try object(name)?.optionalString("id")].compactMap { $0 }
    default: return try texts(name, orField: "id")
    }
  }

  /// What an object is; of several types the first that is known here, since extensions write their own
  /// beside it. nil when it has none.
  func activityType() throws(RecordFault) -> String? {
    guard kind("type") == .array else { return try optionalString("type") }
    let types = try strings("type")
    return types.first(where: ActivityObject.knownTypes.contains) ?? types.first
  }

  /// Whom an object was written to, groups first.
  func addressees() throws(RecordFault) -> [String] {
    let (group, to) = (try oneOrMore("audience"), try oneOrMore("to"))
    return group + to + (try oneOrMore("cc"))
  }

  /// The objects of a list; an object by itself stands for a list of one, and what is no object is
  /// left out.
  func looseObjects(_ name: StaticString) throws(RecordFault) -> [SourceObject] {
    switch kind(name) {
    case .object: return [try object(name)].compactMap { $0 }
    case .array: return objectElements(name)
    default: return []
    }
  }
}
