internal import Basics

/// The people who write in one month, and how much each of them does.
struct Crowd: Sendable {
  private(set) var people: [Int] = []
  private var weights: [Double] = []

  mutating func add(_ person: Int, weight: Double) {
    people.append(person)
    weights.append(weight)
  }

  /// Somebody other than those given; nil where nobody can be found.
  func pick(except others: Set<Int>, _ chance: inout Chance) -> Int? {
    if people.isEmpty { return nil }
    for _ in 0..<8 {
      let person = people[chance.index(ofWeights: weights)]
      if !others.contains(person) { return person }
    }
    return nil
  }
}
