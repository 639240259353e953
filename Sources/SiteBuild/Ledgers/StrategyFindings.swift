internal import Basics

/// Chains that break off on their way from an objective to how it will be known, and chains that
/// nobody has looked at again when they should have.
func checkStrategy(
  _ chains: [ContentFile<StrategyChain>], asOf moment: Timestamp
) -> [Diagnostic] {
  chains.flatMap { file in
    [broken(file), overdue(file, moment.day)].compactMap(\.self)
  }
}

private func broken(_ file: ContentFile<StrategyChain>) -> Diagnostic? {
  let fields = file.fields
  let links = [
    ("behaviour", fields.behaviour == nil), ("engagement", fields.engagement == nil),
    ("measure", fields.measure == nil), ("review", fields.review == nil),
  ]
  let missing = links.filter(\.1).map { "`\($0.0)`" }
  if missing.isEmpty { return nil }
  return Diagnostic(
    SiteBuildCodes.brokenChain,
    "the chain of `\(file.head.title)` breaks off: it has no \(missing.joined(separator: ", no "))",
    at: SourceLocation(file: file.path.text, line: 1), severity: .warning,
    fix: "say how the objective is served and how that will be known")
}

private func overdue(_ file: ContentFile<StrategyChain>, _ today: CalendarDay) -> Diagnostic? {
  guard let review = file.fields.review, review.value < today else { return nil }
  return Diagnostic(
    SiteBuildCodes.overdueReview,
    "`\(file.head.title)` was to be looked at again on \(review.value)",
    at: file.excerpt(at: review.place), severity: .warning,
    fix: "look at its measure, and name the next day")
}
