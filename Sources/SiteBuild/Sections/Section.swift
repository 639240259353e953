internal import Basics

/// A folder of plain pages: `Content/docs`, `Content/docs/importers`.
struct Section: Sendable {
  /// A page with its address, which many lists ask for.
  struct Page: Sendable {
    var file: ContentFile<SectionPageFile>
    var address: SitePath
    /// Of a page that is made from data: its row. Its file says title, summary and date of this page.
    var row: PageRow?

    /// Pages of one moment stand in the order of their rows, behind those that have a file each.
    fileprivate var rank: Int { row.map { $0.index + 1 } ?? 0 }
  }

  /// Below `Content/`, and in the output too: `docs/importers`.
  var path: SitePath
  /// `index.md`: the section's title and the text above its list.
  var index: ContentFile<SectionPageFile>?
  /// Newest first; those without a date come last, by name or in the order of their rows.
  var pages: [Page] = []
  /// Files of which each row of something becomes a page.
  var templateFiles: [ContentFile<SectionPageFile>] = []
  /// The same, where the rows could be had.
  var templates: [PageTemplate] = []
  /// The sections that lie in it, by path.
  var children: [SitePath] = []

  /// Whether it has something that a feed can tell: pages without a date come last.
  var hasNews: Bool { pages.first?.file.head.date != nil }

  /// The folder's name in words where no `index.md` gives a title: `how-to` → `How to`.
  var title: String {
    if let title = index?.head.title { return title }
    let words = path.name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension ContentEntry {
  /// Its name in addresses.
  var addressName: String { head.slug?.value ?? slug }
}

/// The sections of a site, by path, from the pages in their folders.
func planSections(_ pages: [ContentFile<SectionPageFile>]) -> [Section] {
  var sections: [SitePath: Section] = [:]
  let folders = Array(Dictionary(grouping: pages, by: \.path.folder))
  let filled = inParallel(folders.count, by: 4) { range in
    folders[range].map { Section(path: $0.key.withoutFirstPart, $0.value) }
  }
  for section in filled {
    let path = section.path
    sections[path] = section
    // A folder that holds only folders is a section of sections.
    var above = path.folder
    while !above.text.isEmpty, sections[above] == nil {
      sections[above] = Section(path: above)
      above = above.folder
    }
  }
  for path in sections.keys.sorted() { sections[path.folder]?.children.append(path) }
  return sections.values.sorted { $0.path < $1.path }
}

extension Section {
  fileprivate init(path: SitePath, _ files: [ContentFile<SectionPageFile>]) {
    self.path = path
    index = files.first { $0.slug == "index" }
    templateFiles = files.filter { $0.slug != "index" && $0.fields.rows != nil }
    pages = files.filter { $0.slug != "index" && $0.fields.rows == nil }.map { file in
      Page(file: file, address: SiteRoutes.sectionPage(path, file.addressName))
    }
    sort()
  }
}

extension Section {
  /// Brings the pages into the order of the list.
  mutating func sort() {
    let pages = pages
    // Numbers are moved, not pages, of which there may be many.
    self.pages = pages.indices.sorted { isNewer(pages[$0], pages[$1]) }.map { pages[$0] }
  }
}

/// Those without a date come last; pages of one moment by name.
private func isNewer(_ left: Section.Page, _ right: Section.Page) -> Bool {
  guard let rightDate = right.file.head.date else {
    return left.file.head.date != nil || isBefore(left, right)
  }
  guard let leftDate = left.file.head.date else { return false }
  return leftDate == rightDate ? isBefore(left, right) : rightDate < leftDate
}

private func isBefore(_ left: Section.Page, _ right: Section.Page) -> Bool {
  left.rank == right.rank ? left.address < right.address : left.rank < right.rank
}

extension SitePlan {
  /// The newest pages of all sections, those with a date first; as many as a list shows.
  var newestPages: [ListedPage] {
    let pages = sections.flatMap { $0.pages.prefix(settings.listLength).map(ListedPage.init) }
    return Array(ListedPage.newestFirst(pages).prefix(settings.listLength))
  }
}
