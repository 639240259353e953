/// All that ties counts of people to one another, over indexes of counts.
struct SuppressionLinks {
  let relations: [BoundAudit.Relation]
  let timelines: [BoundAudit.Differences]
  /// The relations that name each count.
  let relationsOfCount: [[Int]]
  /// The timeline that each count is a difference of; -1 for none.
  let timelineOfCount: [Int]
  /// The span that a count is on its timeline.
  let spanOfCount: [Int]

  /// Relations that name a count which was not taken are left out.
  init(_ found: [Findings], _ index: [PeopleCell: Int], values: [Int]) {
    relations = found.flatMap { $0.relations.flatMap { $0.audited(index, values) } }
    timelines = found.flatMap(\.timelines).map { $0.audited(index) }
    var relationsOfCount = [[Int]](repeating: [], count: values.count)
    for (number, relation) in relations.enumerated() {
      for count in relation.counts { relationsOfCount[count].append(number) }
    }
    self.relationsOfCount = relationsOfCount
    var timelineOfCount = [Int](repeating: -1, count: values.count)
    var spanOfCount = timelineOfCount
    for (number, timeline) in timelines.enumerated() {
      for (place, span) in timeline.spans.enumerated() {
        timelineOfCount[span.count] = number
        spanOfCount[span.count] = place
      }
    }
    self.timelineOfCount = timelineOfCount
    self.spanOfCount = spanOfCount
  }
}

extension LinearRelation {
  /// One inequality, or two for an equality; none where a count was not taken.
  fileprivate func audited(_ index: [PeopleCell: Int], _ values: [Int]) -> [BoundAudit.Relation] {
    let counts = terms.compactMap { index[$0.cell] }
    guard counts.count == terms.count else { return [] }
    let signs = terms.map(\.sign)
    let sum = zip(counts, signs).reduce(0) { $0 + values[$1.0] * $1.1 }
    precondition(isEquality ? sum == 0 : sum <= 0, "a relation between counts does not hold")
    let oneWay = BoundAudit.Relation(counts: counts, signs: signs, slack: -sum)
    let otherWay = BoundAudit.Relation(counts: counts, signs: signs.map { -$0 }, slack: 0)
    return isEquality ? [oneWay, otherWay] : [oneWay]
  }
}

extension Timeline {
  fileprivate func audited(_ index: [PeopleCell: Int]) -> BoundAudit.Differences {
    let spans = spans.compactMap { span in
      index[span.cell].map { (count: $0, from: span.from, to: span.to) }
    }
    return BoundAudit.Differences(totals: totals, spans: spans)
  }
}
