internal import CommunityData

/// The channels and people of an export, which may stand behind the posts that name them.
struct MattermostTeam {
  private(set) var choice: ChannelChoice
  private(set) var names = MentionNames()
  private var bots: Set<String> = []
  private var administrators: Set<String> = []
  private var privateChannels: Set<String> = []
  private let takesPrivate: Bool

  init(_ request: ImportRequest) {
    choice = ChannelChoice(request.channels)
    takesPrivate = request.scope == .withConsent
  }

  mutating func note(_ line: SourceObject) throws(RecordFault) {
    switch try line.string("type") {
    case "channel": if let channel = try line.object("channel") { try note(channel: channel) }
    case "user": if let user = try line.object("user") { try note(user: user) }
    case "bot": if let bot = try line.object("bot") { try note(bot: bot) }
    case "post": if let post = try line.object("post") { try note(post: post) }
    default: break
    }
  }

  private mutating func note(channel: SourceObject) throws(RecordFault) {
    let (team, name) = (try channel.string("team"), try channel.string("name"))
    let id = "\(team)/\(name)"
    if try channel.optionalString("type") ?? "O" != "O" { privateChannels.insert(id) }
    if !takesPrivate, privateChannels.contains(id) { return }
    choice.note(Channel(id: id, name: try channel.optionalString("display_name") ?? name))
  }

  private mutating func note(user: SourceObject) throws(RecordFault) {
    let name = try user.string("username")
    names.note(name, as: name)
    let roles = try user.optionalString("roles") ?? ""
    if roles.contains("system_admin") { administrators.insert(name) }
  }

  private mutating func note(bot: SourceObject) throws(RecordFault) {
    let name = try bot.string("username")
    names.note(name, as: name)
    bots.insert(name)
  }

  /// A channel or user that only posts tell of.
  private mutating func note(post: SourceObject) throws(RecordFault) {
    let id = try MattermostTeam.channelID(of: post)
    if withheld(id) != nil, takesPrivate || !privateChannels.contains(id) {
      choice.note(Channel(id: id, name: try post.string("channel")))
    }
    if let user = try post.optionalString("user") { names.note(user, as: user) }
  }

  static func channelID(of post: SourceObject) throws(RecordFault) -> String {
    "\(try post.string("team"))/\(try post.string("channel"))"
  }

  /// Why the posts of a channel are left out; nil when they are taken.
  func withheld(_ channel: String) -> String? {
    if !takesPrivate, privateChannels.contains(channel) { return "in a channel that is not public" }
    return choice.takes(channel) ? nil : ImportRun.inOtherChannel
  }

  func describe(_ run: inout ImportRun) {
    for name in bots { run.describe(name) { $0.kind = .bot } }
    for name in administrators { run.describe(name) { $0.role = .moderator } }
  }
}
