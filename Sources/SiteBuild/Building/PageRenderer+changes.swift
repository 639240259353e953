internal import Basics

/// What changed since the edition before.
extension PageRenderer {
  /// The lines of the section and what it says below them; no lines before there are two editions.
  struct WhatChanged {
    var rows: [ChangeRow] = []
    var note = ""
  }

  var whatChanged: WhatChanged {
    let editions = plan.editions.suffix(2)
    guard editions.count == 2, let older = editions.first, let newer = editions.last else {
      return WhatChanged()
    }
    let comparison = EditionComparison(
      older, newer, wording,
      communities: plan.communities.map {
        ComparedCommunity(slug: $0.slug, name: $0.name, threshold: plan.threshold($0))
      })
    let changes = PageRenderer.shown(comparison.changes)
    return WhatChanged(
      rows: changes.map { ChangeRow(label: $0.label(wording), words: $0.words) },
      note: note(comparison, leavingOut: comparison.changes.count - changes.count))
  }

  /// At most six: figures give way to the last two changes of other kinds.
  private static func shown(_ changes: [EditionChange]) -> [EditionChange] {
    let figures = changes.filter { $0.kind == .figure || $0.kind == .settling }
    let others = changes.filter { $0.kind == .community || $0.kind == .address }.suffix(2)
    return Array(figures.prefix(6 - others.count) + others)
  }

  private func note(_ comparison: EditionComparison, leavingOut count: Int) -> String {
    let compared = wording(
      .editionsCompared,
      [
        "older": .text(wording.formats.longDate(comparison.older.day)),
        "newer": .text(wording.formats.longDate(comparison.newer.day)),
      ])
    return count == 0 ? compared : compared + " " + wording(.moreChanges, ["n": .count(count)])
  }
}
