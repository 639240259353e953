internal import Basics

/// A figure that nobody may use is none: the site says under which licence its figures are.
///
/// An error of the plan, so that it is told once and not once a figure by the rule of figures.
func checkLicence(_ plan: SitePlan) -> [Diagnostic] {
  guard plan.settings.dataLicence == nil, !plan.communities.isEmpty else { return [] }
  return [
    Diagnostic(
      SiteBuildCodes.missingKey,
      "site.yaml lacks the key `data_licence`, so no figure has a licence",
      at: SourceLocation(file: SiteFolders.settings, line: 1, column: 1),
      fix: "say what others may do with the figures, such as `data_licence: CC-BY-4.0`")
  ]
}
