internal import Basics

/// What lies in the folders of an export and is not read.
struct PassedOver: Sendable, Equatable {
  /// Symbolic links: they may lead out of the export.
  var links = 0
  /// Folders that lie too deep.
  var deepFolders = 0
  /// Files and folders that the system says nothing of.
  var unreadable = 0

  /// Why the snapshot may not tell the whole story.
  var gaps: [String] {
    var gaps: [String] = []
    if links > 0 {
      gaps.append(
        links == 1
          ? "1 symbolic link was not followed"
          : "\(numberText(links)) symbolic links were not followed")
    }
    if deepFolders > 0 {
      let depth = ExportSource.deepestFolder
      gaps.append(
        deepFolders == 1
          ? "1 folder lies more than \(depth) folders deep"
          : "\(numberText(deepFolders)) folders lie more than \(depth) folders deep")
    }
    if unreadable > 0 {
      gaps.append(
        unreadable == 1
          ? "1 file of the export was not to be had"
          : "\(numberText(unreadable)) files of the export were not to be had")
    }
    return gaps
  }
}
