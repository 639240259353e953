internal import Basics
internal import ChartSVG
internal import Measures

/// What coincides with the campaigns and events of a community.
extension FigureMaker {
  /// Posts a week before, during and after each campaign; never what caused them.
  func campaigns(of community: PublishedCommunity, number: Int) -> Figure? {
    let before = wholeTime("campaign_effect.before", of: community)
    let after = wholeTime("campaign_effect.after", of: community)
    var rows: [Measurement] = []
    let bars = plan.content.campaigns.compactMap { campaign -> DivergingBars.Row? in
      let segment = Segment([("campaign", campaign.slug), ("measure", "items")])
      guard let before = before.first(where: { $0.segment == segment }),
        let after = after.first(where: { $0.segment == segment })
      else { return nil }
      // What began before the data, or after them, has nothing to be compared with.
      guard before.result != .undefined(.nothing) else { return nil }
      rows += [before, after]
      // The weeks before lie in the data; those after can only be missing where they are not over.
      return DivergingBars.Row(
        name: campaign.fields.title, left: ChartValue(before, wording),
        right: after.result == .undefined(.nothing)
          ? .missing(reason: wording(.notOverYet)) : ChartValue(after, wording))
    }
    guard bars.contains(where: { $0.right.drawable != nil }) else { return nil }
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
