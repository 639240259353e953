package import Templating

/// What took how long, aligned at the right.
package enum TimeTable {
  /// Phases in whole milliseconds: `rendering      812 ms`.
  package static func text(_ rows: [(name: String, time: Duration)]) -> String {
    rows.map { name, time in
      let time = String(Int(time / .milliseconds(1)))
      let gap = max(1, width - name.count - time.count)
      return name + String(repeating: " ", count: gap) + time + " ms"
    }.joined(separator: "\n")
  }

  /// Templates with the sum of all cores in milliseconds and the mean in microseconds.
  ///
  ///     template       calls   ms    µs each
  ///     insight.html      15   31       2066
  package static func text(_ uses: [TemplateMeter.Use]) -> String {
    guard !uses.isEmpty else { return "no template was rendered: nothing had changed" }
    let rows =
      [["template", "calls", "ms", "µs each"]]
      + uses.map { use in
        [
          use.template, String(use.calls), String(Int(use.time / .milliseconds(1))),
          String(Int(use.time / .microseconds(1)) / max(1, use.calls)),
        ]
      }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + gap : "  " + gap + cell
      }.joined()
    }.joined(separator: "\n")
  }

  private static let width = 18
}
