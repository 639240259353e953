/// How much of a sheet a brief takes, in millimetres, as far as that can be told without a browser: each
/// line is taken to hold fewer letters than it does. The sheet is as narrow as A4 and as short as
/// Letter; `make briefs` prints both.
struct PaperSpace: Sendable {
  /// What the margins leave of a sheet of Letter.
  private static let height = 257.0

  private let brief: Brief

  init(of brief: Brief) {
    self.brief = brief
  }

  var isEnough: Bool { head + figures + columns / 2 * 1.03 + 14 <= PaperSpace.height }

  /// Mark, heading, claim and what it says.
  private var head: Double {
    let notice = brief.notice.map { 6 + lines($0, of: 80) * 4.3 } ?? 0
    let top = lines(brief.heading + brief.publisher + brief.known, of: 90) * 4.2 + 2.5
    return notice + top + lines(brief.claim.title, of: 54) * 6.9
      + lines(brief.claim.note, of: 84) * 5 + 5
  }

  private var figures: Double {
    let tallest = brief.figures.map { figure in
      let delta = figure.figure.delta.map { lines($0.words, of: 33) * 3.9 } ?? 0
      return lines(figure.figure.label, of: 33) * 3.8 + 6.2 + delta
        + (figure.figure.spark == nil ? 0 : 11) + lines(figure.figure.note, of: 33) * 3.9 + 3
    }.max()
    return tallest.map { $0 + lines(brief.figuresNote, of: 100) * 3.9 + 3 } ?? 0
  }

  /// The length of both columns together.
  private var columns: Double {
    let changes = brief.changes.reduce(0) {
      $0 + lines("\($1.label) \($1.words)", of: 54) * 3.9 + 0.9
    }
    let note = brief.changes.isEmpty ? 0 : lines(brief.changesNote, of: 60) * 3.8
    let items = [
      brief.criticism, Array(brief.conversations.prefix(brief.limits.conversations)),
      brief.reviews, brief.findings,
    ]
    let texts = [brief.leavesOut(showing: brief.limits.conversations), brief.unknowns]
    return items.reduce(0) { $0 + section($1.reduce(0) { $0 + height(of: $1) }) }
      + section(changes + note)
      + texts.reduce(0) { sum, list in
        sum + section(list.reduce(0) { $0 + lines($1, of: 54) * 3.8 + 0.4 })
      }
  }

  private func section(_ content: Double) -> Double { content == 0 ? 0 : content + 9 }

  private func height(of item: BriefItem) -> Double {
    lines(item.title, of: 48) * 4.2 + lines(item.note, of: 56) * 3.9 + 0.9
  }

  /// How many lines a text has where a line holds so many columns.
  private func lines(_ text: String, of columns: Int) -> Double {
    text.isEmpty ? 0 : Double(TextColumns.wrapped(text, to: columns).count)
  }
}
