internal import Basics
internal import CommunityData
internal import Measures
internal import Templating

/// Lists of questions that wait.
extension PageRenderer {
  /// `20 of 292 are listed`; nil where all are.
  func note(on listed: [WaitingThread], of communities: [PublishedCommunity]) -> String? {
    let waiting = communities.compactMap { community in
      try? plan.table.value(
        metric: MetricName(.unanswered).description, community: community.slug, period: "all",
        segment: Segment.all.description)
    }.compactMap(\.value).reduce(0, +)
    guard !listed.isEmpty, Int(waiting) > listed.count else { return nil }
    return wording(
      .waitingListed,
      [
        "shown": .text(wording.numbers.text(listed.count)),
        "n": .text(wording.numbers.text(Int(waiting))),
      ])
  }
}

extension WaitingThread {
  /// Questions nobody else has answered and that may be pointed at, the longest wait first.
  static func longest(
    of communities: [PublishedCommunity], atMost limit: Int, _ wording: Wording
  ) -> [WaitingThread] {
    let open = communities.indices.flatMap { index in
      openQuestions(in: communities[index].data).map { (thread: $0, community: index) }
    }.sorted { $0.thread.waiting > $1.thread.waiting }
    guard limit > 0, let last = open.prefix(limit).last?.thread.waiting else { return [] }
    // A title may have to be read from a file: only those are asked for that may be shown.
    let threads = open.prefix { $0.thread.waiting >= last }.map {
      WaitingThread($0.thread, of: communities[$0.community], wording)
    }
    return Array(threads.sorted { ($1.waiting, $0.title) < ($0.waiting, $1.title) }.prefix(limit))
  }

  init(_ open: OpenThread, of community: PublishedCommunity, _ wording: Wording) {
    let items = community.data.items
    self.init(
      title: community.threadTitle(ofRow: open.row) ?? wording(.untitled),
      href: community.sourceLink(toRow: open.row).map { SafeURL($0) },
      community: community.name, state: items.closed[open.row] == .max ? nil : wording(.closed),
      asked: Timestamp(secondsSinceEpoch: items.published[open.row]).day.description,
      waiting: open.waiting)
  }
}
