internal import CommunityData

/// Where a file's messages are, and why they are left out if they are.
struct SlackPlace {
  var channel: String
  var withheld: String?
}

/// The channels of an export by their folders, and which of them may be taken.
struct SlackPlaces {
  private static let publicList = "channels.json"
  private static let directLists: Set<String> = ["dms.json", "mpims.json"]
  private static let lists = directLists.union([publicList, "groups.json"])

  private(set) var choice: ChannelChoice
  /// Whether the export tells which channels are public.
  private(set) var hasPublicList = false
  private let takesPrivate: Bool
  /// By folder.
  private var channels: [String: Channel] = [:]
  private var kinds: [String: Kind] = [:]

  /// The later, the fewer may read it.
  private enum Kind: Int { case open, closed, direct }

  init(_ request: ImportRequest) {
    choice = ChannelChoice(request.channels)
    takesPrivate = request.scope == .withConsent
  }

  static func isList(_ path: String) -> Bool { lists.contains(name(of: path)) }

  /// Takes a record of one of the lists.
  mutating func note(_ object: SourceObject) throws(RecordFault) {
    let id = try object.string("id")
    let name = try object.optionalString("name") ?? id
    channels[name] = Channel(id: id, name: name)
    channels[id] = channels[name]
    let kind = try SlackPlaces.kind(of: object)
    // Of two lists that name one channel, the one that opens less counts.
    for folder in [name, id] where kinds[folder].map({ $0.rawValue < kind.rawValue }) ?? true {
      kinds[folder] = kind
    }
  }

  /// That one of the lists is there, which need not hold anything.
  mutating func note(list path: String) {
    hasPublicList = hasPublicList || SlackPlaces.name(of: path) == SlackPlaces.publicList
  }

  private static func kind(of object: SourceObject) throws(RecordFault) -> Kind {
    let list = name(of: object.file)
    let (isDirect, isGroup) = (try object.flag("is_im"), try object.flag("is_mpim"))
    if directLists.contains(list) || isDirect || isGroup { return .direct }
    let isPrivate = try object.flag("is_private")
    return isPrivate || list != publicList ? .closed : .open
  }

  /// Only channels that messages stand in are written.
  mutating func noteFolder(of path: String) {
    let folder = SlackPlaces.folder(of: path)
    if reasonToWithhold(folder) == nil { choice.note(channel(of: folder)) }
  }

  func place(of path: String) -> SlackPlace {
    let folder = SlackPlaces.folder(of: path)
    let id = channel(of: folder).id
    if let reason = reasonToWithhold(folder) { return SlackPlace(channel: id, withheld: reason) }
    return SlackPlace(channel: id, withheld: choice.takes(id) ? nil : ImportRun.inOtherChannel)
  }

  /// What no list calls public may be a talk of two people, for whom no community can say yes.
  private func reasonToWithhold(_ folder: String) -> String? {
    switch kinds[folder] {
    case .open: nil
    case .direct: SlackPlaces.direct
    // Older exports list talks of several people among the private channels.
    case .closed where SlackPlaces.isNamedAsDirect(folder): SlackPlaces.direct
    case nil where SlackPlaces.isNamedAsDirect(folder): SlackPlaces.direct
    case .closed: takesPrivate ? nil : SlackPlaces.notPublic
    case nil: takesPrivate || !hasPublicList ? nil : SlackPlaces.notPublic
    }
  }

  private static let notPublic = "in a channel that is not public"
  private static let direct = "a direct message"

  /// How an export calls the folders of talks: `mpdm-ann--ben-1` of several people, `D024BE91L` of two.
  private static func isNamedAsDirect(_ folder: String) -> Bool {
    if folder.hasPrefix("mpdm-") { return true }
    let rest = folder.utf8.dropFirst()
    return folder.hasPrefix("D") && rest.count >= 8
      && rest.allSatisfy { ByteClass.isDigit($0) || $0 >= 0x41 && $0 <= 0x5A }
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

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }
}
