internal import Measures

/// What communities talk about, as far as it may be shown.
extension SitePlan {
  /// Whether there is anything to show of any community.
  var tellsTopics: Bool {
    communities.contains { !mostTalkedAbout(in: $0).isEmpty || !risingWords(in: $0).isEmpty }
  }

  /// The topics of the last full year, or of the whole time where there is none, those with most
  /// conversations first.
  func mostTalkedAbout(in community: PublishedCommunity) -> [Measurement] {
    let all = (try? table.rows(metric: "topics.threads", community: community.slug)) ?? []
    let year = all.last { $0.period.kind == .year && $0.isWhole }?.period
    return all.filter { $0.period == year ?? .all && ($0.value ?? 0) > 0 }
      .sorted { ($0.value ?? 0) > ($1.value ?? 0) }
  }

  /// The words of the last full quarter, those that rose most first.
  func risingWords(in community: PublishedCommunity) -> [Measurement] {
    let all = (try? table.rows(metric: "topics.rising", community: community.slug)) ?? []
    return all.filter { $0.value != nil }.sorted { ($0.value ?? 0) > ($1.value ?? 0) }
  }
}
