/// Draws from a seed. The reductions are our own, so that no other version of the standard library
/// gives other bytes, and use only operations that every machine rounds alike.
package struct Chance: Sendable {
  private var generator: SeededGenerator

  package init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// A number in 0..<1.
  package mutating func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

  package mutating func happens(_ probability: Double) -> Bool { unit() < probability }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(unit() * Double(range.count))
  }

  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    precondition(!elements.isEmpty, "nothing to pick from")
    return elements[number(0...(elements.count - 1))]
  }

  /// The index of one weight, drawn in proportion to it.
  package mutating func index(ofWeights weights: [Double]) -> Int {
    var left = unit() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return weights.count - 1
  }

  package mutating func pick<Element>(weighted choices: [(Element, Double)]) -> Element {
    choices[index(ofWeights: choices.map(\.1))].0
  }

  /// A whole number between half and one and a half times the mean, and the mean on average.
  package mutating func count(around mean: Double) -> Int {
    let exact = mean * (0.5 + unit())
    let whole = Int(exact)
    return whole + (happens(exact - Double(whole)) ? 1 : 0)
  }
}
