package import Basics

/// What reading a site gave: the input where there is enough to go on, and all that is wrong.
package struct SiteReading: Sendable {
  package var input: SiteInput?
  package var diagnostics: [Diagnostic]
}

extension SiteReading {
  /// The communities whose snapshots are not there or could not be read.
  package var communitiesWithoutData: [String] {
    (input?.communities ?? []).filter { $0.data == nil }.map(\.slug)
  }
}
