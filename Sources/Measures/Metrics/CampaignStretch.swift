internal import Basics
internal import CommunityData

/// The days before, during and after a campaign, in whole weeks counted from the window's first day.
struct CampaignStretch {
  /// The weeks of each, oldest first; a week is seven days from the day the stretch begins.
  let before, during, after: [Range<Int>]

  private static let weeksAround = 8

  init(_ campaign: CampaignDays, _ calendar: WindowCalendar) {
    let from = campaign.from.daysSinceEpoch - calendar.firstDay
    let end = (campaign.to ?? campaign.from).daysSinceEpoch - calendar.firstDay + 1
    let weeks = max(1, (end - from) / 7)
    before = CampaignStretch.weeks(
      CampaignStretch.weeksAround, from: from - 7 * CampaignStretch.weeksAround)
    during = CampaignStretch.weeks(weeks, from: from)
    after = CampaignStretch.weeks(CampaignStretch.weeksAround, from: max(end, from + 7 * weeks))
  }

  private static func weeks(_ count: Int, from day: Int) -> [Range<Int>] {
    (0..<count).map { day + 7 * $0..<day + 7 * $0 + 7 }
  }

  /// Whether the days of some weeks lie in the window and are over.
  static func isKnown(_ weeks: [Range<Int>], _ context: MeasureContext) -> Bool {
    guard let first = weeks.first, let last = weeks.last else { return false }
    let over = Int((context.end + 1 + context.zoneOffset) / 86_400) - context.calendar.firstDay
    return first.lowerBound >= 0 && last.upperBound <= min(context.calendar.dayCount, over)
  }
}

extension MeasureContext {
  /// The campaigns that were felt in the community, by their ids.
  var felt: [CampaignDays] {
    inputs.campaigns.filter { $0.communities.contains(community) }.sorted { $0.id < $1.id }
  }

  /// The stretches of campaigns whose new people can be told, as pieces of the running total.
  var campaignStretches: [Timeline.Stretch] {
    let weeks = felt.flatMap { campaign in
      let stretch = CampaignStretch(campaign, calendar)
      return [stretch.before, stretch.during, stretch.after].filter {
        CampaignStretch.isKnown($0, self)
      }
    }
    let days = weeks.flatMap { weeks in
      weeks + [weeks[0].lowerBound..<weeks[weeks.count - 1].upperBound]
    }
    return Set(days).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .map { Timeline.Stretch(cell: newCell($0), days: $0) }
  }

  /// The count of the people new on some days; weeks are given up before longer stretches.
  func newCell(_ days: Range<Int>) -> PeopleCell {
    PeopleCell(
      .newFrom(day: days.lowerBound, days: days.count),
      Period(days.count > 7 ? .quarter : .week, containing: calendar.day(days.lowerBound)))
  }
}
