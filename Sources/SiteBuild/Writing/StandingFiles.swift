internal import Basics

/// Files of an edition that are in the output folder already, as the last build wrote them.
package struct StandingFiles: Sendable {
  var paths: [SitePath]
  /// The folder as it was when the build began.
  var folder: TreeListing

  static let none = StandingFiles(paths: [], folder: TreeListing())

  /// Refuses an output folder in which one of them is not as it was: somebody was there since.
  func mustStand(in output: OpenFolder, _ listing: TreeListing) throws(PublishError) {
    if paths.isEmpty { return }
    let (before, now) = (folder.filesByPath, listing.filesByPath)
    for path in paths.map({ RawPath($0) }) {
      guard let old = before[path], let new = now[path], new.hasBytes(of: old) else {
        throw .touched(output.naming(path))
      }
    }
  }
}
