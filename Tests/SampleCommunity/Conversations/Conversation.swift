internal import Basics

/// What somebody wants to begin.
struct Opening: Sendable {
  var author: Int
  var moment: Timestamp
  var talk: Talk
  var topic: Topic
  /// Which of the questions about the topic is asked, by its place.
  var matter: Int?
  /// Whether it is the author's first item.
  var isFirst = false
}

/// A thread: what it is about and its drafts in the order in which they were thought of.
struct Conversation: Sendable {
  var talk: Talk
  var topic: Topic
  var place: Place
  /// Which of the questions about its topic it asks; nil where it asks none.
  var matter: Int?
  /// Phrases that somebody said in it already.
  var said: Set<String> = []
  var drafts: [Int] = []
  /// The first response by another person; nil while there is none.
  var firstResponse: Timestamp?
}
