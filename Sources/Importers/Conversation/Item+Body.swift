internal import CommunityData

extension Item {
  /// Takes over a text as it may be written; none when nothing is left of it.
  mutating func setBody(_ body: Minimisation.Result, _ mediaType: MediaType) {
    mentions = body.mentions
    if body.text.isEmpty { return }
    content = body.text
    self.mediaType = mediaType
  }

  /// Takes over a title, which may name nobody either; whom it names does not count as spoken to.
  mutating func setTitle(
    _ title: String?, _ mediaType: MediaType = .plain, besides others: [Redaction] = [],
    mentions resolve: ([UInt8], Int) -> Mention? = { _, _ in nil }
  ) {
    guard let title, !title.isEmpty else { return }
    name = Minimisation.minimised(title.utf8, mediaType, besides: others, mentions: resolve).text
  }

  /// Marks what is gone upstream at a time that the export does not tell.
  mutating func setDeletedAtUnknownTime() {
    deleted = updated ?? published
    derived.append("deleted")
  }
}

extension SnapshotManifest.Measurable {
  init(
    replies: Bool = false, reactions: Bool = false, threads: Bool = false, urls: Bool = false,
    edits: Bool = false
  ) {
    self.init()
    self.replies = replies
    self.reactions = reactions
    self.threads = threads
    self.urls = urls
    self.edits = edits
  }
}
