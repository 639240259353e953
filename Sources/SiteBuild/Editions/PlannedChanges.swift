internal import Basics

/// What changed from one sealed edition to the next, in the words of a site.
struct PlannedChanges: Sendable {
  let older: CalendarDay
  let newer: CalendarDay
  let changes: [EditionChange]

  /// Its place on the page of changes, which must never change.
  var anchor: String { newer.description }

  func title(_ wording: Wording) -> String {
    wording(.editionOf, ["day": .text(wording.formats.longDate(newer))])
  }

  func note(_ wording: Wording) -> String {
    wording(
      .editionsCompared,
      [
        "older": .text(wording.formats.longDate(older)),
        "newer": .text(wording.formats.longDate(newer)),
      ])
  }
}

extension SitePlan {
  /// One for each two sealed editions that follow one another, newest first.
  var editionChanges: [PlannedChanges] {
    let compared = communities.map {
      ComparedCommunity(slug: $0.slug, name: $0.name, threshold: threshold($0))
    }
    return zip(editions, editions.dropFirst()).reversed().map { older, newer in
      let numbers = EditionComparison(older, newer, wording, communities: compared).changes
      let figures = numbers.filter { $0.kind == .figure || $0.kind == .settling }
      let rest = numbers.filter { $0.kind != .figure && $0.kind != .settling }
      let said = ContentChanges(plan: self, after: older.day, until: newer.day).changes
      return PlannedChanges(
        older: older.day, newer: newer.day, changes: figures + said + rest)
    }
  }
}
