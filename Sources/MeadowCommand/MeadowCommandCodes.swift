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

  static let mailAddress = DiagnosticCode(
    "R003", "an address that no mail can be sent to",
    "`meadow brief --to` takes addresses as ana@acme.example or Ana <ana@acme.example>, one each time. "
      + "An address becomes a header of a mail, so nothing may be in it that would end the header or "
      + "show other than it is.")

  static let noDepartment = DiagnosticCode(
    "R004", "there is no such department",
    "`meadow brief` takes the name of a file in `Content/departments`, without its ending.")

  static let newFolder = DiagnosticCode(
    "R005", "a site cannot be begun there",
    "`meadow new` makes a folder, or fills an empty one (`.git` and `.gitkeep` may be in it). It never "
      + "writes into a folder that holds anything, and what goes wrong leaves nothing behind.")

  static let starterAnswer = DiagnosticCode(
    "R006", "a name or an address that a site cannot have",
    "Title and organisation are one line each, of at most 200 characters and without controls. The "
      + "address is absolute, as https://insights.example.org/, or left out: `base_url` in "
      + "`Content/site.yaml` tells it later.")

  package static let nothingBuilt = DiagnosticCode(
    "R007", "there is no built site",
    "`meadow check` holds the pages of a folder against the rules. A folder that is not there, or "
      + "that holds no file ending in `.html`, holds them all and says nothing: so it is an error with "
      + "a status of its own, 66.")

  static let importRemark = DiagnosticCode(
    "R008", "what to know about an import",
    "Something was not in the export, was left out, or had to be taken for granted: a table that is "
      + "not there, times without a zone, data that are taken to be public since the community has no "
      + "file yet. Nothing has to be mended.")

  package static let all: [DiagnosticCode] = [
    context, labels, mailAddress, noDepartment, newFolder, starterAnswer, nothingBuilt,
    importRemark,
  ]
}
