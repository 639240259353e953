package import Basics

/// What can be wrong with the texts of the user interface.
package enum LanguageCodes {
  static let unknownLanguage = DiagnosticCode(
    "U001", "there are no texts in the site's language",
    """
    The words around the content come from a file for the language that `site.yaml` names. Meadow \
    brings some languages; any other is one file, `Templates/strings/<language>.yaml`, with the same \
    keys as the English one.
    """)
  static let unknownKey = DiagnosticCode(
    "U002", "unknown text",
    """
    A language file has a fixed set of keys: those of the English one. A site’s own file may hold \
    any part of them.
    """)
  static let missingKey = DiagnosticCode(
    "U003", "a text is missing",
    "A language that Meadow does not bring must have every text, so that no page mixes languages.")
  static let badText = DiagnosticCode(
    "U004", "a text has the wrong form",
    """
    A text is one line, with gaps such as `{n}` for what is filled in: exactly those of the English \
    text. A text about a count has one line for each plural form of its language.
    """)

  package static let all: [DiagnosticCode] = [unknownLanguage, unknownKey, missingKey, badText]
}
