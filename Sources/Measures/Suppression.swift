/// Decides which counts of people may be shown.
///
/// A count of 1…k−1 is hidden (0 is shown: nobody is nobody). Then, as long as anybody could narrow a
/// hidden count to fewer than k whole numbers, one more count of the relation that gives it away is
/// hidden: of the shortest period, and there the smallest.
struct Suppression {
  private let k: Int
  private let cells: [PeopleCell]
  private let values: [Int]
  private let relations: [LinearRelation]
  private let audited: [IntervalAudit.Relation]
  private let members: [[Int]]
  private var isHidden: [Bool]

  /// The counts that stay in the module.
  var hidden: Set<PeopleCell> {
    Set(cells.indices.filter { isHidden[$0] }.map { cells[$0] })
  }

  /// Relations that name a count which was not taken are left out.
  init(_ people: [PeopleCell: Int], _ relations: [LinearRelation], k: Int) {
    self.k = k
    cells = people.keys.sorted { $0.isHiddenBefore($1, people) }
    values = cells.map { people[$0] ?? 0 }
    let index = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    self.relations = relations.filter { $0.terms.allSatisfy { index[$0.cell] != nil } }
    members = self.relations.map { $0.terms.compactMap { index[$0.cell] } }
    audited = zip(self.relations, members).enumerated().flatMap { origin, pair in
      let signs = pair.0.terms.map(\.sign)
      let one = IntervalAudit.Relation(counts: pair.1, signs: signs, origin: origin)
      let reverse = IntervalAudit.Relation(
        counts: pair.1, signs: signs.map { -$0 }, origin: origin)
      return pair.0.isEquality ? [one, reverse] : [one]
    }
    isHidden = zip(cells, values).map { cell, value in
      !cell.count.isTold || (1..<k).contains(value)
    }
    while hideMore() {}
  }

  /// Whether a further count had to be hidden.
  private mutating func hideMore() -> Bool {
    let audit = audit()
    var opened: Set<Int> = []
    var hidMore = false
    for cell in cells.indices where needsCover(cell) && audit.feasible(cell) < k {
      let causes = causes(of: cell, in: audit)
      guard opened.isDisjoint(with: causes) else { continue }
      opened.formUnion(causes)
      // In the order of `cells`, so the first is the one to hide.
      guard let next = causes.flatMap({ members[$0] }).filter(canHide).min() else { continue }
      isHidden[next] = true
      hidMore = true
    }
    return hidMore
  }

  private func audit() -> IntervalAudit {
    let low = cells.indices.map { isHidden[$0] ? cells[$0].count.leastHidden : values[$0] }
    let high = cells.indices.map { isHidden[$0] ? IntervalAudit.unbounded : values[$0] }
    return IntervalAudit(low: low, high: high, relations: audited)
  }

  private func needsCover(_ cell: Int) -> Bool {
    isHidden[cell] && (cells[cell].count.isTold || (1..<k).contains(values[cell]))
  }

  private func canHide(_ cell: Int) -> Bool {
    !isHidden[cell] && values[cell] > 0
  }

  /// The relations that narrow a count, through other hidden counts where need be, nearest first; only
  /// as far as the first in which something can be hidden.
  private func causes(of cell: Int, in audit: IntervalAudit) -> [Int] {
    var seen: Set<Int> = [cell]
    var front = [cell]
    while !front.isEmpty {
      let reasons = front.flatMap { [audit.lowReason[$0], audit.highReason[$0]] }.filter { $0 >= 0 }
      if reasons.contains(where: { members[$0].contains(where: canHide) }) { return reasons }
      front = reasons.flatMap { members[$0] }.filter { isHidden[$0] && seen.insert($0).inserted }
    }
    return []
  }
}

extension PeopleCell {
  /// The order in which counts are given up: short periods before long ones, small before large.
  fileprivate func isHiddenBefore(_ other: PeopleCell, _ people: [PeopleCell: Int]) -> Bool {
    let value = people[self] ?? 0
    let otherValue = people[other] ?? 0
    if period.kind != other.period.kind { return period.kind < other.period.kind }
    if value != otherValue { return value < otherValue }
    return (period, count) < (other.period, other.count)
  }
}
