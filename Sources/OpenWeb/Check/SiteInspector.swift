package import Basics

/// The rules of the open web for a site that is being made: each file is looked at when it is
/// finished, and what concerns several of them at the end.
package struct SiteInspector: Sendable {
  private let address: SiteAddress?
  private let rules: [OpenWebRule]

  /// `baseURL` is the address the site will have; nil: no absolute link is the site's own.
  package init(baseURL: String?, rules: [OpenWebRule] = OpenWebRule.all) {
    address = baseURL.flatMap(SiteAddress.init)
    self.rules = rules
  }

  /// May run for many files at once.
  @Sendable package func report(on file: OutputFile) -> FileReport {
    OpenWebRule.inspect(file, site: address, rules)
  }

  /// Every finding, one for each cause, sorted by place; `reports` has one for each file.
  package func findings(about site: BuiltSite, reports: [FileReport]) -> [Diagnostic] {
    judge(reports.sorted { $0.path < $1.path }, in: site, address)
  }
}
