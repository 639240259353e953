internal import Basics

/// A folder of plain pages: `Content/docs`, `Content/docs/importers`.
struct Section: Sendable {
  /// Below `Content/`, and in the output too: `docs/importers`.
  var path: SitePath
  /// `index.md`: the section's title and the text above its list.
  var index: ContentFile<SectionPageFile>?
  /// Newest first; those without a date come last, by name.
  var pages: [ContentFile<SectionPageFile>] = []
  /// The sections that lie in it, by path.
  var children: [SitePath] = []

  /// The folder's name in words where no `index.md` gives a title: `how-to` → `How to`.
  var title: String {
    if let title = index?.head.title { return title }
    let words = path.name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  func address(of page: ContentFile<SectionPageFile>) -> SitePath {
    SiteRoutes.sectionPage(path, page.addressName)
  }
}

extension ContentEntry {
  /// Its name in addresses.
  var addressName: String { head.slug?.value ?? slug }
}

/// The sections of a site, by path, from the pages in their folders.
func planSections(_ pages: [ContentFile<SectionPageFile>]) -> [Section] {
  var sections: [SitePath: Section] = [:]
  for page in pages {
    let path = page.sectionPath
    // A folder that holds only folders is a section of sections.
    var above = path
    while !above.text.isEmpty, sections[above] == nil {
      sections[above] = Section(path: above)
      above = above.folder
    }
    if page.slug == "index" {
      sections[path]?.index = page
    } else {
      sections[path]?.pages.append(page)
    }
  }
  for path in sections.keys.sorted() {
    sections[path]?.pages.sort(by: isListedBefore)
    sections[path.folder]?.children.append(path)
  }
  return sections.values.sorted { $0.path < $1.path }
}

extension ContentFile<SectionPageFile> {
  /// `Content/docs/a.md` → `docs`
  fileprivate var sectionPath: SitePath { path.folder.withoutFirstPart }
}

extension SitePlan {
  /// The newest pages of all sections, those with a date first; as many as a list shows.
  var newestPages: [ListedPage] {
    let pages = sections.flatMap { section in
      section.pages.prefix(settings.listLength).map {
        ListedPage(head: $0.head, address: section.address(of: $0))
      }
    }
    return Array(pages.sorted(by: ListedPage.isListedBefore).prefix(settings.listLength))
  }
}

private func isListedBefore(
  _ left: ContentFile<SectionPageFile>, _ right: ContentFile<SectionPageFile>
) -> Bool {
  let (leftDate, rightDate) = (left.head.date, right.head.date)
  if leftDate == rightDate { return left.slug < right.slug }
  guard let leftDate else { return false }
  guard let rightDate else { return true }
  return rightDate < leftDate
}
