/// An element of a feed that an entry, or the feed itself, has directly below it.
struct FeedNode: Sendable, Equatable {
  /// With the prefix under which the vocabulary is known: `title`, `dc:creator`.
  var name: String
  var attributes: [String: String] = [:]
  /// Its text; of Atom's `xhtml` the markup.
  var text: [UInt8] = []
  /// What elements inside it hold, by name: the `name` and `uri` of an `author`.
  var parts: [String: [UInt8]] = [:]

  /// The text without white space around it; nil when nothing is left.
  var string: String? { FeedNode.trimmed(text) }

  func part(_ name: String) -> String? { parts[name].flatMap(FeedNode.trimmed) }

  static func trimmed(_ text: [UInt8]) -> String? {
    let start = text.end(from: 0, while: isWhiteSpace)
    var end = text.count
    while end > start, isWhiteSpace(text[end - 1]) { end -= 1 }
    return start == end ? nil : String(decoding: text[start..<end], as: UTF8.self)
  }
}

/// An entry of a feed, or what a feed says of itself.
struct FeedEntry: Sendable, Equatable {
  var nodes: [FeedNode] = []
  /// The line that it begins in.
  var line = 0

  /// The first element of the first of these names that says something.
  func first(_ names: String...) -> String? {
    for name in names {
      for node in nodes where node.name == name {
        if let text = node.string { return text }
      }
    }
    return nil
  }

  func node(_ names: String...) -> FeedNode? {
    for name in names {
      if let node = nodes.first(where: { $0.name == name && $0.string != nil }) { return node }
    }
    return nil
  }

  func all(_ name: String) -> [FeedNode] { nodes.filter { $0.name == name } }
}
