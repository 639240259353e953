package import Basics

/// The findings of importing.
package enum ImportersCodes {
  static let unknownFormat = DiagnosticCode(
    "I001", "unknown export format",
    """
    There is no importer of this name. `meadow import --list` names them all with an example.
    """)
  static let missingInput = DiagnosticCode(
    "I002", "the export is not there",
    """
    A path that was given does not exist, cannot be opened, or lacks a file that the format cannot do
    without. The importer's page in the documentation names the files of each format.
    """)
  static let unusableKey = DiagnosticCode(
    "I003", "the site key cannot be used",
    """
    Member ids are made with the 32 secret bytes in `.meadow/key`, which is made at the first import
    and readable by its owner alone. Without the same key the same people get other ids, so a missing,
    damaged or other key is refused once snapshots exist: their manifests bear its mark. Snapshots made
    with the demonstration's key bear none. Bring the file back from where you keep it; if it is lost, every
    export has to be imported again, into a site without snapshots.
    """)
  static let demoKey = DiagnosticCode(
    "I004", "the published demo key protects nobody",
    """
    Everybody can make pseudonyms with the demo's key and compare. It is for public data only; data
    that people gave with consent needs a key of your own in `.meadow/key`.
    """)
  static let unreadableFile = DiagnosticCode(
    "I005", "a file of the export cannot be read",
    """
    The file is not what its name says: empty, another kind of document, not UTF-8, or it declares
    entities, which table dumps never do and attacks on readers do. Nothing was written.
    """)
  static let quarantined = DiagnosticCode(
    "I006", "records were quarantined",
    """
    A record could not be read. Its place and reason are in the snapshot's `quarantine.ndjson`, with its shape
    but no word of it; mend the export at that place and import again. The other records are not touched by it.
    """)
  static let cutOff = DiagnosticCode(
    "I007", "a file of the export ends too early",
    """
    The file stops before its end mark, as after a broken download. All that could be read is kept, and
    the snapshot says that it is not complete.
    """)
  static let wrongDay = DiagnosticCode(
    "I008", "the day to import up to does not fit",
    """
    `--until` cuts an export back to an earlier day. It must not lie after the day of the export, nor
    before its first record. Nor can all of an export be younger than the day it was made, `--date`.
    """)
  static let unknownChannel = DiagnosticCode(
    "I009", "a channel is not in the export",
    "The import was asked for a room or channel that the export does not have.")
  static let expandsTooMuch = DiagnosticCode(
    "I010", "an archive unpacks to far more than it is",
    """
    The archive holds more than 200 times its own size, as a decompression bomb does. If it is genuine,
    unpack it and import the folder.
    """)
  static let badRequest = DiagnosticCode(
    "I011", "the import was asked for in a way that cannot be",
    "The community's slug or the origin address is not one.")
  package static let badColumns = DiagnosticCode(
    "I012", "a column map that cannot be used",
    """
    The file given with `--columns` says in `columns:` which column holds what, and beside it how
    `times` are written, in which `mediaType` the texts are and what `type` the items have.
    """)

  static let missingLibrary = DiagnosticCode(
    "I013", "a library that an import needs is not installed",
    """
    Mails whose text is encoded, or that hold more than one text, are decoded by GMime, which is loaded
    when the first such mail is met. Without it their texts are left out and the snapshot says so.
    """)
  static let unfinishedRotation = DiagnosticCode(
    "I014", "the site key was not rotated, or the rotation is not finished",
    """
    A rotation gives every member of every snapshot a new pseudonym, all at once or not at all. Until
    old and new snapshots change places nothing is changed, and the message says that the key was not
    rotated. Behind that it says that the rotation is not finished: the next import finishes it before
    anything else, and so does `meadow import --rotate-key`, which then begins no other.
    """)

  static let earlyEnd = DiagnosticCode(
    "I015", "the record ends long before the day of the export",
    """
    Nothing was written for more than a month before the day the export was made, and for longer than ever
    in the last year of the record. If the export is older than `--date` says, then the days between are
    not silence: nobody knows what was written. Give the day on which it was made.
    """)

  static let unknownStaff = DiagnosticCode(
    "I016", "a name of the staff is nobody's in the export",
    """
    The community's file names its `staff`, and nobody who wrote in the export or is mentioned there has this
    name. Who has written nothing yet is rightly not found; a name that is written otherwise makes staff
    pass for members. Where no name is found the snapshot says that roles are not measurable from it.
    """)

  package static let all: [DiagnosticCode] = [
    unknownFormat, missingInput, unusableKey, demoKey, unreadableFile, quarantined, cutOff,
    wrongDay,
    unknownChannel, expandsTooMuch, badRequest, badColumns, missingLibrary, unfinishedRotation,
    earlyEnd, unknownStaff,
  ]
}
