internal import Basics
internal import Measures
internal import Templating

/// The index of everything that has a name.
extension PageRenderer {
  func aToZ() -> RenderedPage {
    let address = SiteRoutes.aToZ
    let order = NameOrder(language: plan.settings.language.value)
    let entries = named(on: address).map { (key: order.key(of: $0.title), entry: $0) }
      .sorted { ($0.key, $0.entry.title) < ($1.key, $1.entry.title) }.map(\.entry)
    let letters = Dictionary(grouping: entries.indices) { order.heading(of: entries[$0].title) }
    // The letters stand as their first entries do.
    let sorted = letters.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }
    let groups = sorted.enumerated().map { index, group in
      AToZGroup(
        letter: group.key, anchor: "letter-\(index + 1)", entries: group.value.map { entries[$0] })
    }
    let page = AToZPage(
      site: site,
      page: frame(
        address, title: wording(.aToZ), description: wording(.aToZLead), above: [.home]),
      search: searchPage(from: address), groups: groups)
    return finish(page, at: address)
  }

  private func named(on address: SitePath) -> [AToZEntry] {
    func entry(_ title: String, _ target: SitePath, _ kind: String, at fragment: String? = nil)
      -> AToZEntry
    {
      AToZEntry(
        title: title, href: SafeURL(from: address, to: target, fragment: fragment), kind: kind)
    }
    let ledgers = plan.ledgers.flatMap { ledger in
      plan.content.files(of: ledger).map { file in
        entry(
          file.head.title, SiteRoutes.ledger(ledger), wording(ledger.title),
          at: Ledger.anchor(of: file))
      }
    }
    return plan.insights.map {
      entry($0.head.title, SiteRoutes.insight($0.addressName), wording(.insights))
    }
      + plan.communities.map {
        entry($0.name, SiteRoutes.community($0.slug), wording(.communities))
      }
      + Metrics.all.map { entry(plan.title(of: $0.id), SiteRoutes.metric($0.id), wording(.method)) }
      + plan.pages.filter { $0.slug != MethodPage.prosePage }.map {
        entry($0.head.title, SiteRoutes.plain($0.addressName), "")
      }
      + ledgers + sectionEntries(entry)
  }

  /// Each page of the plain sections; of very many only the sections, which have lists of their own.
  private func sectionEntries(
    _ entry: (String, SitePath, String, String?) -> AToZEntry
  ) -> [AToZEntry] {
    let lists = plan.sections.map { section in
      entry(section.title, SiteRoutes.list(section.path, part: 1), "", nil)
    }
    guard plan.sections.reduce(0, { $0 + $1.pages.count }) <= mostSectionPages else { return lists }
    return lists
      + plan.sections.flatMap { section in
        section.pages.map { entry($0.file.head.title, $0.address, section.title, nil) }
      }
  }
}

/// More would make a page that nobody scrolls through.
private let mostSectionPages = 500
