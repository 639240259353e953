internal import MarkdownHTML
internal import Templating

/// Questions without a response: the body of a `threads` block.
struct ThreadsRequest: Sendable {
  var community: String?
  var limit = 5

  static let schema = Schema<ThreadsRequest>(
    kind: "a list of threads",
    keys: [
      .optional("community", .slug, "Of which community; needed where there are several.") {
        $0.community = $1
      },
      .optional("limit", .integer, "How many at most; 5 by default.") { $0.limit = max(0, $1) },
    ])
}

/// Questions without a response rendered by themselves, to stand in an author's text.
struct ThreadsFragment: PageKind {
  var waiting: [WaitingThread]

  static let recordName = "threads"
  static let template = "waiting.html"
  static let fields: [PageField<ThreadsFragment>] = [
    .list("waiting", "The questions, the longest wait first.") { $0.waiting }
  ]
}
