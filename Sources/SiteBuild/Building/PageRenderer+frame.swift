internal import Basics
internal import LinkDirectory
internal import Templating

/// What stands around the content of every page.
extension PageRenderer {
  var site: SiteFrame {
    let settings = plan.settings
    return SiteFrame(
      title: settings.title, organisation: settings.organisation, language: settings.language,
      builtFrom: plan.knownUntil.map { "Built from data up to \(longDateText($0))." } ?? "",
      note: settings.note, textLicence: settings.textLicence.map { Link($0) })
  }

  func frame(
    _ address: SitePath, title: String, description: String? = nil, above: [Crumb] = [],
    feed: SitePath? = nil
  ) -> PageFrame {
    PageFrame(
      title: title, description: description, canonical: canonical(address),
      feed: (feed ?? siteFeed).map { SafeURL(from: address, to: $0) },
      stylesheet: AssetReference(
        trusted: relativeAddress(from: address, to: SiteRoutes.stylesheet)),
      home: SafeURL(from: address, to: SiteRoutes.home), navigation: menu(on: address),
      crumbs: above.map { Link(title: $0.title, href: SafeURL(from: address, to: $0.address)) },
      footer: footer(on: address))
  }

  /// A page above another one.
  struct Crumb {
    var title: String
    var address: SitePath

    static let home = Crumb(title: "Home", address: SiteRoutes.home)
    static let insights = Crumb(title: "Insights", address: SiteRoutes.insights)
    static let communities = Crumb(title: "Communities", address: SiteRoutes.communities)
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
        ("Insights", SiteRoutes.insights), ("Communities", SiteRoutes.communities),
      ] + (plan.directory == nil ? [] : [("Directory", SiteRoutes.directory)]) + [
        ("Data", SiteRoutes.data), ("Method", SiteRoutes.method),
      ]
      + plan.pages.filter { $0.slug == "about" }.map {
        ($0.head.title, SiteRoutes.plain($0.slug))
      }
    return parts.map { title, target in
      MenuLink(
        title: title, href: SafeURL(from: address, to: target),
        isCurrent: address == target || address.isInside(target.folder))
    }
  }

  private func footer(on address: SitePath) -> [Link] {
    let fixed = [
      Link(title: "How we count", href: SafeURL(from: address, to: SiteRoutes.method)),
      Link(
        title: "Privacy rules",
        href: SafeURL(from: address, to: SiteRoutes.method, fragment: "privacy")),
      Link(title: "Download the data", href: SafeURL(from: address, to: SiteRoutes.data)),
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
          href: SafeURL(from: address, to: SiteRoutes.plain(page.slug)))
      }
  }
}
