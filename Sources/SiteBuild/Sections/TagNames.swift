internal import Basics

/// What the tags of a site are called in addresses, by how authors write them.
///
/// `C`, `C++` and `C#` → `c`, `c-plus-plus` and `c-sharp`; without the other two `C++` is `c`, as
/// any tag is called by its letters and digits. Spellings that a disk may hold to be one name are
/// one tag.
struct TagNames: Sendable {
  private var names: [String: String] = [:]
  /// How often each spelling is used; those that give no name are not in it.
  private var uses: [String: Int] = [:]

  init() {}

  init(_ pages: [ListedPage]) {
    for page in pages {
      for tag in page.tags { uses[tag.value, default: 0] += 1 }
    }
    uses = uses.filter { tagName($0.key) != nil }
    for spellings in alike(uses.keys.sorted(), by: tagName) {
      let told = alike(spellings, by: nameWithSigns)
      for group in told {
        for spelling in group {
          names[spelling] = told.count > 1 ? nameWithSigns(spelling) : tagName(spelling)
        }
      }
    }
    for spellings in groups {
      let name = title(of: spellings).flatMap { names[$0] }
      for spelling in spellings { names[spelling] = name }
    }
  }

  /// nil where it has neither letter nor digit.
  subscript(_ spelling: String) -> String? { names[spelling] }

  /// The spelling that most pages have, of those in use as often the first.
  func title(of spellings: [String]) -> String? {
    spellings.max { (uses[$0] ?? 0, $1) < (uses[$1] ?? 0, $0) }
  }

  /// The spellings of each tag.
  var groups: [[String]] { alike(names.keys.sorted()) { names[$0] } }

  /// Spellings whose names may be one on a disk, the first of each in order.
  private func alike(_ spellings: [String], by name: (String) -> String?) -> [[String]] {
    let keyed = Dictionary(grouping: spellings) { name($0).map(spellingKey) ?? "" }
    return keyed.values.sorted { ($0.first ?? "") < ($1.first ?? "") }
  }
}

/// The name of a tag with the signs that tell it from others: `C++` → `c-plus-plus`, `C#` →
/// `c-sharp`, `.NET` → `dot-net`.
func nameWithSigns(_ text: String) -> String? {
  var words = ""
  var isInWord = false
  for character in text {
    switch character {
    case ".": words += words.allSatisfy(\.isWhitespace) ? "dot " : " "
    case "+": words += isInWord ? " plus " : " "
    case "#": words += isInWord ? " sharp " : " "
    default: words.append(character)
    }
    isInWord = isInWord && "+#".contains(character) || character.isLetter || character.isNumber
  }
  return tagName(words) ?? tagName(text)
}

extension TagNames {
  /// Warns of spellings that are one tag and differ by more than case, white space and hyphens.
  func findings(in content: SiteContent) -> [Diagnostic] {
    let unlike = groups.filter { Set($0.map(looseSpelling)).count > 1 }
    if unlike.isEmpty { return [] }
    let places = places(in: content)
    return unlike.compactMap { spellings in
      let (first, others) = (spellings[0], spellings.dropFirst())
      guard let name = names[first], let place = places[first],
        let other = others.first(where: { looseSpelling($0) != looseSpelling(first) }),
        let otherPlace = places[other]
      else { return nil }
      return Diagnostic(
        SiteBuildCodes.sameAddress, "the tags `\(first)` and `\(other)` are both `tags/\(name)/`",
        at: place, severity: .warning, fix: "write both alike, or call one otherwise",
        notes: ["`\(other)` stands in \(otherPlace.location)"])
    }
  }

  /// The first place of each spelling.
  private func places(in content: SiteContent) -> [String: SourceExcerpt] {
    var places: [String: SourceExcerpt] = [:]
    for entry in content.entries {
      for tag in entry.head.tags where places[tag.value] == nil {
        places[tag.value] = entry.source.excerpt(at: tag.place)
      }
    }
    return places
  }
}

private func looseSpelling(_ text: String) -> String {
  let words = text.split { $0.isWhitespace || $0 == "-" }
  return spellingKey(words.joined(separator: "-"))
}
