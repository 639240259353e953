import Basics
import Testing

/// Against the definition, filled in whole: no row is left out and no name ruled out beforehand.
@Suite struct NearestNameTests {
  @Test(arguments: 0..<20 as Range<UInt64>) func findsWhatTheDefinitionFinds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // The second have letters that differ by their case, and signs that share 32 classes with them.
    let letters =
      seed % 2 == 0 ? ["a", "b", "B", "é", "İ", "ß"] : ["a", "A", "b", "!", "@", "`", "1"]
    for _ in 0..<200 {
      let names = (0..<6).map { _ in name(of: letters, &generator) }
      let typed = name(of: letters, &generator)
      #expect(nearestName(to: typed, among: names) == nearest(to: typed, among: names))
    }
  }

  /// Few letters, so that names are often near; of the first ones some are of several bytes, and one becomes
  /// two in lower case.
  private func name(of letters: [String], _ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...8, using: &generator)).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &generator)]
    }.joined()
  }

  private func nearest(to typed: String, among names: [String]) -> String? {
    let limit = max(1, typed.lowercased().unicodeScalars.count / 3)
    return names.map { (edits(typed, $0), $0) }.filter { $0.0 <= limit }.min { $0 < $1 }?.1
  }

  /// Optimal string alignment.
  private func edits(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().unicodeScalars)
    let right = Array(right.lowercased().unicodeScalars)
    var table = left.indices.map { [$0] + right.map { _ in 0 } }
    table.insert(Array(0...right.count), at: 0)
    for row in left.indices { table[row + 1][0] = row + 1 }
    for row in left.indices {
      for column in right.indices {
        var least = min(
          table[row][column + 1] + 1, table[row + 1][column] + 1,
          table[row][column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = least
      }
    }
    return table[left.count][right.count]
  }
}
