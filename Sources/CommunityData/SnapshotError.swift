package import Basics

/// Why a snapshot was not written.
package struct SnapshotError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Records read ≠ items + withheld + quarantined.
    case countsDoNotAddUp(read: Int, items: Int, withheld: Int, quarantined: Int)
    /// A snapshot of that day is there already and says something else.
    case alreadyThere
    case disk(FileError)
  }

  package var kind: Kind
  /// The snapshot's folder.
  package var folder: SitePath

  package init(_ kind: Kind, folder: SitePath) {
    self.kind = kind
    self.folder = folder
  }
}
