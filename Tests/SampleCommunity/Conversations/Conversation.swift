internal import Basics

/// What somebody wants to begin.
struct Opening: Sendable {
  var author: Int
  var moment: Timestamp
  var talk: Talk
  var topic: Topic
  /// Whether it is the author's first item.
  var isFirst = false
}

/// A thread: what it is about and its drafts in the order in which they were thought of.
struct Conversation: Sendable {
  var talk: Talk
  var topic: Topic
  var place: Place
  var drafts: [Int] = []
  /// The first response by another person; nil while there is none.
  var firstResponse: Timestamp?
}
