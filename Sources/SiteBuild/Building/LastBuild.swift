package import Basics
internal import OpenWeb

/// What the build before this one left, where nothing but content files was edited since.
package struct LastBuild: Sendable {
  var pages: RememberedPages
  /// `Content/notes/first.md`
  var edited: Set<SitePath>
  /// Its output folder, which nobody has touched.
  var output: any FileSystem

  package init(pages: RememberedPages, edited: [SitePath], output: any FileSystem) {
    self.pages = pages
    self.edited = Set(edited)
    self.output = output
  }

  /// The addresses of pages that stay as they are.
  func standing(in plan: SitePlan) -> Set<SitePath> { pages.standing(in: plan, after: edited) }

  /// Whether each place that a page had, to which others may link, is still in it.
  func hasKeptPlaces(_ reports: [FileReport], _ inspector: SiteInspector) -> Bool {
    reports.allSatisfy { report in
      guard let bytes = try? output.read(report.path) else { return false }
      let old = inspector.report(on: OutputFile(path: report.path, bytes: bytes))
      return report.hasPlaces(of: old)
    }
  }
}
