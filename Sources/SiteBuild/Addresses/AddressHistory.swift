internal import Basics
internal import OpenWeb

/// What becomes of every address the site had before: where it leads now, or that it is gone.
struct AddressHistory: Sendable {
  /// By the old address; never one that the site still has.
  private(set) var redirects: [SitePath: SitePath] = [:]
  /// Sorted by address.
  private(set) var gone: [(path: SitePath, entry: GoneAddress)] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let plan: SitePlan
  private let links: ContentLinks
  private let existing: Set<SitePath>

  /// `files` are those of the site without anything that stands at an old address.
  init(_ plan: SitePlan, _ links: ContentLinks, files: @autoclosure () -> [SitePath]) {
    self.plan = plan
    self.links = links
    let named = plan.content.entries { !$0.aliases.isEmpty }
    if named.isEmpty, plan.editions.isEmpty, plan.settings.gone.isEmpty {
      existing = []
      return
    }
    existing = Set(files())
    followAliases(of: named)
    followEditions()
  }

  /// What the pages of the site and those at old addresses were made of: `insights/first-reply`.
  var sources: [SitePath: String] {
    let prefix = SiteFolders.content + "/"
    var names: [SitePath: String] = [:]
    let templates = Set(plan.sections.flatMap(\.templateFiles).map(\.path.text))
    // The first of several files on one page, so that every build names the same.
    for (file, address) in links.addresses.sorted(by: { $0.key < $1.key })
    where file.hasSuffix(".md") && !templates.contains(file) && names[address] == nil {
      names[address] = String(file.dropFirst(prefix.count).dropLast(3))
    }
    for page in plan.sections.flatMap(\.pages) where page.row != nil {
      names[page.address] = page.file.name
    }
    for (old, target) in redirects { names[old] = names[target] }
    return names
  }

  var isEmpty: Bool { redirects.isEmpty && gone.isEmpty }

  // MARK: Aliases

  private mutating func followAliases(of entries: [any ContentEntry]) {
    var holders: [SitePath: String] = [:]
    var names = SpelledNames(entries.isEmpty ? [] : existing)
    for entry in entries {
      guard let target = links.addresses[entry.path.text] else {
        refuse(entry)
        continue
      }
      for alias in entry.head.aliases {
        let excerpt = entry.source.excerpt(at: alias.place)
        guard let old = OldAddress(alias.value), !old.coversAllBelow else {
          diagnostics.append(
            Diagnostic(
              SiteBuildCodes.wrongType, "`\(alias.value)` is no address inside the site",
              at: excerpt,
              fix: OldAddress.hasMore(alias.value)
                ? "leave out what begins with `?` or `#`: hosts find a page by its path"
                : "write it as `old/name/`"))
          continue
        }
        if let holder = taken(old.path, holders) {
          diagnostics.append(
            Diagnostic(
              SiteBuildCodes.sameAddress, "the alias `\(alias.value)` is the address of \(holder)",
              at: excerpt, fix: "an alias is an address that nothing has any more"))
          continue
        }
        if let other = names.lookalike(of: old.path) {
          diagnostics.append(
            Diagnostic(
              SiteBuildCodes.sameAddress,
              "the alias `\(alias.value)` and `\(other)` cannot stand side by side on every disk",
              at: excerpt, fix: "leave the alias out, or spell it as the site does"))
          continue
        }
        names.take(old.path)
        holders[old.path] = "`\(entry.path)` too"
        redirects[old.path] = target
      }
    }
  }

  /// A page that is not there has no old addresses; communities may be missing for a reason.
  private mutating func refuse(_ entry: any ContentEntry) {
    guard let alias = entry.head.aliases.first, entry.folder != .communities else { return }
    diagnostics.append(
      Diagnostic(
        SiteBuildCodes.wrongType, "`\(entry.path)` has no page of its own to lead to",
        at: entry.source.excerpt(at: alias.place), fix: "name the alias on a page"))
  }

  private func taken(_ path: SitePath, _ holders: [SitePath: String]) -> String? {
    if let holder = holders[path] { return holder }
    guard existing.contains(path) else { return nil }
    // Pages of the site's own have names like those of files, and no file.
    let files = links.addresses.filter { $0.value == path }.keys.filter {
      $0.hasSuffix(".md") || $0.hasPrefix("Content/static/")
    }
    let source = files.min()
    return source.map { "`\($0)`" } ?? "a file of the site"
  }

  // MARK: Editions

