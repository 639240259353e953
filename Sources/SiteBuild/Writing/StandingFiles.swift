internal import Basics

/// Files of an edition that are in the output folder already, as the last build wrote them.
package struct StandingFiles: Sendable {
  var paths: [SitePath]
  /// The folder as it was when the build began.
  var folder: TreeListing

  static let none = StandingFiles(paths: [], folder: TreeListing())
}
