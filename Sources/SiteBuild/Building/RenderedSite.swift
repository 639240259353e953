internal import Basics
internal import OpenWeb

/// Every page of a site with its place, in the order in which they are rendered.
struct PlannedPages: Sendable {
  let pages: [PagePlan]
  let places: [PlannedPlace]

  init(_ plan: SitePlan) {
    pages = planPages(plan)
    places = pages.map(plan.place)
  }

  var count: Int { pages.count }

  /// The addresses of those that are to be found: the page for lost readers is not.
  var listed: [SitePath] { places.map(\.address).filter { $0 != SiteRoutes.notFound } }

  /// All pages, on all cores; those that stand after the last build are not made again.
  func render(
    _ renderer: PageRenderer, _ inspector: SiteInspector, after last: LastBuild?
  ) -> RenderedSite {
    let standing = last?.standing(in: renderer.plan) ?? []
    let rendered = RenderedSite(plan: self, pages: render(renderer, inspector, standing))
    guard let last, !standing.isEmpty,
      !last.hasKeptPlaces(rendered.reports(on: last.edited), inspector)
    else { return rendered }
    // A place that is gone concerns every page with a link to it.
    return RenderedSite(plan: self, pages: render(renderer, inspector, []))
  }

  private func render(
    _ renderer: PageRenderer, _ inspector: SiteInspector, _ standing: Set<SitePath>
  ) -> [InspectedPage] {
    // The first pages are the heavy ones, with figures; a small site is nothing but those.
    let size = min(max(pages.count / 100, 1), 50)
    let fields = FieldNames.only(OpenTables(plan: renderer.plan).columnNames)
    return inParallel(pages.count, by: size) { range in
      var memory = PageMemory()
      return range.map { index in
        if standing.contains(places[index].address) { return .standing }
        var rendered = renderer.render(pages[index])
        // What was drawn is in the files; nobody needs it a second time.
        rendered.figures = []
        // Taken out before the rules look, so that they see what is published.
        rendered.files = masked(rendered.files, renderer.plan.consent.mask, keeping: fields)
        return .fresh(rendered, rendered.files.map { inspector.report(on: $0, using: &memory) })
      }
    }
  }
}

/// A page with what the rules of the open web found in it, while its bytes were at hand.
enum InspectedPage: Sendable {
  case fresh(RenderedPage, [FileReport])
  /// As the last build left it.
  case standing

  /// Whether it is one file and nothing was found on it.
  var canStand: Bool {
    switch self {
    case .standing: true
    case .fresh(let page, let reports):
      page.files.count == 1 && page.diagnostics.isEmpty && reports.allSatisfy(\.isClean)
    }
  }
}

/// What rendering all pages gave.
struct RenderedSite: Sendable {
  let plan: PlannedPages
  /// In the order of the plan.
  let pages: [InspectedPage]
  private(set) var files: [OutputFile] = []
  private(set) var reports: [FileReport] = []
  /// Pages that stay as they are.
  private(set) var standing: [SitePath] = []
  /// What was found while rendering, one diagnostic a cause.
  let causes: [Diagnostic]

  init(plan: PlannedPages, pages: [InspectedPage]) {
    (self.plan, self.pages) = (plan, pages)
    files.reserveCapacity(pages.count)
    reports.reserveCapacity(pages.count)
    var causes = PageCauses()
    for (index, page) in pages.enumerated() {
      switch page {
      case .standing: standing.append(plan.places[index].address)
      case .fresh(let page, let found):
        files += page.files
        reports += found
        if !page.diagnostics.isEmpty { causes.add(page.diagnostics, on: plan.places[index].name) }
      }
    }
    self.causes = causes.diagnostics
  }

  /// The reports on pages that are made from some files.
  func reports(on sources: Set<SitePath>) -> [FileReport] {
    zip(pages, plan.places).flatMap { page, place -> [FileReport] in
      guard case .fresh(_, let reports) = page, place.source.map(sources.contains) == true
      else { return [] }
      return reports
    }
  }

  /// What the next build may leave as it is: where some pages stand, of what the last build knew.
  func remembered(_ site: SitePlan, after last: LastBuild?) -> RememberedPages {
    let known = standing.isEmpty ? nil : last?.pages
    var remembered = RememberedPages(count: pages.count)
    for index in pages.indices where pages[index].canStand {
      let address = plan.places[index].address
      if let known {
        remembered.keep(address, of: known)
      } else {
        remembered.add(plan.pages[index], at: address, in: site)
      }
    }
    return remembered
  }
}

/// The files without the names of those who may not be named.
func masked(
  _ files: [OutputFile], _ mask: NameMask, keeping fields: FieldNames = .none
) -> [OutputFile] {
  if mask.search.isEmpty { return files }
  return inParallel(files.count) { range in
    files[range].compactMap {
      mask.hides($0.path) ? nil : mask.masked($0, keeping: fields)
    }
  }
}
