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
  var names: [String] {
    limits.indices.map { index in
      guard index + 1 < limits.count else { return "\(limits[index]) or more" }
      let last = limits[index + 1] - 1
      return last <= limits[index] ? "\(limits[index])" : "\(limits[index])–\(last)"
    }
  }

  private static func width(covering most: Int, from threshold: Int) -> Int {
    var power = 1
    while true {
      for factor in [1, 2, 5] {
        let width = factor * power
        if threshold / width * width + 5 * width > most { return width }
      }
      guard power < Int.max / 100 else { return power }
      power *= 10
    }
  }
}
