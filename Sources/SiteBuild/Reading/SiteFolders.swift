package import Basics

/// The folders of a site.
package enum SiteFolders {
  package static let content = "Content"
  package static let snapshots = "Content/snapshots"
  package static let templates = "Templates"
  package static let strings = "Templates/strings"
  static let templateQueries = "Templates/queries"
  package static let output = "Output"
  /// Meadow's own: its key, its lock, what it remembers.
  static let own = ".meadow"
  package static let settings = "Content/site.yaml"
  package static let codex = "Content/codex.yaml"

  /// `css/print.css` → `Content/static/css/print.css`
  static func source(ofStatic file: SitePath) -> SitePath {
    staticFolder.map { $0.appending(file) } ?? file
  }

  private static let staticFolder = try? SitePath("Content/static")

  /// What is read and never published, whatever name a copy of it has.
  package static let privateFolders = [
    snapshots, "Content/consent", "Content/editions", own,
  ].compactMap { try? SitePath($0) }
}
