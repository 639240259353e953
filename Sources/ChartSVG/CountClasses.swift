internal import Basics

/// Five classes of counts with round limits, from the threshold up.
///
/// `CountClasses(threshold: 5, most: 41)` → `5–9`, `10–19`, `20–29`, `30–39`, `40 or more`.
struct CountClasses: Hashable {
  /// The lowest count of each class, ascending; as many as five.
  let limits: [Int]

  init(threshold: Int, most: Int) {
    let threshold = max(1, threshold)
    let width = CountClasses.width(covering: most, from: threshold)
    let start = threshold / width * width
    limits = (0..<5).map { max(threshold, start + $0 * width) }
  }

  /// The class of a count that may be shown: 1 to 5; 0 is no one.
  func index(of count: Int) -> Int {
    count == 0 ? 0 : max(1, limits.lastIndex { $0 <= count }.map { $0 + 1 } ?? 1)
  }

  /// `5–9` … `40 or more`
  func names(_ wording: Wording) -> [String] {
    limits.indices.map { index in
      guard index + 1 < limits.count else {
        return wording(.orMore, ["n": .count(limits[index])])
      }
      let last = limits[index + 1] - 1
      let ends = last <= limits[index] ? [last] : [limits[index], last]
      return ends.map { wording.numbers.text($0) }.joined(separator: "–")
    }
  }

  /// The largest round width with which the fifth class still has someone in it.
  private static func width(covering most: Int, from threshold: Int) -> Int {
    var best = 1
    for power in [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000] {
      for tenths in [10, 15, 20, 25, 30, 40, 50, 60, 80] where tenths * power % 10 == 0 {
        let width = tenths * power / 10
        if threshold / width * width + 4 * width <= most { best = width }
      }
    }
    return best
  }
}
