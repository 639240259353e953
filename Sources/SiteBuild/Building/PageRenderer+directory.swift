internal import Basics
internal import LinkDirectory
internal import Templating

/// The link directory, and the page that stays where somebody left.
extension PageRenderer {
  func withdrawn(at address: SitePath) -> RenderedPage {
    let page = frame(address, title: "Withdrawn", above: [.home])
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
        address, title: "Link directory",
        description: "Communities that said yes to being listed.", above: [.home]),
      directory: body(of: directory, on: address))
    return finish(page, at: address)
  }

  private func body(of directory: SiteDirectory, on page: SitePath) -> DirectoryBody {
    let count = directory.places.count
    return DirectoryBody(
      count: count == 0
        ? "No community is listed at the moment."
        : count == 1
          ? "One community." : "\(numberText(count)) communities, in alphabetical order.",
      letters: count > 20 ? letters(directory.places) : [],
      places: directory.places.map { place($0, on: page) },
      waiting: waitingText(directory.waiting), formats: formats(on: page),
      scopes: ConsentScope.ofCommunities.map { scope in
        DirectoryScope(
          name: scope.title, meaning: scope.meaning, count: directory.counts[scope] ?? 0)
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

  private func waitingText(_ count: Int) -> String? {
    switch count {
    case 0: nil
    case 1: "One community has been asked and has not answered"
    default: "\(numberText(count)) communities have been asked and have not answered"
    }
  }

  private func formats(on page: SitePath) -> [Link] {
    let files = [
      ("Directory as OPML", SiteRoutes.directoryOPML, true),
      ("Directory as JSON", SiteRoutes.directoryJSON, true),
      ("News of the directory (Atom)", SiteRoutes.directoryAtom, plan.settings.baseURL != nil),
    ]
    return files.filter(\.2).map { Link(title: $0.0, href: SafeURL(from: page, to: $0.1)) }
  }

  private func place(_ place: SiteDirectory.Place, on page: SitePath) -> DirectoryPlace {
    let entry = place.entry
    let languages = (place.file?.languages ?? []).map { languageName($0.value) }
    let tags = [languages.joined(separator: ", "), place.file?.kind ?? ""].filter { !$0.isEmpty }
    return DirectoryPlace(
      id: entry.id, name: place.title, address: entry.link.address.shortText,
      href: SafeURL(entry.link), summary: place.file?.summary, etiquette: place.file?.etiquette,
      tags: tags.isEmpty ? nil : tags.joined(separator: " · "),
      consentFrom: entry.role?.title ?? "the community", given: entry.since.day.description,
      renewed: entry.renewed?.day.description, renewal: place.renewalAnchor,
      askAgain: entry.ends.day.description,
      allows: entry.scopes.map(\.title).joined(separator: ", "),
      insights: insights(of: place, on: page))
  }

  /// The page of a listed community, where it has one.
  private func insights(of place: SiteDirectory.Place, on page: SitePath) -> Link? {
    plan.communities.first { $0.file.fields.subject?.value == place.entry.id }.map { community in
      Link(
        title: "Page of \(community.name)",
        href: SafeURL(from: page, to: SiteRoutes.community(community.slug)))
    }
  }
}

extension ConsentScope {
  /// As readers know it.
  var title: String {
    switch self {
    case .link: "link"
    case .name: "name"
    case .metrics: "figures"
    case .quotes, .quote: "quotes"
    case .expert: "being asked as an expert"
    case .credit: "credit"
    }
  }

  var meaning: String {
    switch self {
    case .link: "A link to the place, in this directory and on its page."
    case .name: "Its name, wherever it is spoken of."
    case .metrics: "Figures about groups of people, never about single ones."
    case .quotes: "Words of its members, each of whom, or a licence, must allow it too."
    case .quote: "One post, word by word."
    case .expert: "Being named as somebody who can be asked."
    case .credit: "Their name beside what they wrote."
    }
  }
}

extension ConsentRole {
  /// Who said yes, as the directory names it; never a person.
  var title: String {
    switch self {
    case .owner: "the owner"
    case .board: "the board"
    case .administrator: "an administrator"
    case .moderator: "a moderator"
    case .editor: "the editor"
    case .own: "the person"
    }
  }
}

/// The English name of a language, or its tag.
private func languageName(_ tag: String) -> String {
  let known = [
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nb": "Norwegian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
  ]
  return known[String(tag.prefix { $0 != "-" }).lowercased()] ?? tag
}
