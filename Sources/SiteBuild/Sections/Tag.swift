internal import Basics

/// A word that pages bear, with the pages that bear it.
struct Tag: Sendable {
  /// As most pages write it.
  var title: String
  /// Its name in addresses: `Release 4` → `release-4`.
  var name: String
  /// Newest first; those without a date come last.
  var pages: [ListedPage]
}

/// A page as lists show it, whatever kind it is of.
struct ListedPage: Sendable {
  var head: PageHead
  var address: SitePath
}

/// The name of a tag in addresses; nil when it has neither letter nor digit.
///
/// `Release 4.0` → `release-4-0`; letters of any script stay.
func tagName(_ text: String) -> String? {
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

/// The tags of all pages, by name.
func planTags(_ pages: [ListedPage]) -> [Tag] {
  var spellings: [String: [String: Int]] = [:]
  var bearers: [String: [ListedPage]] = [:]
  for page in pages {
    var seen: Set<String> = []
    for tag in page.head.tags {
      guard let name = tagName(tag.value) else { continue }
      spellings[name, default: [:]][tag.value, default: 0] += 1
      if seen.insert(name).inserted { bearers[name, default: []].append(page) }
    }
  }
  return bearers.keys.sorted().map { name in
    let title = spellings[name]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return Tag(
      title: title ?? name, name: name,
      pages: (bearers[name] ?? []).sorted(by: ListedPage.isListedBefore))
  }
}

extension ListedPage {
  static func isListedBefore(_ left: ListedPage, _ right: ListedPage) -> Bool {
    if left.head.date == right.head.date { return left.address < right.address }
    guard let leftDate = left.head.date else { return false }
    guard let rightDate = right.head.date else { return true }
    return rightDate < leftDate
  }
}
