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
      figures.map { FigureRecord($0, plan) }
    }
    let activity = figures.section(lines: [.activity], tables: [.rhythm])
    let people = figures.section(lines: [.people, .newcomers], tables: [.retention])
    let responses = figures.section(
      lines: [.firstResponse], tables: [.waits, .promptness, .sources, .matrix])
    let topics = figures.section(lines: [], tables: [.topics, .risingTerms])
    let voices = figures.section(lines: [], tables: [.praiseAndCriticism])
    let links = figures.section(lines: [], tables: [.links])
    let gave = figures.section(lines: [], tables: [.giveAndTake])
    let around = figures.section(lines: [], tables: [.campaigns])
    let open = WaitingThread.longest(of: [community], atMost: 20, wording)
    let unmeasurable = unmeasurableText("time_to_first_response.median", of: community)
    let sections = [
      CommunitySection(id: "activity", title: wording(.activity), figures: records(activity)),
      CommunitySection(
        id: "people", title: wording(.people), figures: records(people),
        keyFigures: furtherFigures(of: community)),
      CommunitySection(
        id: "responsiveness", title: wording(.responsiveness), intro: unmeasurable,
        figures: records(responses)),
      CommunitySection(id: "topics", title: wording(.topics), figures: records(topics)),
      CommunitySection(
        id: "praise-and-criticism", title: wording(.praiseAndCriticism),
        intro: wording(.praiseAndCriticismIntro), figures: records(voices)),
      CommunitySection(
        id: "links", title: wording(.linksPeopleShare), figures: records(links)),
      CommunitySection(
        id: "our-part", title: wording(.ourPart), figures: records(gave),
        keyFigures: ourPart(in: community)),
      CommunitySection(
        id: "campaigns", title: wording(.aroundCampaigns),
        intro: wording(.aroundCampaignsIntro), figures: records(around)),
      CommunitySection(
        id: "waiting", title: wording(.waiting),
        intro: [wording(.waitingIntro), note(on: open, of: [community])].compactMap(\.self)
          .joined(separator: " "),
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
    return wording(.cannotSayHowLong, ["field": .text(wording.name(of: field))])
  }

  /// What else there is to say about who writes, for the last finished period.
  private func furtherFigures(of community: PublishedCommunity) -> [KeyFigure] {
    let page = SiteRoutes.community(community.slug)
    let maker = KeyFigureMaker(plan: plan, community: community, page: page)
    return [
      maker.figure(maker.label(.halfOfIt), metric: "contributor_absence_factor"),
      maker.figure(maker.label(.cameBack), metric: "returning_contributors"),
      maker.figure(maker.label(.inAConversation), metric: "participation_depth.people"),
      maker.figure(maker.label(.byBots), metric: "bot_activity"),
    ].compactMap(\.self)
  }

  /// How we behave there, where the source tells who our people are and they have written.
  private func ourPart(in community: PublishedCommunity) -> [KeyFigure] {
    let maker = KeyFigureMaker(
      plan: plan, community: community, page: SiteRoutes.community(community.slug))
    return [
      maker.measured(maker.label(.asResponsiveAsFriends), metric: "response_parity"),
      maker.measured(maker.label(.becauseWeWereAsked), metric: "spoken_to"),
      maker.measured(
        maker.label(.firstResponsesByStaff), metric: "response_sources", segment: "responder=staff"),
    ].compactMap(\.self)
  }
}
