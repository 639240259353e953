internal import Basics

/// A word that pages bear, with the pages that bear it.
struct Tag: Sendable {
  /// As most pages write it.
  var title: String
  /// Its name in addresses: `Release 4` → `release-4`.
  var name: String
  /// Newest first; those without a date come last.
  var pages: [ListedPage]

  /// Whether it has something that a feed can tell.
  var hasNews: Bool { pages.first?.date != nil }
}

/// A page as lists show it, whatever kind it is of.
struct ListedPage: Sendable {
  var title: String
  var summary: String?
  var date: Timestamp?
  var tags: [Placed<String>]
  var address: SitePath

  init(_ head: PageHead, at address: SitePath) {
    title = head.title
    summary = head.summary
    date = head.date
    tags = head.tags
    self.address = address
  }

  init(_ page: Section.Page) {
    self.init(page.file.head, at: page.address)
  }

  /// Those without a date come last; pages of one moment by address.
  static func newestFirst(_ pages: [ListedPage]) -> [ListedPage] {
    // Numbers are moved, not pages, of which there may be many.
    pages.indices.sorted { left, right in
      guard let rightDate = pages[right].date else {
        return pages[left].date != nil || pages[left].address < pages[right].address
      }
      guard let leftDate = pages[left].date else { return false }
      return leftDate == rightDate
        ? pages[left].address < pages[right].address : rightDate < leftDate
    }.map { pages[$0] }
  }
}

/// The name of a tag in addresses; nil when it has neither letter nor digit.
///
/// `Release 4.0` → `release-4-0`; letters of any script stay.
func tagName(_ text: String) -> String? {
  if Slug(text) != nil { return text }
  var name = ""
  for scalar in text.lowercased().unicodeScalars {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
    {
      name.unicodeScalars.append(scalar)
    } else if !name.isEmpty, name.last != "-" {
      name += "-"
    }
  }
  if name.last == "-" { name.removeLast() }
  return name.isEmpty || name.utf8.count > 200 ? nil : name
}

/// The tags of all pages, by name; pages come newest first.
func planTags(_ pages: [ListedPage], _ names: TagNames) -> [Tag] {
  // Numbers are moved, not pages, of which there may be many.
  var bearers: [String: [Int]] = [:]
  for index in pages.indices {
    for tag in pages[index].tags {
      guard let name = names[tag.value], bearers[name]?.last != index else { continue }
      bearers[name, default: []].append(index)
    }
  }
  let tags = names.groups.compactMap { spellings -> Tag? in
    guard let title = names.title(of: spellings), let name = names[title] else { return nil }
    return Tag(title: title, name: name, pages: bearers[name, default: []].map { pages[$0] })
  }
  return tags.sorted { $0.name < $1.name }
}
