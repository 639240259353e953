/// Decides which counts of people may be shown.
///
/// A count of 1…k−1 is hidden (0 is shown: nobody is nobody), and one that findings force. Then, as
/// long as anybody could narrow such a count to fewer than k whole numbers, by following what is known
/// or by supposing what cannot be, one more of the counts that give it away is hidden: of the shortest
/// period, and there the smallest. What is hidden only to cover another may be worked out as long as
/// the other may not. Groups of counts that are tied crosswise are shown or hidden whole.
struct Suppression {
  private let k: Int
  /// In the order in which they are given up.
  private let cells: [PeopleCell]
  private let values: [Int]
  private let isForced: [Bool]
  private let links: SuppressionLinks
  private var isHidden: [Bool]
  /// Small counts that can be worked out all the same: there is nothing left to hide that would cover
  /// them. Whoever publishes must refuse.
  private(set) var exposed: [PeopleCell] = []

  /// The counts that stay in the module.
  var hidden: Set<PeopleCell> {
    Set(cells.indices.filter { isHidden[$0] }.map { cells[$0] })
  }

  init(_ found: [Findings], k: Int) {
    let people = found.people
    self.k = k
    let counts = people.map { KnownCount(cell: $0.key, value: $0.value) }.sorted()
    let cells = counts.map(\.cell)
    let values = counts.map(\.value)
    let index = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    self.cells = cells
    self.values = values
    links = SuppressionLinks(found, index, values: values)
    let forced = found.reduce(into: Set<PeopleCell>()) { $0.formUnion($1.forced) }
    isForced = cells.map(forced.contains)
    isHidden = zip(cells, values).map { cell, value in
      !cell.count.isTold || (1..<k).contains(value) || forced.contains(cell)
    }
    var audit = audit()
    while hideMore(audit) { audit = self.audit() }
    coverFromProbes()
    audit = self.audit()
    exposed += cells.indices.filter { needsCover($0) && audit.feasible($0) < k }.map { cells[$0] }
    hideJoint(found.flatMap(\.joint).map { group in group.compactMap { index[$0] } })
  }

  /// Hides the rest of each group of which one is hidden.
  ///
  /// What others may be shown was decided as if the rest could be seen: more than is known.
  private mutating func hideJoint(_ groups: [[Int]]) {
    for group in groups {
      let isOpen = group.contains { needsCover($0) || isHidden[$0] && cells[$0].count.isTold }
      if isOpen { for cell in group { isHidden[cell] = true } }
    }
  }

  /// Whether a further count had to be hidden.
  private mutating func hideMore(_ audit: BoundAudit) -> Bool {
    var opened: Set<Int> = []
    var hidMore = false
    for cell in cells.indices where needsCover(cell) && audit.feasible(cell) < k {
      let candidates = audit.origins(of: cell).filter(canHide)
      // One more hidden count often covers several; look again before hiding the next.
      guard let next = candidates.min(), opened.isDisjoint(with: candidates) else { continue }
      opened.formUnion(candidates)
      isHidden[next] = true
      hidMore = true
    }
    return hidMore
  }

  /// Hides what tells of small counts only together.
  ///
  /// What leads twice to a count is off by what it is off on both ways, less one at most.
  private mutating func coverFromProbes() {
    let limit = 2 * k - 3
    var audit = audit(limit: limit)
    for cell in cells.indices where needsCover(cell) && audit.feasible(cell) >= k {
      while let told = audit.narrowing(of: cell, below: k) {
        guard let next = told.filter(canHide).min() else {
          exposed.append(cells[cell])
          break
        }
        isHidden[next] = true
        audit = self.audit(limit: limit)
      }
    }
  }

  private func audit(limit: Int? = nil) -> BoundAudit {
    let low = cells.indices.map {
      isHidden[$0] ? max(0, values[$0] - cells[$0].count.leastHidden) : 0
    }
    let high = cells.indices.map { isHidden[$0] ? BoundAudit.open : 0 }
    return BoundAudit(low: low, high: high, links, limit: limit ?? k - 2)
  }

  private func needsCover(_ cell: Int) -> Bool {
    isHidden[cell] && ((1..<k).contains(values[cell]) || isForced[cell])
  }

  private func canHide(_ cell: Int) -> Bool {
    !isHidden[cell] && values[cell] > 0
  }
}

/// A count of people and its value, in the order in which counts are given up: short periods before long
/// ones, small before large.
private struct KnownCount: Comparable {
  var cell: PeopleCell
  var value: Int

  static func < (left: KnownCount, right: KnownCount) -> Bool {
    let (period, otherPeriod) = (left.cell.period, right.cell.period)
    if period.kind != otherPeriod.kind { return period.kind < otherPeriod.kind }
    if left.value != right.value { return left.value < right.value }
    return (period, left.cell.count) < (otherPeriod, right.cell.count)
  }
}
