package import Basics

/// What can be wrong with snapshots.
package enum CommunityDataCodes {
  static let missingManifest = DiagnosticCode(
    "D001", "snapshot without a manifest",
    """
    Each folder `Content/snapshots/<community>/<YYYY-MM-DD>` holds a `manifest.json` that says what \
    the snapshot is. Without one nothing in the folder is read. Run `meadow import` again, or remove \
    the folder.
    """)
  static let malformedManifest = DiagnosticCode(
    "D002", "manifest is not JSON",
    "`manifest.json` must be one JSON object, with no name twice. The caret shows the first fault.")
  static let unknownField = DiagnosticCode(
    "D003", "unknown field in a manifest",
    "A manifest has a fixed set of fields. A misspelt one would be ignored in silence, so it is refused."
  )
  static let missingField = DiagnosticCode(
    "D004", "missing field in a manifest",
    "All fields of a manifest but a licence's `until` and `attribution` must be there.")
  static let wrongKind = DiagnosticCode(
    "D005", "wrong kind of value in a manifest",
    "A field holds, say, a text where a number is needed.")
  static let badValue = DiagnosticCode(
    "D006", "value that a manifest cannot have",
    """
    A value has the right kind but no meaning: a day that does not exist, a scope that is neither \
    `public` nor `with_consent`, a checksum that is not 64 hexadecimal digits, another format.
    """)
  static let checksum = DiagnosticCode(
    "D007", "file differs from its checksum",
    """
    The file is not the one the importer wrote: it was edited or damaged. A snapshot is evidence and \
    is not edited. Restore it or import again.
    """)
  static let rows = DiagnosticCode(
    "D008", "file has another number of rows",
    "The manifest counts the lines of each file. A difference means that lines were lost or added.")
  static let quarantined = DiagnosticCode(
    "D009", "record could not be read",
    """
    The line is left out of all figures and stays in its file; nothing is dropped in silence. The \
    first five of a file are told with place and reason, and how many more there are.
    """)
  static let duplicates = DiagnosticCode(
    "D010", "items that come more than once",
    "Identical copies count once. Of differing copies the one edited last counts, else the later one."
  )
  static let countsDoNotAddUp = DiagnosticCode(
    "D011", "counts do not add up",
    "Records read must be items + withheld (by reason) + quarantined; else a record was lost.")
  static let alreadyThere = DiagnosticCode(
    "D012", "snapshot is there already",
    "A snapshot is never overwritten by other data. The same data again is fine and changes nothing."
  )
  static let disk = DiagnosticCode(
    "D013", "snapshot file cannot be read or written",
    "The disk refused; the message says why. A half-written snapshot never appears.")
  static let strangeEntry = DiagnosticCode(
    "D014", "something else among the snapshots",
    """
    A community's folder holds only folders named by a day (`2026-11-21`), and a snapshot's folder \
    only the files that its manifest lists.
    """)
  static let unknownReference = DiagnosticCode(
    "D016", "item that names an unknown member or channel",
    "Whatever an item refers to as its author or its channel must be in the same snapshot.")
  static let misplaced = DiagnosticCode(
    "D017", "manifest does not match its folder",
    "The folder's name must be the community's slug, as the manifest has it.")
  static let namedMember = DiagnosticCode(
    "D018", "name of a member who is not staff",
    "Only representatives of the organisation, who act in public, bear a name in a snapshot.")

  static let unusableCache = DiagnosticCode(
    "D019", "part of the cache is not used",
    """
    What was worked out before is kept in `.meadow/cache`. A damaged entry, or a file that is none, \
    counts as not there and is made again; removing the folder changes nothing but time.
    """)

  static let unreadableNumbers = DiagnosticCode(
    "D020", "measurements that cannot be read",
    """
    A measured snapshot holds numbers that another engine worked out. Of a table that is not whole \
    nobody can say which of its numbers may be shown, so that a single bad line stops the build.
    """)
  static let leftAside = DiagnosticCode(
    "D021", "measured snapshot that is left aside",
    """
    The newest snapshot of a community decides whether it is measured here or was measured elsewhere. \
    An older measured one tells nothing that the newer items do not tell.
    """)

  package static let all: [DiagnosticCode] = [
    missingManifest, malformedManifest, unknownField, missingField, wrongKind, badValue, checksum,
    rows, quarantined, duplicates, countsDoNotAddUp, alreadyThere, disk, strangeEntry,
    unknownReference, misplaced, namedMember, unusableCache, unreadableNumbers, leftAside,
  ]
}
