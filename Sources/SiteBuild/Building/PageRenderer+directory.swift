internal import Basics
internal import LinkDirectory
internal import Templating

/// The link directory, and the page that stays where somebody left.
extension PageRenderer {
  func withdrawn(at address: SitePath) -> RenderedPage {
    var page = frame(address, title: wording(.withdrawn), above: [.home])
    page.isSearched = false
    return finish(WithdrawnPage(site: site, page: page), at: address)
  }

  func directory() -> RenderedPage {
    let address = SiteRoutes.directory
    guard let directory = plan.directory else {
      return RenderedPage(files: [], diagnostics: [])
    }
    let page = DirectoryPage(
      site: site,
      page: frame(
        address, title: wording(.linkDirectory), description: wording(.directoryDescription),
        above: [.home]),
      directory: body(of: directory, on: address))
    return finish(page, at: address)
  }

  private func body(of directory: SiteDirectory, on page: SitePath) -> DirectoryBody {
    let count = directory.places.count
    return DirectoryBody(
      count: count == 0
        ? wording(.noPlaceListed) : wording(.placesListed, ["n": .count(count)]),
      letters: count > 20 ? letters(directory.places) : [],
      places: directory.places.map { place($0, on: page) },
      waiting: directory.waiting == 0
        ? nil : wording(.placesAsked, ["n": .count(directory.waiting)]),
      formats: formats(on: page), wellKnown: ConsentStatement.wellKnownPath,
      scopes: ConsentScope.ofCommunities.compactMap { scope in
        scope.words.map { name, meaning in
          DirectoryScope(
            name: wording(name), meaning: wording(meaning), count: directory.counts[scope] ?? 0)
        }
      })
  }

  private func letters(_ places: [SiteDirectory.Place]) -> [DirectoryLetter] {
    var seen: Set<String> = []
    return places.compactMap { place in
      let letter = place.title.prefix(1).uppercased()
      return seen.insert(letter).inserted
        ? DirectoryLetter(text: letter, anchor: place.entry.id) : nil
    }
  }

  private func formats(on page: SitePath) -> [Link] {
    let files: [(SiteWord, SitePath, Bool)] = [
      (.directoryOPML, SiteRoutes.directoryOPML, true),
      (.directoryJSON, SiteRoutes.directoryJSON, true),
      (.directoryNews, SiteRoutes.directoryAtom, plan.settings.baseURL != nil),
    ]
    return files.filter(\.2).map {
      Link(title: wording($0.0), href: SafeURL(from: page, to: $0.1))
    }
  }

  private func place(_ place: SiteDirectory.Place, on page: SitePath) -> DirectoryPlace {
    let entry = place.entry
    return DirectoryPlace(
      id: entry.id, name: place.title, address: entry.link.address.shortText,
      href: SafeURL(entry.link), summary: place.file?.summary, etiquette: place.file?.etiquette,
      languages: (place.file?.languages ?? []).map(\.value).map { tag in
        DirectoryLanguage(name: ownName(ofLanguage: tag), tag: tag)
      },
      kind: place.file?.kind,
      consentFrom: wording(entry.role?.word ?? .roleUnknown), given: entry.since.day.description,
      renewed: entry.renewed?.day.description, renewal: place.renewalAnchor,
      askAgain: entry.ends.day.description,
      allows: entry.scopes.compactMap(\.words).map { wording($0.name) }
        .joined(separator: wording.listSeparator),
      insights: insights(of: place, on: page))
  }

  /// The page of a listed community, where it has one.
  private func insights(of place: SiteDirectory.Place, on page: SitePath) -> Link? {
    plan.communities.first { $0.file.fields.subject?.value == place.entry.id }.map { community in
      Link(
        title: wording(.pageOf, ["name": .text(community.name)]),
        href: SafeURL(from: page, to: SiteRoutes.community(community.slug)))
    }
  }
}

extension ConsentScope {
  /// What readers call it, and what it allows; people's own scopes are in no directory.
  fileprivate var words: (name: SiteWord, meaning: SiteWord)? {
    switch self {
    case .link: (.scopeLink, .scopeLinkMeans)
    case .name: (.scopeName, .scopeNameMeans)
    case .metrics: (.scopeMetrics, .scopeMetricsMeans)
    case .quotes: (.scopeQuotes, .scopeQuotesMeans)
    case .quote, .expert, .credit: nil
    }
  }
}

extension ConsentRole {
  /// Who said yes, as the directory names it; never a person.
  fileprivate var word: SiteWord {
    switch self {
    case .owner: .roleOwner
    case .board: .roleBoard
    case .administrator: .roleAdministrator
    case .moderator: .roleModerator
    case .editor: .roleEditor
    case .own: .roleUnknown
    }
  }
}

/// What a language calls itself, so that whoever speaks it knows it on a page in any other; else its
/// tag.
func ownName(ofLanguage tag: String) -> String {
  let known = [
    "ar": "العربية", "cs": "čeština", "da": "dansk", "de": "Deutsch", "el": "Ελληνικά",
    "en": "English", "es": "español", "fa": "فارسی", "fi": "suomi", "fr": "français",
    "he": "עברית", "hi": "हिन्दी", "hu": "magyar", "id": "Bahasa Indonesia", "it": "italiano",
    "ja": "日本語", "ko": "한국어", "nb": "norsk bokmål", "nl": "Nederlands", "pl": "polski",
    "pt": "português", "ro": "română", "ru": "русский", "sv": "svenska", "tr": "Türkçe",
    "uk": "українська", "vi": "Tiếng Việt", "zh": "中文",
  ]
  return known[String(tag.prefix { $0 != "-" }).lowercased()] ?? tag
}
