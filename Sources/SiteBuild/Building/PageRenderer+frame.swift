internal import Basics
internal import LinkDirectory
internal import Templating

/// What stands around the content of every page.
extension PageRenderer {
  func frame(
    _ address: SitePath, title: String, description: String? = nil, above: [Crumb] = [],
    feed: SitePath? = nil, of file: (any ContentEntry)? = nil
  ) -> PageFrame {
    PageFrame(
      title: title, description: description, canonical: canonical(address),
      feed: (feed ?? siteFeed).map { SafeURL(from: address, to: $0) },
      jsonFeed: (feed ?? siteFeed).flatMap { feed in
        (try? feed.folder.appending("feed.json")).map { SafeURL(from: address, to: $0) }
      },
      stylesheet: AssetReference(
        trusted: relativeAddress(from: address, to: SiteRoutes.stylesheet)),
      home: SafeURL(from: address, to: SiteRoutes.home), navigation: menu(on: address),
      crumbs: above.map {
        Link(title: $0.title(wording), href: SafeURL(from: address, to: $0.address))
      },
      footer: footer(on: address), remarks: file.flatMap { plan.remarks(on: $0.head) },
      corrections: file.map { corrections(of: $0, on: address) } ?? [],
      isSearched: isSearched(address))
  }

  /// What communities said against a page, as links to where it is kept.
  private func corrections(of file: any ContentEntry, on page: SitePath) -> [Link] {
    plan.content.corrections.filter { correction in
      correction.fields.about.contains { $0.value == file.name }
    }.map { correction in
      Link(
        title: correction.head.title,
        href: SafeURL(
          from: page, to: SiteRoutes.ledger(.corrections),
          fragment: Ledger.anchor(of: correction)))
    }
  }

  /// A page above another one.
  struct Crumb {
    private let word: SiteWord?
    private let text: String
    let address: SitePath

    /// A page that the site's language names.
    init(_ word: SiteWord, at address: SitePath) {
      self.word = word
      text = ""
      self.address = address
    }

    /// A page that its author named.
    init(title: String, address: SitePath) {
      word = nil
      text = title
      self.address = address
    }

    func title(_ wording: Wording) -> String { word.map { wording($0) } ?? text }

    static let home = Crumb(.home, at: SiteRoutes.home)
    static let insights = Crumb(.insights, at: SiteRoutes.insights)
    static let communities = Crumb(.communities, at: SiteRoutes.communities)
    static let briefs = Crumb(.briefs, at: SiteRoutes.briefs)
  }

  private var siteFeed: SitePath? {
    plan.settings.baseURL != nil && !plan.news.isEmpty ? SiteRoutes.atomFeed : nil
  }

  /// The feed of a section or tag.
  func feed(of folder: SitePath) -> SitePath? {
    plan.settings.baseURL == nil ? nil : SiteRoutes.atomFeed(of: folder)
  }

  private func canonical(_ address: SitePath) -> SafeURL? {
    plan.settings.baseURL?.below(PercentCoding.encoded(path: publicPath(address)))
      .map { SafeURL($0) }
  }

  private func menu(on address: SitePath) -> [MenuLink] {
    menuParts.map { part in
      MenuLink(
        title: part.title, href: part.href(from: address),
        isCurrent: address == part.target || address.isInside(part.folder))
    }
  }

  private func footer(on address: SitePath) -> [Link] {
    footerParts.map { Link(title: $0.title, href: $0.href(from: address)) }
  }
}

/// A link that stands on every page.
struct FramePart: Sendable {
  let title: String
  let target: SitePath
  let fragment: String?
  /// The target's; every page asks whether it lies in it.
  let folder: SitePath
  /// The folder at the top that it lies in, with its slash; nil where it lies in none.
  private let top: String?
  /// Its addresses from pages that do not lie in that folder, by how many folders those lie in.
  private let hrefs: [SafeURL]

  init(title: String, target: SitePath, fragment: String? = nil) {
    self.title = title
    self.target = target
    self.fragment = fragment
    folder = target.folder
    top = folder.parts.first.map { "\($0)/" }
    let fromTop = relativeAddress(from: .root, to: target, fragment: fragment)
    hrefs = (0..<5).map { SafeURL(trusted: String(repeating: "../", count: $0) + fromTop) }
  }

  func href(from page: SitePath) -> SafeURL {
    let depth = page.text.utf8.count { $0 == UInt8(ascii: "/") }
    let isApart = top.map { !page.text.utf8.starts(with: $0.utf8) } ?? true
    return isApart && depth < hrefs.count
      ? hrefs[depth] : SafeURL(from: page, to: target, fragment: fragment)
  }

