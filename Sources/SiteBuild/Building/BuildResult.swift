package import Basics

/// What a build gives: the files of the site and all that is to be said about them.
package struct BuildResult: Sendable {
  /// Sorted by path; not to be published when there are errors.
  package var files: [OutputFile]
  package var diagnostics: [Diagnostic]
  package var pages: Int
  package var items: Int
  /// Drafts and pages of the future that were left out.
  package var heldBack = 0
  /// When the first of the pages of the future is due.
  package var nextDue: Timestamp?
  /// How many communities and people said no to what they once allowed.
  package var withdrawals = 0
  /// What becomes of old addresses.
  var history: AddressHistory?
  /// What was built; nil when the templates could not be read.
  var plan: SitePlan?
}

/// What a build is told besides the site itself.
package struct BuildSettings: Sendable {
  /// Overrides the address in `site.yaml`.
  package var baseURL: String?
  /// The moment for which drafts and consent are decided.
  package var asOf: Timestamp

  /// For whom the site is made.
  package var audience: Audience

  package init(asOf: Timestamp, audience: Audience = .everybody) {
    self.asOf = asOf
    self.audience = audience
  }
}
