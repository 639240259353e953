package import CommunityData

/// A community small enough to count on one's fingers, and what the metric says about it.
///
/// The people are invented, so the threshold does not bind; a test recomputes every line of it.
package struct WorkedExample: Sendable {
  package let posts: [Post]
  /// The end of what is known.
  package let until: String
  package let results: [Result]
  /// What the site tells beside the posts.
  let inputs: MeasureInputs

  init(
    until: String, _ posts: [Post], with inputs: MeasureInputs = MeasureInputs(),
    gives results: [Result]
  ) {
    self.until = until
    self.inputs = inputs
    self.posts = posts
    self.results = results
  }

  /// One item: who wrote when in which thread.
  package struct Post: Sendable, Equatable {
    package let thread: String
    /// `ana`; `desk (staff)`, `dana (moderator)` and `helpbot (bot)` tell the role or kind.
    package let author: String
    /// `2018-01-31 09:00`, UTC.
    package let at: String
    package let kind: Item.Kind
    /// Whether the question that began the thread accepts it as its answer.
    package let isAccepted: Bool
    /// So many such items, all at that moment.
    package let count: Int
    /// Its body, in plain text; empty where it does not matter.
    package let text: String
    package let tags: [String]
    /// Codes that a person gave it.
    package let codes: [String]

    init(
      _ thread: String, _ author: String, _ at: String, _ kind: Item.Kind = .post,
      isAccepted: Bool = false, count: Int = 1, text: String = "", tags: [String] = [],
      codes: [String] = []
    ) {
      self.thread = thread
      self.author = author
      self.at = at
      self.kind = kind
      self.isAccepted = isAccepted
      self.count = count
      self.text = text
      self.tags = tags
      self.codes = codes
    }
  }

  package struct Result: Sendable, Equatable {
    package let part: String
    package let period: String
    package let segment: String
    /// nil for a row without a number, as "not reached".
    package let value: Double?

    init(_ part: String, _ period: String = "all", _ segment: String = "all", is value: Double?) {
      self.part = part
      self.period = period
      self.segment = segment
      self.value = value
    }
  }
}
