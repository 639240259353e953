package import CommunityData

/// The sample community as somebody finds it at a moment.
package struct ForumState: Sendable, Equatable {
  package var members: [Member]
  package var channels: [Channel]
  package var credits: [Attribution]
  /// In the order of their ids.
  package var items: [Item]
}
