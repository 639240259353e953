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
  static let directoryOPML = path(["directory", "directory.opml"])
  static let directoryJSON = path(["directory", "directory.json"])
  /// News of the directory.
  static let directoryAtom = path(["directory", "changes.xml"])
  static let directoryFeed = path(["directory", "changes.json"])
  static let stylesheet = path(["style.css"])
  static let notFound = path(["404.html"])
  static let robots = path(["robots.txt"])
  static let atomFeed = path(["feed.xml"])
  static let jsonFeed = path(["feed.json"])
  static let dataPackage = path(["data", "datapackage.json"])

  static func insight(_ slug: String) -> SitePath { page(["insights", slug]) }
  static func community(_ slug: String) -> SitePath { page(["communities", slug]) }
  /// `method/time-to-first-response/index.html`
  static func metric(_ id: MetricID) -> SitePath {
    page(["method", id.rawValue.replacing("_", with: "-")])
  }

  static func plain(_ slug: String) -> SitePath { page([slug]) }

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
  /// The way from one page of the site to another page or file of it.
  init(from page: SitePath, to target: SitePath, fragment: String? = nil) {
    self.init(trusted: relativeAddress(from: page, to: target, fragment: fragment))
  }
}
