internal import Basics
internal import LinkDirectory
internal import Templating

/// What one department is told, in the order in which it is told: the one value from which its page,
/// its file to print, its text and its mail are written.
struct Brief: Sendable {
  /// The department's part of addresses: `support`.
  var name: String
  /// `Brief for Support`
  var heading: String
  /// Who publishes: the organisation and the site's title.
  var publisher: String
  /// Up to when the data reach, as a sentence; empty without data.
  var known: String
  /// What marks the internal edition.
  var notice: String?
  /// The finding that comes first: its claim, and what it says in a sentence or two.
  var claim: BriefItem
  var findings: [BriefItem] = []
  var figures: [BriefFigure] = []
  /// What stands under the figures.
  var figuresNote = ""
  var changes: [ChangeRow] = []
  var changesNote = ""
  /// Criticism that waits for the department's answer, the longest wait first.
  var criticism: [BriefItem] = []
  /// Strategy it answers for, the next review first.
  var reviews: [BriefItem] = []
  /// Conversations worth joining, those about its jobs first; empty in an edition that has none.
  var conversations: [BriefItem] = []
  /// What is not in it, and where that is.
  var leavesOut: [String] = []
  /// The same of conversations, where it does not hold them all.
  var leavesOutConversations: String?
  /// What nobody can tell from the data.
  var unknowns: [String] = []
  /// `Questions about this brief:`, and whom to ask.
  var contact: BriefItem?
  /// Who answers for what the brief asks.
  var owner: BriefItem

  /// What fits a page of paper; the page of the site has all conversations.
  var limits = BriefLimits.steps[0]

  /// What a form leaves out that holds so many conversations.
  func leavesOut(showing limit: Int) -> [String] {
    (limit < conversations.count ? [leavesOutConversations].compactMap(\.self) : []) + leavesOut
  }
}

/// One line of a brief: what it is called, what is said of it, and where it leads.
struct BriefItem: Sendable, Hashable {
  var title: String
  var note = ""
  var link: BriefLink?
}

/// Where a line of a brief leads; each form of the brief writes it in its own way.
enum BriefLink: Sendable, Hashable {
  case page(SitePath, fragment: String? = nil)
  case web(WebAddress)
  /// An address that was checked when it was read.
  case mail(String)

  /// The address in a file that travels: nil where the site has no address of its own.
  func text(below base: WebAddress?) -> String? {
    switch self {
    case .web(let address): return address.text
    case .mail(let address): return "mailto:" + address
    case .page(let page, let fragment):
      return base.map { base in
        webAddress(of: page, below: base.text) + (fragment.map { "#" + $0 } ?? "")
      }
    }
  }

  /// The address on a page of the site.
  func address(on page: SitePath) -> SafeURL? {
    switch self {
    case .web(let address): SafeURL(address)
    case .mail(let address): SafeURL("mailto:" + address)
    case .page(let target, let fragment): SafeURL(from: page, to: target, fragment: fragment)
    }
  }
}

/// One number of a brief with its recent course.
struct BriefFigure: Sendable {
  var figure: KeyFigure
  /// Where it comes from, as a sentence.
  var source: String
  /// Oldest first, the number itself last; nil where a period has none.
  var course: [Double?] = []
  /// The ends of what is usual.
  var usual: UsualRangeOfValues?
}
