/// The fields of a line of `items.ndjson`, in the order in which they are written; one without a value
/// is left out, save the author: null says that the account is gone.
package enum ItemField: Int, CaseIterable, Sendable {
  case id, type, attributedTo, published, updated, deleted, name, content, mediaType, language,
    inReplyTo, context, channel, url, tag, mentions, reactions, score, accepted, state, closed,
    codes, licence, derived

  var name: String { ItemField.names[rawValue] }

  static let names = allCases.map { "\($0)" }

  /// What stands before its value in a line.
  var label: StaticString {
    switch self {
    case .id: #"{"id":"#
    case .type: #","type":"#
    case .attributedTo: #","attributedTo":"#
    case .published: #","published":"#
    case .updated: #","updated":"#
    case .deleted: #","deleted":"#
    case .name: #","name":"#
    case .content: #","content":"#
    case .mediaType: #","mediaType":"#
    case .language: #","language":"#
    case .inReplyTo: #","inReplyTo":"#
    case .context: #","context":"#
    case .channel: #","channel":"#
    case .url: #","url":"#
    case .tag: #","tag":"#
    case .mentions: #","mentions":"#
    case .reactions: #","reactions":"#
    case .score: #","score":"#
    case .accepted: #","accepted":"#
    case .state: #","state":"#
    case .closed: #","closed":"#
    case .codes: #","codes":"#
    case .licence: #","licence":"#
    case .derived: #","derived":"#
    }
  }
}
