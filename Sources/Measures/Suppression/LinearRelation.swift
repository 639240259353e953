/// Something everybody knows about counts of people: the sum of coefficient × count is at most zero,
/// or exactly zero.
///
/// `new(2016) = new(2016-Q1) + … + new(2016-Q4)` lets a hidden quarter be worked out from the others.
struct LinearRelation: Sendable {
  struct Term: Sendable {
    var cell: PeopleCell
    /// 1 or -1.
    var sign: Int
  }

  var terms: [Term]
  /// Whether the sum is exactly zero.
  var isEquality: Bool

  /// left = the sum of right
  static func equal(_ left: PeopleCell, _ right: [PeopleCell]) -> LinearRelation {
    LinearRelation(left: [left], right: right, isEquality: true)
  }

  /// the sum of left ≤ the sum of right
  static func atMost(_ left: [PeopleCell], _ right: [PeopleCell]) -> LinearRelation {
    LinearRelation(left: left, right: right, isEquality: false)
  }

  /// Whether it holds for some counts; one of a count that was not taken does.
  func holds(for people: [PeopleCell: Int]) -> Bool {
    var sum = 0
    for term in terms {
      guard let count = people[term.cell] else { return true }
      sum += term.sign * count
    }
    return isEquality ? sum == 0 : sum <= 0
  }

  private init(left: [PeopleCell], right: [PeopleCell], isEquality: Bool) {
    terms = left.map { Term(cell: $0, sign: 1) } + right.map { Term(cell: $0, sign: -1) }
    self.isEquality = isEquality
  }
}
