package import Basics

/// What a site had published from the data known on a day: its headline numbers and its addresses.
///
/// Kept in `Content/editions/<day>.ndjson`, so that a later site can tell what changed and that its
/// old addresses still lead somewhere.
package struct Edition: Sendable, Equatable {
  /// The last day of snapshots that counted.
  package let day: CalendarDay
  /// By slug.
  package let communities: [EditionCommunity]
  /// By community, metric, period and segment, in the order of the measurement table.
  package let rows: [EditionRow]
  /// Every file of the site, sorted.
  package let addresses: [SitePath]
  /// What the pages were made of: `insights/first-reply` for `insights/a/index.html`, so that a page
  /// is found again when its address has changed.
  package let sources: [SitePath: String]

  /// Brings everything into its order, so that equal content has equal bytes.
  package init(
    day: CalendarDay, communities: [EditionCommunity], rows: [EditionRow], addresses: [SitePath],
    sources: [SitePath: String] = [:]
  ) {
    self.day = day
    self.communities = communities.sorted { $0.slug < $1.slug }
    self.rows = rows.sorted()
    self.addresses = addresses.sorted()
    self.sources = sources
  }

  /// The edition without a trace of any community but these.
  func keeping(_ slugs: [String]) -> Edition {
    communities.filter { !slugs.contains($0.slug) }.reduce(self) { $0.without($1.slug) }
  }

  /// The edition without addresses that hold a name.
  func without(addressesThatTell mask: NameMask) -> Edition {
    if mask.search.isEmpty { return self }
    let kept = addresses.filter { !mask.hides($0) }
    return Edition(
      day: day, communities: communities, rows: rows, addresses: kept, sources: sources(at: kept))
  }

  /// The edition without a trace of one community: its rows, its entry and every address with a part
  /// named like it.
  package func without(_ slug: String) -> Edition {
    let kept = addresses.filter { path in
      path.stem != slug && !path.parts.contains { $0 == slug }
    }
    return Edition(
      day: day, communities: communities.filter { $0.slug != slug },
      rows: rows.filter { $0.community != slug }, addresses: kept, sources: sources(at: kept))
  }

  /// What the pages at some of its addresses were made of.
  private func sources(at addresses: [SitePath]) -> [SitePath: String] {
    let kept = Set(addresses)
    return sources.filter { kept.contains($0.key) }
  }
}

/// A community of an edition and up to when it was known.
package struct EditionCommunity: Sendable, Equatable {
  package let slug: String
  package let knownUntil: CalendarDay

  package init(slug: String, knownUntil: CalendarDay) {
    self.slug = slug
    self.knownUntil = knownUntil
  }
}
