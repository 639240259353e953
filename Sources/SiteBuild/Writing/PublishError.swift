package import Basics

/// Why an edition was not published; the edition before stays as it was.
package enum PublishError: Error, Hashable {
  /// A folder with files but without Meadow's manifest; the first names found in it.
  case folderNotOwned(folder: String, found: [String])
  /// A folder that holds an edition for others.
  case otherAudience(folder: String, holds: Audience)
  /// A folder of the site that a build reads, or one in it.
  case insideInput(folder: String, input: String)
  /// A file that Meadow did not write stands where a file or folder has to go.
  case inTheWay(String)
  /// A symbolic link, pipe, socket or device in the output.
  case notPlain(path: String, kind: FileEntry.Kind)
  /// Two output paths that are one on some disks, or a file where another needs a folder.
  case collision(SitePath, SitePath)
  /// An output path that Meadow needs for itself.
  case reservedPath(SitePath)
  /// Another build holds the lock; `holder` is `pid 4711 on atlas`.
  case locked(path: String, holder: String)
  /// A manifest or journal that Meadow cannot have written like that.
  case damaged(path: String, line: Int)
  /// Something of the output that was to stay as it was is not so any more.
  case touched(String)
  /// The trees cannot be exchanged here.
  case exchangeRefused(path: String, reason: String)
  /// The operating system refused; `number` is its errno.
  case disk(action: String, path: String, number: Int32)

  /// 1 the content is at fault · 73 the output is refused or locked · 74 the disk is in trouble.
  package var exitStatus: Int32 {
    switch self {
    case .collision, .reservedPath: 1
    case .disk: 74
    case .folderNotOwned, .otherAudience, .insideInput, .inTheWay, .notPlain, .locked, .damaged,
      .touched, .exchangeRefused:
      73
    }
  }
}
