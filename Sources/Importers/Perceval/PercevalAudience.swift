internal import CommunityData

/// Who may read the place that an item was fetched from, where the platform tells that with it.
enum PercevalAudience {
  private typealias Mark = (backend: String, path: String, values: Set<String>)

  private static let talks: [Mark] = [
    ("Mattermost", "channel_data.type", ["D", "G"]), ("RocketChat", "channel_info.t", ["d"]),
    ("Slack", "channel_info.is_im", ["true"]), ("Slack", "channel_info.is_mpim", ["true"]),
    ("Telegram", "message.chat.type", ["private"]),
  ]
  private static let privatePlaces: [Mark] = [
    ("Mattermost", "channel_data.type", ["P"]), ("RocketChat", "channel_info.t", ["p"]),
    ("Slack", "channel_info.is_group", ["true"]), ("Slack", "channel_info.is_private", ["true"]),
  ]

  /// Why an item is left out; nil when it is taken.
  static func withheld(
    _ envelope: PercevalEnvelope, in scope: SnapshotManifest.Scope
  ) throws(RecordFault) -> String? {
    if try holds(envelope, oneOf: talks) { return ImportRun.inTalk }
    if scope == .withConsent { return nil }
    return try holds(envelope, oneOf: privatePlaces) ? ImportRun.inPrivateChannel : nil
  }

  private static func holds(
    _ envelope: PercevalEnvelope, oneOf marks: [Mark]
  ) throws(RecordFault) -> Bool {
    let fields = PercevalFields(object: envelope.data)
    for mark in marks where mark.backend == envelope.backend {
      if let value = try fields.string([mark.path]), mark.values.contains(value) { return true }
    }
    return false
  }
}
