package import Basics
package import OpenWeb
package import Templating

/// What a build gives: the files of the site and all that is to be said about them.
package struct BuildResult: Sendable {
  /// Sorted by path; not to be published when there are errors.
  package var files: [OutputFile]
  /// Files of the site that are on the stage of its next edition.
  package var staged = StagedFiles.none
  /// Files of the site that are in the output folder as they are to be.
  package var standing: [SitePath] = []
  package var diagnostics: [Diagnostic]
  package var pages: Int
  package var items: Int
  /// Drafts and pages of the future that were left out.
  package var heldBack = 0
  /// When the first of the pages of the future is due.
  package var nextDue: Timestamp?
  /// How many communities and people said no to what they once allowed.
  package var withdrawals = 0
  /// What the next build may leave as it is.
  package var remembered = RememberedPages()
  /// What was built, wherever it lies; nil when nothing could be.
  package var site: BuiltSite?
  /// What becomes of old addresses.
  var history: AddressHistory?
  /// What was built; nil when the templates could not be read.
  var plan: SitePlan?
}

extension BuildResult {
  /// How many files the site has.
  package var fileCount: Int { files.count + staged.files.count + standing.count }
}

/// What a build is told besides the site itself.
package struct BuildSettings: Sendable {
  /// Overrides the address in `site.yaml`.
  package var baseURL: String?
  /// The moment for which drafts and consent are decided.
  package var asOf: Timestamp

  /// For whom the site is made.
  package var audience: Audience

  /// Told when a phase begins, by whoever wants to know how long each takes.
  package var begin: @Sendable (BuildPhase) -> Void

  /// Told how long templates take, by whoever wants to know.
  package var meter: TemplateMeter?

  package init(
    asOf: Timestamp, audience: Audience = .everybody,
    begin: @escaping @Sendable (BuildPhase) -> Void = { _ in }
  ) {
    self.asOf = asOf
    self.audience = audience
    self.begin = begin
  }
}

/// What a build does, in this order.
package enum BuildPhase: String, Sendable, CaseIterable {
  /// Whether anything was touched since the last build.
  case comparing
  case reading
  /// Templates are compiled, consent is decided, communities are measured.
  case planning
  case rendering
  /// Data, feeds, sitemap, redirects.
  case listing
  /// Links and all else that concerns more than one page.
  case checking
  case writing
  /// What the next build need not do again.
  case remembering
}
