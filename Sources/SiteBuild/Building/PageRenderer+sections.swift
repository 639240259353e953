internal import Basics
internal import Measures
internal import Templating

/// The parts of a community's page.
extension PageRenderer {
  /// The sections for which there is something to show.
  func sections(
    of community: PublishedCommunity, _ figures: inout CommunityFigures
  ) -> [CommunitySection] {
    func records(_ figures: [Figure]) -> [FigureRecord] {
      figures.map { FigureRecord($0, licence: plan.dataLicenceLink) }
    }
    let activity = figures.section(lines: [.activity], tables: [.rhythm])
    let people = figures.section(lines: [.people, .newcomers], tables: [.retention])
    let responses = figures.section(
      lines: [.firstResponse], tables: [.waits, .promptness, .sources, .matrix])
    let open = WaitingThread.longest(of: [community], atMost: 20)
    let unmeasurable = unmeasurableText("time_to_first_response.median", of: community)
    let sections = [
      CommunitySection(id: "activity", title: "Activity", figures: records(activity)),
      CommunitySection(
        id: "people", title: "People", figures: records(people),
        keyFigures: furtherFigures(of: community)),
      CommunitySection(
        id: "responsiveness", title: "Responsiveness", intro: unmeasurable,
        figures: records(responses)),
      CommunitySection(
        id: "our-part", title: "Our part here", keyFigures: ourPart(in: community)),
      CommunitySection(
        id: "waiting", title: "Without a response",
        intro: "Questions nobody but their author has written to, of all times, longest first.",
        waiting: open),
    ]
    return sections.filter { section in
      !section.figures.isEmpty || !section.waiting.isEmpty
        || (section.id == "our-part" && !section.keyFigures.isEmpty)
        || (section.id == "responsiveness" && section.intro != nil)
    }
  }

  /// What the source would have to tell, where it does not; never a made-up zero.
  private func unmeasurableText(_ metric: String, of community: PublishedCommunity) -> String? {
    let row = try? plan.table.value(
      metric: metric, community: community.slug, period: "all", segment: "all")
    guard case .notMeasurable(let field) = row?.result else { return nil }
    return "Not measurable: this source does not tell \(field.rawValue), "
      + "so nobody can say how long questions waited."
  }

  /// What else there is to say about who writes, for the last finished period.
  private func furtherFigures(of community: PublishedCommunity) -> [KeyFigure] {
    let page = SiteRoutes.community(community.slug)
    let maker = KeyFigureMaker(plan: plan, community: community, page: page)
    let when = maker.period.map { ", \($0.inShort)" } ?? ""
    return [
      maker.figure("People who wrote half of it\(when)", metric: "contributor_absence_factor"),
      maker.figure("People who came back\(when)", metric: "returning_contributors"),
      maker.figure("People in a conversation\(when)", metric: "participation_depth.people"),
      maker.figure("Written by bots\(when)", metric: "bot_activity"),
    ].compactMap(\.self)
  }

  /// How we behave there, where the source tells who our people are and they have written.
  private func ourPart(in community: PublishedCommunity) -> [KeyFigure] {
    let maker = KeyFigureMaker(
      plan: plan, community: community, page: SiteRoutes.community(community.slug))
    let when = maker.period.map { ", \($0.inShort)" } ?? ""
    return [
      maker.measured("As responsive as friends\(when)", metric: "response_parity"),
      maker.measured("What we wrote because we were asked\(when)", metric: "spoken_to"),
      maker.measured(
        "First responses by staff\(when)", metric: "response_sources", segment: "responder=staff"),
    ].compactMap(\.self)
  }
}
