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
      for tag in items.tagNumbers(ofRow: Int(start)) { threads[Int(tag)] += 1 }
    }
    let tags = items.tags.indices.filter { threads[$0] >= TopicColumns.leastThreads }
      .sorted { Segment("tag", frame.items.tags[$0]) < Segment("tag", frame.items.tags[$1]) }
    var topicOfTag = [Int32](repeating: -1, count: items.tags.count)
    for (index, tag) in tags.enumerated() { topicOfTag[tag] = Int32(channels.count + index) }
    self.topicOfTag = topicOfTag
    segments =
      channels.map { Segment("channel", $0.id) } + tags.map { Segment("tag", frame.items.tags[$0]) }
  }

  /// The topics of an item: its channel, and its own tags or, without any, those of its thread.
  func topics(ofRow row: Int) -> [Int] {
    var topics = items.channels[row] >= 0 ? [Int(items.channels[row])] : []
    let own = items.tagNumbers(ofRow: row)
    let tags = own.isEmpty ? items.tagNumbers(ofRow: Int(items.threads[row])) : own
    for tag in tags where topicOfTag[Int(tag)] >= 0 { topics.append(Int(topicOfTag[Int(tag)])) }
    return topics
  }
}

extension ItemColumns {
  fileprivate func tagNumbers(ofRow row: Int) -> ArraySlice<Int32> {
    guard tagStarts.count > row + 1 else { return [] }
    return tagNames[Int(tagStarts[row])..<Int(tagStarts[row + 1])]
  }
}
