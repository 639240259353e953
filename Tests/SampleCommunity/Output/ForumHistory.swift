package import Basics
internal import CommunityData

/// The whole history of the sample community: who wrote what, and what became of it.
package struct ForumHistory: Sendable {
  /// The slug, the platform and the address, all of them invented.
  package static let slug = "halyard-sample"
  static let platform = "discourse"
  static let origin = "https://selfhost-commons.example"

  let people: [Person]
  let threads: [Conversation]
  let drafts: [Draft]
  /// The drafts in the order of time; the place of each gives its id.
  let order: [Int]
  /// For each draft, its place in that order.
  let places: [Int]

  /// Tells it from a seed; the same seed gives the same history.
  package init(seed: UInt64) {
    var chronicle = Chronicle(seed: seed)
    chronicle.tell()
    people = chronicle.roster.people
    threads = chronicle.threads
    let drafts = chronicle.drafts
    self.drafts = drafts
    order = drafts.indices.sorted { (drafts[$0].moment, $0) < (drafts[$1].moment, $1) }
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    self.places = places
  }

  /// The seed of the committed snapshots.
  package static let committedSeed: UInt64 = 14

  /// The moments of the committed snapshots.
  package static let snapshotMoments = HistoryWindow.snapshotDays.map(HistoryWindow.end(of:))

  /// The first moment that is told of.
  package static let beginning = Timestamp(HistoryWindow.first)
}
