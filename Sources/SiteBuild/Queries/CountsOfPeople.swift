/// Knows numbers that say how few people there are by what becomes of them where every count of people is
/// a thousand times as large.
struct CountsOfPeople: Sendable {
  /// The fewest people that a number may tell of.
  let threshold: Int

  init(_ threshold: Int) {
    self.threshold = threshold
  }

  /// How many times as large: a prime, so that no other number is likely to hit a multiple.
  static let factor = 1009.0

  func isSmall(_ number: Double) -> Bool { number != 0 && abs(number) < Double(threshold) }

  /// Whether a text says a small number.
  func isSuspect(_ text: String) -> Bool { TextNumbers(text).numbers.contains(where: isSmall) }

  /// Whether a text says a small number that the other says a thousandfold.
  func isLeak(_ text: String, enlarged other: String) -> Bool {
    let other = TextNumbers(other)
    return isLeak(text, [other.words: [other]])
  }

  /// The same against several others, by their words.
  func isLeak(_ text: String, _ others: [[String]: [TextNumbers]]) -> Bool {
    let found = TextNumbers(text)
    return (others[found.words] ?? []).contains { other in
      zip(zip(found.numbers, found.halves), other.numbers).contains { number, other in
        // Where the text has it rounded, its multiple is that much farther off; and no number is exact.
        isSmall(number.0)
          && abs(other - number.0 * Self.factor) <= max(number.1 * Self.factor, 1e-9 * other)
      }
    }
  }
}
