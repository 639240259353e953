internal import CommunityData

/// The topics of a community: its channels, and the tags that at least three threads have.
struct TopicColumns: Sendable {
  /// `channel=ID` for every channel, then `tag=NAME` in the order of names.
  let segments: [Segment]
  private let items: ItemColumns
  private let channelCount: Int
  /// The topic of each tag; -1 for tags of fewer threads.
  private let topicOfTag: [Int32]

  /// A tag of fewer threads is no topic.
  static let leastThreads = 3

  init(_ frame: Frame) {
    items = frame.items
    let channels = frame.community.channels
    channelCount = channels.count
    var threads = [Int](repeating: 0, count: items.tags.count)
    for start in frame.threads.starts {
      for place in items.tagPlaces(ofRow: Int(start)) { threads[Int(items.tagNames[place])] += 1 }
    }
    let tags = items.tags.indices.filter { threads[$0] >= TopicColumns.leastThreads }
      .sorted { Segment("tag", frame.items.tags[$0]) < Segment("tag", frame.items.tags[$1]) }
    var topicOfTag = [Int32](repeating: -1, count: items.tags.count)
    for (index, tag) in tags.enumerated() { topicOfTag[tag] = Int32(channels.count + index) }
    self.topicOfTag = topicOfTag
    segments =
      channels.map { Segment("channel", $0.id) } + tags.map { Segment("tag", frame.items.tags[$0]) }
  }

  /// Calls with the topics of an item: its channel, and its own tags or, without any, those of its
  /// thread.
  @inline(__always)
  func forEachTopic(ofRow row: Int, _ body: (Int) -> Void) {
    let channel = items.channels[row]
    if channel >= 0 { body(Int(channel)) }
    var tags = items.tagPlaces(ofRow: row)
    if tags.isEmpty { tags = items.tagPlaces(ofRow: Int(items.threads[row])) }
    for place in tags {
      let topic = topicOfTag[Int(items.tagNames[place])]
      if topic >= 0 { body(Int(topic)) }
    }
  }
}

extension ItemColumns {
  fileprivate func tagPlaces(ofRow row: Int) -> Range<Int> {
    guard tagStarts.count > row + 1 else { return 0..<0 }
    return Int(tagStarts[row])..<Int(tagStarts[row + 1])
  }
}
