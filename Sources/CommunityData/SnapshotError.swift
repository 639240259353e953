package import Basics

/// Why a snapshot was not written.
package struct SnapshotError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Records read ≠ items + withheld + quarantined.
    case countsDoNotAddUp(read: Int, items: Int, withheld: Int, quarantined: Int)
    /// An item names a member or channel that the snapshot does not hold.
    case unknownReference(field: String, id: String, item: String)
    /// A member who is not staff has a name to display.
    case namedMember(id: String)
    /// The manifest is not one that could be read back; the first fault.
    case unreadableManifest(Diagnostic)
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

  package var diagnostic: Diagnostic {
    switch kind {
    case .countsDoNotAddUp(let read, let items, let withheld, let quarantined):
      Diagnostic(
        CommunityDataCodes.countsDoNotAddUp,
        "\(read) records were read, but \(items) items + \(withheld) withheld + \(quarantined) "
          + "quarantined are \(items + withheld + quarantined)",
        fix: "no record may be lost: this is a fault of the importer, please report it",
        notes: ["writing \(folder)"])
    case .unknownReference(let field, let id, let item):
      Diagnostic(
        CommunityDataCodes.unknownReference,
        "item `\(item)` has `\(field)` `\(id)`, which the snapshot does not hold",
        fix: "this is a fault of the importer, please report it", notes: ["writing \(folder)"])
    case .namedMember(let id):
      Diagnostic(
        CommunityDataCodes.namedMember, "member `\(id)` has a name to display but is not staff",
        fix: "this is a fault of the importer, please report it", notes: ["writing \(folder)"])
    case .unreadableManifest(let fault): fault
    case .alreadyThere:
      Diagnostic(
        CommunityDataCodes.alreadyThere, "\(folder) is there already and holds other data",
        fix: "import with another --date, or remove the folder first")
    case .disk(let error):
      Diagnostic(CommunityDataCodes.disk, error.description, notes: ["writing \(folder)"])
    }
  }
}
