internal import Basics
internal import MarkdownHTML
internal import Measures

/// How a brief ends: what it leaves out, and what nobody knows.
extension BriefMaker {
  /// `figures`: how many numbers of its jobs do not fit; `conversations`: how many are too old.
  func leavesOut(_ limits: BriefLimits, figures: Int, conversations: Int) -> [String] {
    let settled = plan.content.criticism.count { concerns($0) && $0.fields.status != .heard }
    let counts: [(SiteWord, Int)] = [
      (.leavesOutFindings, insights.count - 1 - limits.findings),
      (.leavesOutOthers, plan.insights.count - insights.count),
      (.leavesOutFigures, figures),
      (.leavesOutCriticism, criticism.count - limits.criticism),
      (.leavesOutSettled, settled),
      (.leavesOutReviews, reviews.count - limits.reviews),
      (.leavesOutOlder, conversations),
    ]
    return counts.filter { $0.1 > 0 }.map { wording($0.0, ["n": .count($0.1)]) }
      + (tellsConversations ? [] : [wording(.leavesOutPrivate)]) + [wording(.leavesOutPeople)]
  }

  /// What the findings themselves cannot tell, then what no data tell.
  func unknowns(_ figures: [BriefFigure], _ limits: BriefLimits) -> [String] {
    let own = insights.prefix(1 + limits.findings).compactMap(\.fields.unknown)
      .map { clipped($0, to: 140) }
    let withheld = figures.count { $0.course.last == .some(nil) }
    let ofFigures =
      withheld > 0 ? [wording(.unknownWithheld, ["n": .count(withheld)])] : []
    let ofWords = jobs.isEmpty ? [] : [wording(.unknownWords)]
    let ofTime = communities.map(\.knownUntil).max().map { day in
      wording(.unknownSince, ["day": .text(wording.formats.longDate(day))])
    }
    let general = ofFigures + [wording(.unknownSilent)] + ofWords + (ofTime.map { [$0] } ?? [])
    return Array((own.prefix(2) + general).prefix(limits.unknowns))
  }
}
