/// The first item of each thread, where a platform has threads without an item that begins them: a
/// topic is called by its first message.
struct FirstItems: Sendable {
  private var ids: [String: String] = [:]

  /// The id of the first item of a thread; the item itself when it is the first.
  mutating func id(of thread: String, orBegin item: String) -> String {
    if let first = ids[thread] { return first }
    ids[thread] = item
    return item
  }
}
