internal import CommunityData

/// Where a file's messages are, and why they are left out if they are.
struct SlackPlace {
  var channel: String
  var withheld: String?
}

/// The channels of an export by their folders, and which of them may be taken.
struct SlackPlaces {
  private static let publicList = "channels.json"
  private static let privateLists: Set<String> = ["groups.json", "dms.json", "mpims.json"]

  private(set) var choice: ChannelChoice
  private let takesPrivate: Bool
  private var hasPublicList = false
  /// By folder.
  private var channels: [String: Channel] = [:]
  private var privateFolders: Set<String> = []

  init(_ request: ImportRequest) {
    choice = ChannelChoice(request.channels)
    takesPrivate = request.scope == .withConsent
  }

  static func isList(_ path: String) -> Bool {
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    return file == publicList || privateLists.contains(file)
  }

  /// Takes a record of one of the lists.
  mutating func note(_ object: SourceObject) throws(RecordFault) {
    let id = try object.string("id")
    let name = try object.optionalString("name") ?? id
    channels[name] = Channel(id: id, name: name)
    channels[id] = channels[name]
    let isPublicList = object.file.hasSuffix(SlackPlaces.publicList)
    hasPublicList = hasPublicList || isPublicList
    let marks = [
      try object.flag("is_private"), try object.flag("is_im"), try object.flag("is_mpim"),
    ]
    if !isPublicList || marks.contains(true) { privateFolders.formUnion([name, id]) }
  }

  /// Only channels that messages stand in are written.
  mutating func noteFolder(of path: String) {
    let folder = SlackPlaces.folder(of: path)
    if mayTake(folder) { choice.note(channel(of: folder)) }
  }

  func place(of path: String) -> SlackPlace {
    let folder = SlackPlaces.folder(of: path)
    let id = channel(of: folder).id
    if !mayTake(folder) {
      return SlackPlace(channel: id, withheld: "in a channel that is not public")
    }
    return SlackPlace(channel: id, withheld: choice.takes(id) ? nil : ImportRun.inOtherChannel)
  }

  /// What no list calls public may be a talk of two people.
  private func mayTake(_ folder: String) -> Bool {
    if takesPrivate { return true }
    return !privateFolders.contains(folder) && (!hasPublicList || channels[folder] != nil)
  }

  private func channel(of folder: String) -> Channel {
    channels[folder] ?? Channel(id: folder, name: folder)
  }

  /// A file by itself is called by its own name.
  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count > 1 { return parts[parts.count - 2] }
    return (parts.last ?? "").replacing(".json", with: "")
  }
}
