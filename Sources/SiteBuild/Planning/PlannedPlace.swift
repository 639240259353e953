internal import Basics
internal import Measures

/// Where a planned page will be, and what it is made from.
struct PlannedPlace: Sendable {
  var address: SitePath
  /// The author's file; nil for a page of the site's own.
  var source: SitePath?

  /// What findings call it.
  var name: String { source?.text ?? address.text }
}

extension SitePlan {
  func place(of page: PagePlan) -> PlannedPlace {
    switch page {
    case .home: PlannedPlace(address: SiteRoutes.home)
    case .insights: PlannedPlace(address: SiteRoutes.insights)
    case .insight(let index):
      place(SiteRoutes.insight(insights[index].addressName), insights[index])
    case .communities: PlannedPlace(address: SiteRoutes.communities)
    case .community(let index):
      place(SiteRoutes.community(communities[index].slug), communities[index].file)
    case .method: PlannedPlace(address: SiteRoutes.method)
    case .metric(let index): PlannedPlace(address: SiteRoutes.metric(Metrics.all[index].id))
    case .data: PlannedPlace(address: SiteRoutes.data)
    case .plain(let index): place(SiteRoutes.plain(pages[index].addressName), pages[index])
    case .directory: PlannedPlace(address: SiteRoutes.directory)
    case .changes: PlannedPlace(address: SiteRoutes.changes)
    case .aToZ: PlannedPlace(address: SiteRoutes.aToZ)
    case .search: PlannedPlace(address: SiteRoutes.search)
    case .places: PlannedPlace(address: SiteRoutes.places)
    case .topics: PlannedPlace(address: SiteRoutes.topics)
    case .credits: PlannedPlace(address: SiteRoutes.credits)
    case .ledger(let ledger): PlannedPlace(address: SiteRoutes.ledger(ledger))
    case .briefs: PlannedPlace(address: SiteRoutes.briefs)
    case .brief(let index):
      place(
        SiteRoutes.brief(content.departments[index].addressName), content.departments[index])
    case .withdrawn(let address): PlannedPlace(address: address)
    case .notFound: PlannedPlace(address: SiteRoutes.notFound)
    case .sectionList(let index, let part):
      PlannedPlace(
        address: SiteRoutes.list(sections[index].path, part: part),
        source: sections[index].index?.path ?? sections[index].pages.first?.file.path.folder)
    case .sectionPage(let index, let number):
      place(sections[index].pages[number].address, sections[index].pages[number].file)
    case .tags: PlannedPlace(address: SiteRoutes.tags)
    case .tag(let index, let part):
      PlannedPlace(address: SiteRoutes.tag(tags[index].name, part: part))
    }
  }

  private func place(_ address: SitePath, _ file: some ContentEntry) -> PlannedPlace {
    PlannedPlace(address: address, source: file.path)
  }
}

/// Two pages on one address; what is copied from `static/` counts too.
func checkAddresses(_ places: [PlannedPlace], staticFiles: [OutputFile]) -> [Diagnostic] {
  var holders: [SitePath: PlannedPlace] = [:]
  holders.reserveCapacity(places.count + staticFiles.count)
  var found: [Diagnostic] = []
  let copies = staticFiles.map { file in
    PlannedPlace(address: file.path, source: SiteFolders.source(ofStatic: file.path))
  }
  for place in places + copies {
    guard let first = holders.updateValue(place, forKey: place.address) else { continue }
    found.append(sameAddress(first, place))
  }
  return found
}

/// Files of the author's where the search index goes: it is made after the build, over them.
func checkSearchIndex(_ plan: SitePlan) -> [Diagnostic] {
  guard plan.settings.search != nil,
    let file = plan.staticFiles.first(where: { SearchIndex.holds(RawPath($0.path)) })
  else { return [] }
  let source = SiteFolders.source(ofStatic: file.path)
  return [
    Diagnostic(
      SiteBuildCodes.sameAddress, "`\(source)` lies where the search index goes",
      at: SourceLocation(file: source.text, line: 1),
      fix: "remove it: the index is made of the built site")
  ]
}

private func sameAddress(_ first: PlannedPlace, _ second: PlannedPlace) -> Diagnostic {
  let sources = [first.source, second.source].compactMap(\.self)
  let address = publicPath(second.address)
  let message =
    sources.count == 2
    ? "`\(sources[0])` and `\(sources[1])` have one address, `\(address)`"
    : "`\(sources.first?.text ?? "")` has the address of the site's own `\(address)`"
  return Diagnostic(
    SiteBuildCodes.sameAddress, message,
    at: sources.last.map { SourceLocation(file: $0.text, line: 1) },
    fix: "rename one of them, or give it a `slug:`")
}
