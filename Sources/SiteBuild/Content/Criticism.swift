internal import Basics
internal import LinkDirectory
internal import MarkdownHTML

/// One criticism and what became of it: one file of `Content/criticism/`.
struct Criticism: ContentKind {
  var head = PageHead()
  /// Its permanent number in the ledger, which is its anchor too.
  var number = Placed(value: 0, place: YAMLPlace(line: 1, column: 1))
  /// The day it was first raised.
  var raised = CalendarDay(daysSinceEpoch: 0)
  var status = CriticismStatus.heard
  /// The day it got its status; nil while it is heard, which it is from the first day on.
  var since: CalendarDay?
  /// Ids of items that raise it, as `community/id`; the people concerned are counted from them.
  var sources: [Placed<String>] = []
  var communities: [Placed<String>] = []
  var owner: Placed<String>?
  /// What we said to it.
  var answer: String?
  /// Where the change, or the reasons, can be seen.
  var link: WebAddress?
  /// Why it was declined.
  var reason: String?
  /// What the community said to that, also where it disagrees.
  var reaction: String?
  var jobs: [Placed<String>] = []
  /// The states it had before, oldest first.
  var history: [Placed<CriticismStep>] = []

  /// The day of its first answer; nil while it waits for one.
  var answered: CalendarDay? {
    if status == .heard { return nil }
    return
      (history.map(\.value).filter { $0.status != .heard }.map(\.date) + [since].compactMap(\.self))
      .min()
  }

  static let folder = ContentFolder.criticism
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Criticism>]> { \.criticism }
  static let about = """
    One criticism with its sources, its owner and what became of it. It can be answered, changed \
    or declined, never removed: “changed” needs a link, “declined” a reason and a link.
    """

  static let schema = Schema<Criticism>.page(
    "a criticism",
    [
      .required("title", .text, "The criticism, as those who raised it would put it.") {
        $0.head.title = $1
      },
      .required("summary", .text, "What is criticised, in a sentence or two.") {
        $0.head.summary = $1
      },
      .required("number", .placed(.count), "Its permanent number in the ledger.") {
        $0.number = $1
      },
      .required("date", .moment, "When it was first raised.") {
        $0.head.date = $1
        $0.raised = $1.day
      },
      .required("status", .oneOf, "What was done about it.") { $0.status = $1 },
      .optional("since", .day, "The day it got this status.") { $0.since = $1 },
      .required("sources", .list(.text), "Items that raise it, as `community/item id`.") {
        $0.sources = $1
      },
      .optional("communities", .list(.file(of: .communities)), "Where it was raised.") {
        $0.communities = $1
      },
      .optional("owner", .placed(.file(of: .departments)), "The department that answers it.") {
        $0.owner = $1
      },
      .optional("answer", .text, "What we said to it.") { $0.answer = $1 },
      .optional("link", .address, "Where the change or the reasons can be seen.") { $0.link = $1 },
      .optional("reason", .text, "Why it was declined.") { $0.reason = $1 },
      .optional("reaction", .text, "What the community said to that.") { $0.reaction = $1 },
      .optional("jobs", .list(.file(of: .jobs)), "The jobs it stands in the way of.") {
        $0.jobs = $1
      },
      .optional(
        "history", .list(.record(CriticismStep.schema, empty: CriticismStep())),
        "The states it had before, oldest first."
      ) { $0.history = $1 },
    ],
    rules: rules)

  private static let rules: [SchemaRule<Criticism>] = [
    SchemaRule(
      at: "status", with: ["link"], "a criticism that is `changed` needs a link to the change",
      fix: "add `link:`"
    ) { $0.status != .changed || $0.link != nil },
    SchemaRule(
      at: "status", with: ["reason", "link"],
      "a criticism that is `declined` needs a reason and a link to it",
      fix: "add `reason:` and `link:`"
    ) { $0.status != .declined || $0.reason != nil && $0.link != nil },
    SchemaRule(
      at: "status", with: ["since"],
      "a criticism that is more than `heard` needs the day it became so",
      fix: "add `since:`"
    ) { $0.status == .heard || $0.since != nil },
    SchemaRule(
      at: "since", with: ["date"], "the status is older than the criticism",
      fix: "mend `since` or `date`"
    ) { criticism in
      criticism.since.map { $0 >= criticism.raised } ?? true
    },
  ]
}

/// A state that a criticism had for a while.
struct CriticismStep: Sendable {
  var date = CalendarDay(daysSinceEpoch: 0)
  var status = CriticismStatus.heard
  var text: String?

  static let schema = Schema<CriticismStep>(
    kind: "a step of a criticism",
    keys: [
      .required("date", .day, "The day it got the status.") { $0.date = $1 },
      .required("status", .oneOf, "What was done about it.") { $0.status = $1 },
      .optional("text", .text, "What happened, in a sentence.") { $0.text = $1 },
    ])
}
