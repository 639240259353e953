internal import Templating

/// A question that nobody else has answered yet.
struct WaitingThread: PageRecord {
  var title: String
  var href: SafeURL?
  var community: String
  var state: String?
  /// The day as `2018-08-29`.
  var asked: String
  /// In seconds.
  var waiting: Int

  static let recordName = "waiting thread"
  static let fields: [PageField<WaitingThread>] = [
    .text("title", "The question.") { $0.title },
    .optionalURL("href", "Its permalink.") { $0.href },
    .text("community", "Where it was asked.") { $0.community },
    .optionalText("state", "`closed`, where that is known.") { $0.state },
    .text("asked", "The day it was asked.") { $0.asked },
    .integer("waiting", "How long it has waited, in seconds.") { $0.waiting },
  ]
}
