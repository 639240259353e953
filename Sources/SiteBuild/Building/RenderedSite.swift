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

  /// All pages, on all cores; those that stand after the last build are not made again, and those that
  /// are made are laid on the stage, where there is one and they are many.
  func render(
    _ renderer: PageRenderer, _ inspector: SiteInspector, after last: LastBuild?,
    on stage: EditionStage?
  ) -> RenderedSite {
    let standing = last?.standing(in: renderer.plan) ?? []
    if let last, !standing.isEmpty {
      let rendered = RenderedSite(self, render(renderer, inspector, standing, on: nil))
      if last.hasKeptPlaces(rendered.reports(on: last.edited), inspector) { return rendered }
      // A place that is gone concerns every page with a link to it.
    }
    return RenderedSite(self, render(renderer, inspector, [], on: stage))
  }

  private func render(
    _ renderer: PageRenderer, _ inspector: SiteInspector, _ standing: Set<SitePath>,
    on stage: EditionStage?
  ) -> [RenderedPart] {
    // The first pages are the heavy ones, with figures; a small site is nothing but those.
    let size = min(max(pages.count / 100, 1), 50)
    let fields = FieldNames.only(OpenTables(plan: renderer.plan).columnNames)
    return inParallel(pages.count, by: size) { range in
      var part = RenderedPart()
      var memory = PageMemory()
      for index in range {
        if standing.contains(places[index].address) {
          part.leaveStanding()
          continue
        }
        let page = renderer.render(pages[index])
        // Taken out before the rules look, so that they see what is published.
        let files = masked(page.files, renderer.plan.consent.mask, keeping: fields)
        part.add(files, files.map { inspector.report(on: $0, using: &memory) }, page.diagnostics)
      }
      if let stage { part.lay(on: stage) }
      return [part]
    }
  }
}

/// What rendering all pages gave.
struct RenderedSite: Sendable {
  private let plan: PlannedPages
  let files: LaidFiles
  /// One for each of the files, in the order in which they were made.
  let reports: [FileReport]
  /// What was found while rendering, one diagnostic a cause.
  let causes: [Diagnostic]
  /// In the order of the plan.
  private let pages: [PageOutcome]

  /// The parts cover the plan, in its order.
  init(_ plan: PlannedPages, _ parts: [RenderedPart]) {
    self.plan = plan
    files = LaidFiles(parts.map(\.files))
    reports = joined(parts.map(\.reports))
    var pages: [PageOutcome] = []
    pages.reserveCapacity(plan.count)
    var causes = PageCauses()
    var reportsBefore = 0
    for part in parts {
      for (page, found) in part.diagnostics {
        causes.add(found, on: plan.places[pages.count + page].name)
      }
      pages += part.pages.map { $0.shifted(by: reportsBefore) }
      reportsBefore += part.reports.count
    }
    self.pages = pages
    self.causes = causes.diagnostics
  }

  /// The addresses of all files.
  var paths: [SitePath] { reports.map(\.path) + standing }

  /// Pages that are not made, since they stay as they are.
  var standing: [SitePath] {
    pages.indices.filter { pages[$0].isStanding }.map { plan.places[$0].address }
  }

  /// The files that are not in memory, with where they can be read.
  func inFolders(_ stage: EditionStage?, after last: LastBuild?) -> [FilesInFolder] {
    var found: [FilesInFolder] = []
    if let last { found.append(FilesInFolder(standing: standing, in: last.output)) }
    if let (staged, published) = stage?.files {
      found.append(FilesInFolder(files.staged.map(\.entry), in: staged))
      found.append(FilesInFolder(files.unchanged.map(\.entry), in: published))
    }
    return found
  }

  /// The reports on pages that are made from some files.
  func reports(on sources: Set<SitePath>) -> [FileReport] {
    pages.indices.filter { plan.places[$0].source.map(sources.contains) ?? false }
      .flatMap { reports[pages[$0].reports] }
  }

  /// What the next build may leave as it is: where some pages stand, of what the last build knew.
  func remembered(_ site: SitePlan, after last: LastBuild?) -> RememberedPages {
    let known = pages.contains(where: \.isStanding) ? last?.pages : nil
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