  static func menu(_ plan: SitePlan) -> [FramePart] {
    let sections = plan.sections.filter { $0.index?.fields.isInMenu == true }
    let about = plan.pages.filter { $0.slug == "about" }
    let insights = FramePart(title: plan.wording(.insights), target: SiteRoutes.insights)
    let communities = FramePart(title: plan.wording(.communities), target: SiteRoutes.communities)
    let data = FramePart(title: plan.wording(.data), target: SiteRoutes.data)
    // A site of plain texts has nothing to show there.
    return (plan.hasCommunities ? [insights, communities] : [])
      + (plan.directory == nil
        ? [] : [FramePart(title: plan.wording(.directory), target: SiteRoutes.directory)])
      + plan.ledgers.filter(\.isInMenu).map { FramePart($0, plan) }
      + (plan.hasCommunities ? [data] : [])
      + [FramePart(title: plan.wording(.method), target: SiteRoutes.method)]
      + sections.map { FramePart(title: $0.title, target: SiteRoutes.list($0.path, part: 1)) }
      + about.map { FramePart(title: $0.head.title, target: SiteRoutes.plain($0.addressName)) }
      + search(plan)
  }

  static func footer(_ plan: SitePlan) -> [FramePart] {
    let pages = plan.pages.filter { $0.slug != MethodPage.prosePage }
    let leave =
      plan.directory == nil
      ? []
      : [
        FramePart(
          title: plan.wording(.howToLeave), target: SiteRoutes.directory, fragment: "leave")
      ]
    let tags =
      plan.tags.isEmpty
      ? [] : [FramePart(title: plan.wording(.tags), target: SiteRoutes.tags)]
    let data =
      plan.hasCommunities
      ? [FramePart(title: plan.wording(.downloadTheData), target: SiteRoutes.data)] : []
    let topics =
      plan.tellsTopics
      ? [FramePart(title: plan.wording(.topics), target: SiteRoutes.topics)] : []
    let credits =
      plan.consent.live.credits.isEmpty
      ? [] : [FramePart(title: plan.wording(.credits), target: SiteRoutes.credits)]
    let overviews =
      topics
      + (plan.comparesPlaces
        ? [FramePart(title: plan.wording(.places), target: SiteRoutes.places)] : [])
      + (plan.editions.count > 1
        ? [FramePart(title: plan.wording(.whatChanged), target: SiteRoutes.changes)] : [])
    return [
      FramePart(title: plan.wording(.howWeCount), target: SiteRoutes.method),
      FramePart(
        title: plan.wording(.privacyRules), target: SiteRoutes.method, fragment: "privacy"),
    ] + data + leave + overviews
      + (plan.content.departments.isEmpty
        ? [] : [FramePart(title: plan.wording(.briefs), target: SiteRoutes.briefs)])
      + plan.ledgers.filter { !$0.isInMenu }.map { FramePart($0, plan) }
      + pages.map { FramePart(title: $0.head.title, target: SiteRoutes.plain($0.addressName)) }
      + tags + credits + search(plan) + [
        FramePart(title: plan.wording(.aToZ), target: SiteRoutes.aToZ)
      ]
  }
}

extension FramePart {
  /// The way to the search page, where there is one.
  private static func search(_ plan: SitePlan) -> [FramePart] {
    plan.settings.search == nil
      ? [] : [FramePart(title: plan.wording(.search), target: SiteRoutes.search)]
  }
}

extension SitePlan {
  /// Whether it is about communities, or a site of plain texts.
  fileprivate var hasCommunities: Bool { !content.communities.isEmpty || !insights.isEmpty }
}

extension FramePart {
  private init(_ ledger: Ledger, _ plan: SitePlan) {
    self.init(title: plan.wording(ledger.title), target: SiteRoutes.ledger(ledger))
  }
}

extension SiteFrame {
  init(_ plan: SitePlan) {
    let settings = plan.settings
    let wording = plan.wording
    self.init(
      title: settings.title, organisation: settings.organisation, language: settings.language.value,
      direction: wording.isRightToLeft ? "rtl" : "ltr",
      builtFrom: plan.knownUntil.map {
        wording(.builtFrom, ["day": .text(wording.formats.longDate($0))])
      } ?? "",
      note: settings.note, textLicence: settings.textLicence.map { Link($0) },
      notice: plan.audience == .colleagues ? wording(.internalEdition) : nil)
  }
}
