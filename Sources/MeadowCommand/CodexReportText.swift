internal import Measures

/// How well the codex finds what people find, in aligned columns for a terminal.
enum CodexReportText {
  static func text(_ scores: [CodexScore], of texts: Int) -> String {
    if texts == 0 {
      return """
        Nobody has coded an item of these communities by hand, so that nothing can be said about the
        codex. Give judged texts with --labels FILE.

        """
    }
    let rows = [head] + scores.map(cells)
    let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + blanks : blanks + cell.0
      }.joined(separator: "  ")
    }
    return lines.joined(separator: "\n") + "\n" + note
  }

  private static let head = [
    "code", "judged", "found", "right", "missed", "precision", "95%", "recall", "95%", "F1",
  ]

  private static let note = """
    precision: of what the phrases found, the share people found too; recall: of what people found,
    the share the phrases found; F1: the harmonic mean of both.

    """

  private static func cells(_ score: CodexScore) -> [String] {
    [
      score.code, "\(score.judged)", "\(score.hits + score.falseAlarms)", "\(score.hits)",
      "\(score.missed)", rounded(score.precision), interval(score.precisionInterval),
      rounded(score.recall), interval(score.recallInterval), rounded(score.f1),
    ]
  }

  private static func rounded(_ share: Double?) -> String {
    guard let share else { return "–" }
    let thousandths = Int((share * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func interval(_ ends: (low: Double, high: Double)?) -> String {
    ends.map { rounded($0.low) + "–" + rounded($0.high) } ?? ""
  }
}
