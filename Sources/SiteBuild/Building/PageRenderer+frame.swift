internal import Basics
internal import LinkDirectory
internal import Templating

/// What stands around the content of every page.
extension PageRenderer {
  var site: SiteFrame {
    let settings = plan.settings
    return SiteFrame(
      title: settings.title, organisation: settings.organisation, language: settings.language.value,
      direction: wording.isRightToLeft ? "rtl" : "ltr",
      builtFrom: plan.knownUntil.map {
        wording(.builtFrom, ["day": .text(wording.formats.longDate($0))])
      } ?? "",
      note: settings.note, textLicence: settings.textLicence.map { Link($0) })
  }

  func frame(
    _ address: SitePath, title: String, description: String? = nil, above: [Crumb] = [],
    feed: SitePath? = nil
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
      footer: footer(on: address))
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
  }

  private var siteFeed: SitePath? {
    plan.settings.baseURL != nil && !plan.insights.isEmpty ? SiteRoutes.atomFeed : nil
  }

  /// The feed of a section or tag.
  func feed(of folder: SitePath) -> SitePath? {
    plan.settings.baseURL == nil ? nil : SiteRoutes.atomFeed(of: folder)
  }

  private func canonical(_ address: SitePath) -> SafeURL? {
    guard let base = plan.settings.baseURL else { return nil }
    return WebAddress(base.text + publicPath(address)).map { SafeURL($0) }
  }

  private func menu(on address: SitePath) -> [MenuLink] {
    let parts =
      [
        (wording(.insights), SiteRoutes.insights), (wording(.communities), SiteRoutes.communities),
      ] + (plan.directory == nil ? [] : [("Directory", SiteRoutes.directory)]) + [
        (wording(.data), SiteRoutes.data), (wording(.method), SiteRoutes.method),
      ]
      + plan.pages.filter { $0.slug == "about" }.map {
        ($0.head.title, SiteRoutes.plain($0.addressName))
      }
    return parts.map { title, target in
      MenuLink(
        title: title, href: SafeURL(from: address, to: target),
        isCurrent: address == target || address.isInside(target.folder))
    }
  }

  private func footer(on address: SitePath) -> [Link] {
    let fixed = [
      Link(title: wording(.howWeCount), href: SafeURL(from: address, to: SiteRoutes.method)),
      Link(
        title: wording(.privacyRules),
        href: SafeURL(from: address, to: SiteRoutes.method, fragment: "privacy")),
      Link(title: wording(.downloadTheData), href: SafeURL(from: address, to: SiteRoutes.data)),
    ]
    let leave =
      plan.directory == nil
      ? []
      : [
        Link(
          title: "How to leave",
          href: SafeURL(from: address, to: SiteRoutes.directory, fragment: "leave"))
      ]
    let pages = plan.pages.filter { $0.slug != MethodPage.prosePage }
    return fixed + leave
      + pages.map { page in
        Link(
          title: page.head.title,
          href: SafeURL(from: address, to: SiteRoutes.plain(page.addressName)))
      }
  }
}
