internal import Basics
internal import ChartSVG
internal import Measures

/// What coincides with the campaigns and events of a community.
extension FigureMaker {
  /// Posts a week before, during and after each campaign; never what caused them.
  func campaigns(of community: PublishedCommunity, number: Int) -> Figure? {
    let rows =
      wholeTime("campaign_effect.before", of: community)
      + wholeTime("campaign_effect.after", of: community)
    func value(_ part: String, _ campaign: ContentFile<Campaign>) -> Measurement? {
      let segment = Segment([("campaign", campaign.slug), ("measure", "items")])
      return rows.first { $0.metric.part == part && $0.segment == segment && $0.value != nil }
    }
    let bars = plan.content.campaigns.compactMap { campaign -> DivergingBars.Row? in
      guard let before = value("before", campaign), let after = value("after", campaign) else {
        return nil
      }
      return DivergingBars.Row(
        name: campaign.fields.title, left: ChartValue(before, wording),
        right: ChartValue(after, wording))
    }
    guard !bars.isEmpty else { return nil }
    return figure(
      titled: wording(.campaignsTitle), of: community, rows, number
    ) { heading in
      var chart = DivergingBars(
        heading: heading, nameHeader: wording(.campaignOrEvent),
        sides: (
          DivergingBars.Side(header: wording(.weeksBefore), word: wording(.aWeekBefore)),
          DivergingBars.Side(header: wording(.weeksAfter), word: wording(.aWeekAfter))
        ), rows: bars)
      chart.keepsOrder = true
      chart.ratioHeader = wording(.afterPerBefore)
      return draw(chart)
    }
  }
}
