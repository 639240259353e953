internal import Basics
internal import CommunityData
internal import OpenWeb
internal import SiteBuild
internal import Templating

extension SiteReading {
  /// What reading and building found together. Where something could not be read, pages lack it, and
  /// the rules of the open web would tell of the same cause once more; and where it was a snapshot, so
  /// would every value of its community.
  func findings(with built: [Diagnostic]) -> [Diagnostic] {
    let lacksData = diagnostics.contains { finding in
      finding.severity == .error && CommunityDataCodes.all.contains(finding.code)
    }
    let following =
      (diagnostics.hasErrors ? OpenWebCodes.all : [])
      + (lacksData ? [SiteBuildCodes.noSnapshot, TemplatingCodes.evaluation] : [])
    let unread = lacksData ? communitiesWithoutData : []
    let others = built.filter { finding in
      !following.contains(finding.code) && !(finding.missing.map(unread.contains) ?? false)
    }
    return (diagnostics + others).sortedByPlace()
  }
}
