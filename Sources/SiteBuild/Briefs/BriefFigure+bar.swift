/// The course of a number where nothing can be drawn: as letters, and as lengths of bars.
extension BriefFigure {
  private var largest: Double { (course.compactMap(\.self) + [usual?.high ?? 0]).max() ?? 0 }

  /// A line of blocks from zero up to the largest: `▂▄█▃`; `·` where there is no number. Empty where
  /// there are fewer than three.
  var line: String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    guard course.compactMap(\.self).count > 2, largest > 0 else { return "" }
    return String(
      course.map { value -> Character in
        guard let value else { return "·" }
        let step = Int((value / largest * Double(blocks.count - 1)).rounded())
        return blocks[min(max(step, 0), blocks.count - 1)]
      })
  }

  /// Percent of the longest bar; nil where there is no number.
  var bar: Int? { course.last.flatMap(\.self).map(percent) }

  /// The same for the upper end of what is usual.
  var usualBar: Int? { usual.map { percent($0.high) } }

  private func percent(_ value: Double) -> Int {
    largest > 0 ? min(max(Int((value / largest * 100).rounded()), 0), 100) : 0
  }
}
