/// The fields of a line of `items.ndjson`, in the order in which they are written.
enum ItemField: Int, CaseIterable {
  case id, type, attributedTo, published, updated, deleted, name, content, mediaType, language,
    inReplyTo, context, channel, url, tag, mentions, reactions, score, accepted, state, closed,
    codes, licence, derived

  var name: String { ItemField.names[rawValue] }

  static let names = allCases.map { "\($0)" }
}
