package import Basics

/// What can be wrong with what a verb is given besides a site.
package enum MeadowCommandCodes {
  static let context = DiagnosticCode(
    "R001", "values for a template cannot be read",
    "`meadow render template` takes the values of a template's variables from a JSON file: one "
      + "object, whose fields are the variables.")

  static let labels = DiagnosticCode(
    "R002", "judged texts cannot be read",
    "`meadow measure --codex-report --labels` takes texts that people judged from a CSV file: a "
      + "column `text` and one column a code of the codex, whose cells say `yes`, `no` or nothing. "
      + "Columns `title`, `language` and `media_type` may be there too.")

  package static let all: [DiagnosticCode] = [context, labels]
}
