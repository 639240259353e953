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
      titled: "What coincides with campaigns and events: posts a week before and after",
      of: community, rows, number
    ) { heading in
      var chart = DivergingBars(
        heading: heading, nameHeader: "Campaign or event",
        sides: (
          DivergingBars.Side(header: "8 weeks before", word: "a week before"),
          DivergingBars.Side(header: "8 weeks after", word: "a week after")
        ), rows: bars)
      chart.keepsOrder = true
      chart.ratioHeader = "After per before"
      return draw(chart)
    }
  }
}
