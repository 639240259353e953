/// Names and how long each took, in whole milliseconds and aligned at the right.
package enum TimeTable {
  /// `rendering      812 ms`
  package static func text(_ rows: [(name: String, time: Duration)]) -> String {
    rows.map { name, time in
      let time = String(Int(time / .milliseconds(1)))
      let gap = max(1, width - name.count - time.count)
      return name + String(repeating: " ", count: gap) + time + " ms"
    }.joined(separator: "\n")
  }

  private static let width = 18
}
