/// How many of each a brief tells, so that it is one page of paper whatever stands in it.
struct BriefLimits: Sendable, Hashable {
  var findings: Int
  var conversations: Int
  var changes: Int
  var criticism: Int
  var reviews: Int
  var unknowns: Int

  /// From the most there can be to the least; each step gives up what can best be read elsewhere.
  static let steps: [BriefLimits] = [
    BriefLimits(3, 3, 3, 3, 2, 4), BriefLimits(2, 3, 3, 3, 2, 4), BriefLimits(2, 3, 2, 3, 2, 4),
    BriefLimits(2, 2, 2, 3, 2, 4), BriefLimits(1, 2, 2, 3, 2, 3), BriefLimits(1, 2, 1, 2, 2, 3),
    BriefLimits(1, 2, 1, 2, 1, 3), BriefLimits(0, 2, 1, 2, 1, 3), BriefLimits(0, 1, 1, 1, 1, 2),
  ]

  private init(
    _ findings: Int, _ conversations: Int, _ changes: Int, _ criticism: Int, _ reviews: Int,
    _ unknowns: Int
  ) {
    self.findings = findings
    self.conversations = conversations
    self.changes = changes
    self.criticism = criticism
    self.reviews = reviews
    self.unknowns = unknowns
  }

  static let figures = 3
}
