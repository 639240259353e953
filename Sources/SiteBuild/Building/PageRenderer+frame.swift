internal import Basics
internal import LinkDirectory
internal import Templating

/// What stands around the content of every page.
extension PageRenderer {
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
    menuParts.map { part in
      MenuLink(
        title: part.title, href: part.href(from: address),
        isCurrent: address == part.target || address.isInside(part.target.folder))
    }
  }

  private func footer(on address: SitePath) -> [Link] {
    footerParts.map { Link(title: $0.title, href: $0.href(from: address)) }
  }
}

/// A link that stands on every page.
struct FramePart: Sendable {
  var title: String
  var target: SitePath
  var fragment: String?

  func href(from page: SitePath) -> SafeURL {
    SafeURL(from: page, to: target, fragment: fragment)
  }

  static func menu(_ plan: SitePlan) -> [FramePart] {
    let sections = plan.sections.filter { $0.index?.fields.isInMenu == true }
    let about = plan.pages.filter { $0.slug == "about" }
    return [
      FramePart(title: "Insights", target: SiteRoutes.insights),
      FramePart(title: "Communities", target: SiteRoutes.communities),
      FramePart(title: "Data", target: SiteRoutes.data),
      FramePart(title: "Method", target: SiteRoutes.method),
    ]
      + sections.map { FramePart(title: $0.title, target: SiteRoutes.list($0.path, part: 1)) }
      + about.map { FramePart(title: $0.head.title, target: SiteRoutes.plain($0.slug)) }
  }

  static func footer(_ plan: SitePlan) -> [FramePart] {
    let pages = plan.pages.filter { $0.slug != MethodPage.prosePage }
    return [
      FramePart(title: "How we count", target: SiteRoutes.method),
      FramePart(title: "Privacy rules", target: SiteRoutes.method, fragment: "privacy"),
      FramePart(title: "Download the data", target: SiteRoutes.data),
    ] + pages.map { FramePart(title: $0.head.title, target: SiteRoutes.plain($0.slug)) }
      + (plan.tags.isEmpty ? [] : [FramePart(title: "Tags", target: SiteRoutes.tags)])
  }
}

extension SiteFrame {
  init(_ plan: SitePlan) {
    let settings = plan.settings
    self.init(
      title: settings.title, organisation: settings.organisation, language: settings.language,
      builtFrom: plan.knownUntil.map { "Built from data up to \(longDateText($0))." } ?? "",
      note: settings.note, textLicence: settings.textLicence.map { Link($0) })
  }
}
