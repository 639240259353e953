package import Basics
package import SiteBuild

/// What can be wrong with whom a brief is asked for.
package enum BriefFaults {
  package static func address(_ text: String, _ fault: MailboxFault) -> Diagnostic {
    Diagnostic(
      MeadowCommandCodes.mailAddress,
      "`\(printable(text))` is no address to send a mail to: \(fault.message)",
      fix: "write it as ana@acme.example or as Ana <ana@acme.example>")
  }

  package static func department(_ name: String, among known: [String]) -> Diagnostic {
    let all =
      known.isEmpty
      ? "write `Content/departments/\(printable(name)).md`"
      : "there are " + known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      MeadowCommandCodes.noDepartment, "there is no department `\(printable(name))`",
      fix: suggestion(for: name, among: known) ?? all)
  }
}
