package import Basics

/// What can be wrong with sealed editions.
package enum EditionCodes {
  static let malformed = DiagnosticCode(
    "E001", "a sealed edition cannot be read",
    """
    Files in Content/editions/ are written by `meadow edition seal` and by nothing else. A line that \
    is no such line means that the file was damaged or edited. Take it from version control again, \
    or seal the day anew with `--replace`.
    """)
  static let notCanonical = DiagnosticCode(
    "E002", "a sealed edition was edited",
    """
    The file reads well, but it is not what `meadow edition seal` would write: its lines are in \
    another order, come twice, or are spaced in another way.
    """)
  static let misnamed = DiagnosticCode(
    "E003", "a file is no edition",
    "Editions are named after their day: `Content/editions/2018-08-31.ndjson`.")
  static let alreadySealed = DiagnosticCode(
    "E004", "the day is sealed and says something else",
    """
    An edition is what was published, so it is not overwritten by the way. `--replace` does it on \
    purpose.
    """)
  static let nothingKnown = DiagnosticCode(
    "E005", "there is nothing to seal",
    "No community that may be published has a snapshot of that day or an earlier one.")

  package static let all: [DiagnosticCode] = [
    malformed, notCanonical, misnamed, alreadySealed, nothingKnown,
  ]
}