  private mutating func followEditions() {
    var sources: [SitePath: String] = [:]
    // The newest edition knows best what a page was made of.
    for edition in plan.editions { sources.merge(edition.sources) { _, newer in newer } }
    let old = Set(plan.editions.flatMap(\.addresses))
      .filter { !existing.contains($0) && redirects[$0] == nil }.sorted()
    let (pages, others) = (old.filter(isPage), old.filter { !isPage($0) })
    var lost: [SitePath] = []
    for path in pages where !follow(path, sources[path]) { lost.append(path) }
    // What lay beside a page goes where the page went.
    for path in others where !followBeside(path) && !declareGone(path) && !followFeed(path) {
      lost.append(path)
    }
    declareUnpublished()
    gone.sort { $0.path < $1.path }
    tell(of: lost, sources)
  }

  private func isPage(_ path: SitePath) -> Bool { path.fileExtension == "html" }

  private mutating func follow(_ path: SitePath, _ source: String?) -> Bool {
    if path == SiteRoutes.search {
      // The search was switched off; what it found has a name, too.
      redirects[path] = SiteRoutes.aToZ
      return true
    }
    if let source, let target = links.addresses["\(SiteFolders.content)/\(source).md"] {
      redirects[path] = target
      return true
    }
    if declareGone(path) { return true }
    guard let list = list(instead: path) else { return false }
    redirects[path] = list
    return true
  }

  /// Where pages lead that no file stands for, since everyday edits take them away: a later part of
  /// a list to its first, a tag that no page bears to the list of tags.
  private func list(instead path: SitePath) -> SitePath? {
    if path == SiteRoutes.tags { return SiteRoutes.aToZ }
    guard !path.folder.text.isEmpty, let first = try? path.folder.appending("index.html") else {
      return nil
    }
    if isLaterPart(path) { return existing.contains(first) ? first : redirects[first] }
    guard path == first, path.folder.folder == SiteRoutes.tags.folder else { return nil }
    return existing.contains(SiteRoutes.tags) ? SiteRoutes.tags : SiteRoutes.aToZ
  }

  /// `notes/page-2.html`
  private func isLaterPart(_ path: SitePath) -> Bool {
    path.stem.hasPrefix("page-") && Int(path.stem.dropFirst(5)) != nil
  }

  private mutating func followBeside(_ path: SitePath) -> Bool {
    guard let page = try? path.folder.appending("index.html"), let target = redirects[page] else {
      return false
    }
    let moved = SiteRoutes.beside(target, path.name)
    redirects[path] = existing.contains(moved) ? moved : siteFeed(like: path) ?? target
    return true
  }

  /// A list that has no news any more has no feed; the site's own tells what there is.
  private mutating func followFeed(_ path: SitePath) -> Bool {
    guard let list = try? path.folder.appending("index.html"), existing.contains(list),
      let feed = siteFeed(like: path)
    else { return false }
    redirects[path] = feed
    return true
  }

  /// The site's feed of the same kind.
  private func siteFeed(like path: SitePath) -> SitePath? {
    [SiteRoutes.atomFeed, SiteRoutes.jsonFeed].first { feed in
      feed.name == path.name && feed != path && existing.contains(feed)
    }
  }

  private mutating func declareGone(_ path: SitePath) -> Bool {
    guard let entry = plan.settings.gone.first(where: { $0.value.address?.covers(path) == true })
    else { return false }
    gone.append((path, entry.value))
    return true
  }

  /// Addresses that are declared gone and were in no edition; those the site still has are errors.
  private mutating func declareUnpublished() {
    for entry in plan.settings.gone {
      guard let address = entry.value.address, !address.coversAllBelow else { continue }
      if existing.contains(address.path) || redirects[address.path] != nil {
        diagnostics.append(
          Diagnostic(
            SiteBuildCodes.sameAddress, "`\(address.path)` is declared gone, and the site has it",
            at: plan.settingsSource.excerpt(at: entry.place),
            fix: "remove the entry, or what stands at the address"))
      } else if !gone.contains(where: { $0.path == address.path }) {
        gone.append((address.path, entry.value))
      }
    }
  }

  /// Each with the newest edition that has it.
  private mutating func tell(of lost: [SitePath], _ sources: [SitePath: String]) {
    if lost.isEmpty { return }
    var days: [SitePath: CalendarDay] = [:]
    for edition in plan.editions {
      for path in edition.addresses { days[path] = edition.day }
    }
    diagnostics += lost.map { path -> Diagnostic in
      let file = sources[path].map { "\(SiteFolders.content)/\($0).md" }
      let heldBack = file.flatMap { plan.heldBackFiles[$0] == nil ? nil : $0 }
      return Diagnostic(
        OpenWebCodes.lostAddress, "`\(publicPath(path))` was published before and leads nowhere",
        at: days[path].map { SourceLocation(file: "\(EditionFile.folder)/\($0).ndjson", line: 1) },
        fix: "name it under `aliases:` of the page that took its place, or under `gone:` in "
          + SiteFolders.settings,
        notes: heldBack.map { ["`\($0)`, of which it was made, is held back"] } ?? [])
    }
  }
}
