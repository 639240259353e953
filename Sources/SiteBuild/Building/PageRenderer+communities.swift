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
        site: site, page: frame(address, title: "Communities", above: [.home]),
        communities: table(on: address)),
      at: address)
  }

  func table(on page: SitePath) -> CommunitiesTable {
    CommunitiesTable(
      caption: "Communities, with figures for the last full year of each",
      rows: plan.communities.map { row($0, on: page) })
  }

  private func row(_ community: PublishedCommunity, on page: SitePath) -> CommunityRow {
    let year = lastFullYear(of: community)
    func value(_ metric: String, _ period: Period?) -> String {
      let row = try? plan.table.value(
        metric: metric, community: community.slug, period: period?.description ?? "all",
        segment: "all")
      return row.map(ValueText.text) ?? "–"
    }
    return CommunityRow(
      name: community.name,
      href: SafeURL(from: page, to: SiteRoutes.community(community.slug)),
      kind: community.file.fields.kind, period: year?.description ?? "whole time",
      items: value("activity.items", year), people: value("contributors", year),
      median: value("time_to_first_response.median", year),
      unanswered: value("unanswered", nil))
  }

  private func lastFullYear(of community: PublishedCommunity) -> Period? {
    let years = try? plan.table.series(
      metric: "activity.items", community: community.slug, period: .year)
    return years?.last { !$0.isUnfinished }?.period
  }

  func community(_ community: PublishedCommunity) -> RenderedPage {
    let address = SiteRoutes.community(community.slug)
    var figures = CommunityFigures(FigureMaker(plan: plan, page: address), of: community)
    var sections = sections(of: community, &figures)
    var prose = prose(on: address, about: community.fileName, after: figures.figures)
    let about = prose.html(of: community.file.source, from: community.file.bodyStart)
    sections.append(CommunitySection(id: "about", title: "How it works", prose: about))
    let page = CommunityPage(
      site: site,
      page: frame(
        address, title: community.name, description: community.file.fields.summary,
        above: [.home, .communities]),
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
      keyFiguresHeading: maker.period.map { capitalised($0.inWords) } ?? "Key figures",
      keyFigures: keyFigures(of: community, on: address), keyFiguresNote: keyFiguresNote,
      sections: sections)
  }

  private func facts(_ community: PublishedCommunity) -> [Fact] {
    let window = community.data.manifest.window
    let counts = community.data.items.count
    var facts = [
      Fact(label: "Kind", text: community.file.fields.kind),
      Fact(
        label: "Basis", text: basisText(community.basis),
        href: basisLink(community.basis)),
      Fact(
        label: "Seen",
        text: "\(longDateText(window.from.day)) to \(longDateText(window.to.day))"),
      Fact(label: "Items", text: numberText(counts)),
    ]
    if let place = placeFact(community) { facts.insert(place, at: 0) }
    if community.file.fields.isSample {
      facts.insert(Fact(label: "Sample", text: "invented data"), at: 0)
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
      Fact(label: "Place", text: link.address.shortText, href: SafeURL(link))
    }
  }

  private func basisText(_ basis: Basis) -> String {
    switch basis.kind {
    case .consent: "consent of the community"
    case .licence: "licence of its content"
    case .terms: "public terms of the place"
    }
  }

  func keyFigures(of community: PublishedCommunity, on page: SitePath) -> [KeyFigure] {
    let maker = KeyFigureMaker(plan: plan, community: community, page: page)
    let when = maker.period.map { ", \($0.inShort)" } ?? ""
    return [
      maker.figure("Posts and comments\(when)", metric: "activity.items"),
      maker.figure("People who wrote\(when)", metric: "contributors"),
      maker.figure("Newcomers\(when)", metric: "new_contributors"),
      maker.figure(
        "Median time to a first response\(when)", metric: "time_to_first_response.median"),
    ].compactMap(\.self)
  }
}

private func capitalised(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}
