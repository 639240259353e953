internal import CommunityData

/// The places whose ids the items of an export bear.
///
/// Ids that are unique in their place only are told apart where the export holds several places of
/// a backend; where it holds one they stay as the platform has them.
struct PercevalPlaces {
  /// What the ids of a backend are unique in, where they are not so everywhere.
  private enum Scope {
    /// The server, whatever project was fetched from it.
    case host
    /// What was fetched from: a server, or a project that counts by itself.
    case origin
    /// One of the groups that a program reads.
    case chat
  }

  private static let scopes: [String: Scope] = [
    "Askbot": .origin, "BugzillaREST": .origin, "Discourse": .origin, "GitHub": .host,
    "GitHubQL": .host, "GitLab": .host, "Jira": .origin, "Kitsune": .origin, "Pagure": .origin,
    "Phabricator": .origin, "RSS": .origin, "Redmine": .origin, "StackExchange": .origin,
    "Telegram": .chat,
  ]

  /// By backend.
  private var places: [String: Set<String>] = [:]

  mutating func note(_ envelope: PercevalEnvelope) {
    guard let place = PercevalPlaces.place(of: envelope) else { return }
    places[envelope.backend, default: []].insert(place)
  }

  private static func place(of envelope: PercevalEnvelope) -> String? {
    guard let scope = scopes[envelope.backend] else { return nil }
    let origin = envelope.channel.id
    switch scope {
    case .host:
      return origin.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
        .joined(separator: "/")
    case .origin: return origin
    case .chat:
      let chat = try? envelope.data.text(path: "message.chat.id")
      return chat.map { "\(origin) \(String(decoding: $0, as: UTF8.self))" } ?? origin
    }
  }

  /// Puts a sign of its place before the ids of an item that another place may give as well.
  func tellApart(_ item: inout Item, of envelope: PercevalEnvelope, _ run: ImportRun) {
    guard places[envelope.backend, default: []].count > 1,
      let place = PercevalPlaces.place(of: envelope)
    else { return }
    let sign = run.madeID(ofPlace: place) + "-"
    let told = { (id: String) -> String in
      // Made ones are nobody else's, nor are addresses, of entries as of issues.
      let own = id.hasPrefix("rss-") ? String(id.dropFirst("rss-".count)) : id
      return id.hasPrefix("h-") || EntryID.isUniqueAnywhere(own) ? id : sign + id
    }
    item.id = told(item.id)
    item.inReplyTo = item.inReplyTo.map(told)
    item.context = item.context.map(told)
    item.accepted = item.accepted.map(told)
  }
}
