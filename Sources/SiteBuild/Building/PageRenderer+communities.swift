internal import CommunityData
internal import Basics
internal import LinkDirectory
internal import Measures
internal import Templating

/// Communities: their table and each of them.
extension PageRenderer {
  func communities() -> RenderedPage {
    let address = SiteRoutes.communities
    return finish(
      CommunitiesPage(
        site: site, page: frame(address, title: wording(.communities), above: [.home]),
        communities: table(on: address)),
      at: address)
  }

  func table(on page: SitePath) -> CommunitiesTable {
    CommunitiesTable(
      caption: wording(.communitiesCaption),
      rows: plan.communities.map { row($0, on: page) })
  }

  private func row(_ community: PublishedCommunity, on page: SitePath) -> CommunityRow {
    let year = lastFullYear(of: community)
    func value(_ metric: String, _ period: Period?) -> String {
      let row = try? plan.table.value(
        metric: metric, community: community.slug, period: period?.description ?? "all",
        segment: "all")
      return row.map { wording.value($0) } ?? "–"
    }
    return CommunityRow(
      name: community.name,
      href: SafeURL(from: page, to: SiteRoutes.community(community.slug)),
      kind: community.file.fields.kind,
      period: year.map { wording.inShort($0) } ?? wording(.wholeTimeSmall),
      items: value("activity.items", year), people: value("contributors", year),
      median: value("time_to_first_response.median", year),
      unanswered: value("unanswered", nil))
  }

  private func lastFullYear(of community: PublishedCommunity) -> Period? {
    let years = try? plan.table.series(
      metric: "activity.items", community: community.slug, period: .year)
    return years?.last { $0.isWhole }?.period
  }

  func community(_ community: PublishedCommunity) -> RenderedPage {
    let address = SiteRoutes.community(community.slug)
    var figures = CommunityFigures(FigureMaker(plan: plan, page: address), of: community)
    var sections = sections(of: community, &figures)
    sections += ledgerSections(of: community, on: address)
    var prose = prose(on: address, about: community.file.subject, after: figures.figures)
    let about = prose.html(of: community.file.source, from: community.file.bodyStart)
    sections.append(CommunitySection(id: "about", title: wording(.howItWorks), prose: about))
    let page = CommunityPage(
      site: site,
      page: frame(
        address, title: community.name, description: community.file.fields.summary,
        above: [.home, .communities], of: community.file),
      community: body(of: community, sections))
    return finish(
      page, at: address, figures: prose.figures,
      diagnostics: figures.diagnostics + prose.diagnostics)
  }

  private func body(
    of community: PublishedCommunity, _ sections: [CommunitySection]
  ) -> CommunityBody {
    let address = SiteRoutes.community(community.slug)
    let maker = KeyFigureMaker(plan: plan, community: community, page: address)
    return CommunityBody(
      name: community.name, summary: community.file.fields.summary, facts: facts(community),
      keyFiguresHeading: maker.period.map { capitalised(wording.inWords($0)) }
        ?? wording(.keyFigures),
      keyFigures: keyFigures(of: community, on: address, tellPeriod: false),
      keyFiguresNote: keyFiguresNote,
      sections: sections)
  }

  private func facts(_ community: PublishedCommunity) -> [Fact] {
    let window = community.data.manifest.window
    let counts = community.data.itemCount
    var facts = [
      Fact(label: wording(.kind), text: community.file.fields.kind),
      Fact(
        label: wording(.basis), text: basisText(community.basis),
        href: basisLink(community.basis)),
      Fact(
        label: wording(.seen),
        text: wording(
          .seenFromTo,
          [
            "first": .text(wording.formats.longDate(window.from.day)),
            "last": .text(wording.formats.longDate(window.to.day)),
          ])),
      Fact(label: wording(.items), text: wording.numbers.text(counts)),
    ]
    if let place = placeFact(community) { facts.insert(place, at: 0) }
    if community.file.fields.isSample {
      facts.insert(Fact(label: wording(.sample), text: wording(.inventedData)), at: 0)
    }
    return facts
  }

  /// Where the licence or the terms can be read; consent is explained in the directory.
  private func basisLink(_ basis: Basis) -> SafeURL? {
    if let proof = basis.proof { return SafeURL(proof) }
    let page = SiteRoutes.community("any")
    return SafeURL(from: page, to: SiteRoutes.directory, fragment: "covers")
  }

  /// The place itself, where it wants to be linked.
  private func placeFact(_ community: PublishedCommunity) -> Fact? {
    community.permit.recommendation.map { link in
      Fact(label: wording(.place), text: link.address.shortText, href: SafeURL(link))
    }
  }

  private func basisText(_ basis: Basis) -> String {
    switch basis.kind {
    case .consent: wording(.basisConsent)
    case .licence: wording(.basisLicence)
    case .terms: wording(.basisTerms)
    }
  }

  /// Each tells its period, unless the heading above them does.
  func keyFigures(
    of community: PublishedCommunity, on page: SitePath, tellPeriod: Bool
  ) -> [KeyFigure] {
    let maker = KeyFigureMaker(plan: plan, community: community, page: page)
    func label(_ word: SiteWord) -> String { tellPeriod ? maker.label(word) : wording(word) }
    return [
      maker.figure(label(.postsAndComments), metric: "activity.items"),
      maker.figure(label(.peopleWhoWrote), metric: "contributors"),
      maker.figure(label(.newcomers), metric: "new_contributors"),
      maker.figure(label(.medianWait), metric: "time_to_first_response.median"),
    ].compactMap(\.self)
  }
}

private func capitalised(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}
