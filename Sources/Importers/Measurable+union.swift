internal import CommunityData

extension SnapshotManifest.Measurable {
  /// Adds what another file or part of an export can support.
  mutating func formUnion(_ other: SnapshotManifest.Measurable) {
    replies = replies || other.replies
    reactions = reactions || other.reactions
    threads = threads || other.threads
    urls = urls || other.urls
    edits = edits || other.edits
    roles = roles || other.roles
  }
}
