internal import CommunityData
internal import Basics
internal import Measures

/// The figures every community's page has, where its data allow.
enum StandardFigure: CaseIterable {
  case activity, people, newcomers, firstResponse

  var metric: String {
    switch self {
    case .activity: "activity.items"
    case .people: "contributors"
    case .newcomers: "new_contributors"
    case .firstResponse: "time_to_first_response.median"
    }
  }

  /// A length of step that leaves enough points to draw and enough cases in each to mean something.
  func period(in plan: SitePlan, _ community: PublishedCommunity) -> Period.Kind {
    let shown =
      (try? plan.table.shortestDrawnPeriod(metric: metric, community: community.slug)) ?? .quarter
    let window = community.data.manifest.window
    let days = window.to.day.daysSinceEpoch - window.from.day.daysSinceEpoch
    let readable: Period.Kind = days < 400 ? .week : days < 3650 ? .month : .quarter
    return self == .firstResponse
      ? max(shown, steadyPeriod(in: plan, community)) : max(shown, readable)
  }

  /// The shortest length, from a quarter on, in which four steps in five rest on at least 20 cases:
  /// below that a median says more about chance than about the place. Where there is none, the longest
  /// that has anything to draw: a young site has no whole year.
  private func steadyPeriod(
    in plan: SitePlan, _ community: PublishedCommunity
  ) -> Period.Kind {
    var longest: Period.Kind?
    for kind in [Period.Kind.quarter, .year] {
      let rows = try? plan.table.series(
        metric: metric, community: community.slug, period: kind)
      let whole = (rows ?? []).filter(\.isWhole)
      let small = whole.count { ($0.result.value?.n ?? 0) < 20 }
      if !whole.isEmpty, small * 5 <= whole.count { return kind }
      if whole.contains(where: { $0.value != nil }) { longest = kind }
    }
    return longest ?? .year
  }

  /// Campaigns and events belong where people may have come because of them.
  var showsCampaigns: Bool { self == .activity || self == .firstResponse }

  /// What is usual before the last whole period; nil where that has no number.
  func usual(_ rows: [Measurement]) -> UsualRangeOfValues? {
    let whole = rows.filter(\.isWhole)
    guard whole.last?.value != nil else { return nil }
    return UsualRangeOfValues(before: whole.dropLast())
  }

  /// The trend as a sentence: where the last whole period stands against its usual range.
  func claim(_ rows: [Measurement], _ wording: Wording) -> String {
    guard let last = rows.last(where: \.isWhole), case .value(let estimate) = last.result else {
      return wording(.claimUnknown, ["subject": .text(wording(subject))])
    }
    let values: [String: MessageValue] = [
      "subject": .text(wording(subject)),
      "value": .text(wording.value(estimate, in: last.unit)),
      "period": .text(wording.within(last.period)),
    ]
    guard let usual = usual(rows) else { return wording(.claim, values) }
    let place: SiteWord =
      estimate.value < usual.low
      ? .claimBelow : estimate.value > usual.high ? .claimAbove : .claimWithin
    return wording(place, values)
  }

  private var subject: SiteWord {
    switch self {
    case .activity: .postsAndComments
    case .people: .peopleWhoWrote
    case .newcomers: .newcomers
    case .firstResponse: .medianWait
    }
  }
}

extension FigureMaker {
  /// A standard figure; nil where the source cannot support it.
  func figure(
    _ kind: StandardFigure, of community: PublishedCommunity, number: Int
  ) throws(FigureFault) -> Figure? {
    let period = kind.period(in: plan, community)
    let rows = try? plan.table.series(
      metric: kind.metric, community: community.slug, period: period)
    guard let rows, rows.contains(where: { $0.value != nil }) else { return nil }
    var request = FigureRequest()
    request.title = kind.claim(rows, wording)
    request.usual = kind.usual(rows)
    request.metric = kind.metric
    request.community = community.slug
    request.period = period
    request.campaigns = kind.showsCampaigns
    return try figure(request, number: number)
  }
}
