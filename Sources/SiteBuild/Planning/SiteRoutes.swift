internal import Basics
internal import Measures
internal import Templating

/// The address of every page and file the build makes, and the way between them.
struct SiteRoutes: Sendable {
  static let home = page([])
  static let insights = page(["insights"])
  static let communities = page(["communities"])
  static let method = page(["method"])
  static let data = page(["data"])
  static let directory = page(["directory"])
  static let changes = page(["changes"])
  static let aToZ = page(["a-to-z"])
  static let search = page(["search"])
  static let searchStylesheet = path(["search", "style.css"])
  static let places = page(["places"])
  static let topics = page(["topics"])
  static let credits = page(["credits"])
  static let directoryOPML = path(["directory", "directory.opml"])
  static let directoryJSON = path(["directory", "directory.json"])
  /// News of the directory.
  static let directoryAtom = path(["directory", "changes.xml"])
  static let directoryFeed = path(["directory", "changes.json"])
  static let stylesheet = path(["style.css"])
  static let notFound = path(["404.html"])
  static let internalMark = path([Audience.mark])
  static let robots = path(["robots.txt"])
  static let atomFeed = path(["feed.xml"])
  static let jsonFeed = path(["feed.json"])
  static let dataPackage = path(["data", "datapackage.json"])
  static let database = path(["data", "meadow.sqlite"])

  static func insight(_ slug: String) -> SitePath { page(["insights", slug]) }
  static func community(_ slug: String) -> SitePath { page(["communities", slug]) }
  /// `method/time-to-first-response/index.html`
  static func metric(_ id: MetricID) -> SitePath {
    page(["method", id.rawValue.replacing("_", with: "-")])
  }

  static func plain(_ slug: String) -> SitePath { page([slug]) }

  /// `criticism/index.html`
  static func ledger(_ ledger: Ledger) -> SitePath { page([ledger.rawValue]) }

  static let briefs = page(["briefs"])
  /// `briefs/support/index.html`; its other forms lie beside it.
  static func brief(_ department: String) -> SitePath { page(["briefs", department]) }
  static let distribution = path(["briefs", "distribution.json"])

  static let tags = page(["tags"])

  static func tagFolder(_ name: String) -> SitePath { path(["tags", name]) }
  static func tag(_ name: String, part: Int) -> SitePath { list(tagFolder(name), part: part) }

  /// A part of a list, counted from 1: `docs/index.html`, `docs/page-2.html`.
  static func list(_ folder: SitePath, part: Int) -> SitePath {
    folder.appending(path([part == 1 ? "index.html" : "page-\(part).html"]))
  }

  static func sectionPage(_ section: SitePath, _ name: String) -> SitePath {
    section.appending(page([name]))
  }

  static func atomFeed(of folder: SitePath) -> SitePath { folder.appending(atomFeed) }
  static func jsonFeed(of folder: SitePath) -> SitePath { folder.appending(jsonFeed) }

  /// `data/history-meta/activity.csv`
  static func dataFile(_ community: String, _ name: String, _ ending: String) -> SitePath {
    path(["data", community, "\(name).\(ending)"])
  }

  /// A page's own file: `communities/history-meta/fig-1.csv`.
  static func beside(_ page: SitePath, _ name: String) -> SitePath {
    page.folder.appending(path([name]))
  }

  /// A page lies in a folder of its own as `index.html`.
  private static func page(_ parts: [String]) -> SitePath { path(parts + ["index.html"]) }

  private static func path(_ parts: [String]) -> SitePath {
    do {
      return try SitePath(parts.joined(separator: "/"))
    } catch {
      // Slugs and metric ids are checked when they are read; nothing else comes here.
      preconditionFailure("\(error)")
    }
  }
}

extension SafeURL {
  /// A place on the page itself.
  init(fragment: String) {
    self.init(trusted: relativeAddress(toFragment: fragment))
  }

  /// The way from one page of the site to another page or file of it.
  init(from page: SitePath, to target: SitePath, fragment: String? = nil) {
    self.init(trusted: relativeAddress(from: page, to: target, fragment: fragment))
  }
}
