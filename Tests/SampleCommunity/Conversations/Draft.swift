internal import Basics
internal import CommunityData

/// An item as the history knows it: with all that becomes of it, and when.
struct Draft: Sendable {
  /// Index into the roster.
  var author: Int
  var moment: Timestamp
  var type: Item.Kind
  var talk: Talk?
  /// Index of its conversation.
  var thread: Int
  /// Index of the draft it answers; nil begins the conversation.
  var parent: Int?
  var title: String?
  var text: String
  var language: String?
  var mentions: [Int] = []
  var edited: Timestamp?
  var deleted: Timestamp?
  var reactions: [Reaction] = []
  /// Index of the draft that helped, and when that was said.
  var accepted: (draft: Int, moment: Timestamp)?
  var closed: Timestamp?

  init(author: Int, moment: Timestamp, type: Item.Kind, thread: Int, text: String) {
    self.author = author
    self.moment = moment
    self.type = type
    self.thread = thread
    self.text = text
  }
}
