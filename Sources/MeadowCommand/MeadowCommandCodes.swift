package import Basics

/// What can be wrong with what a verb is given besides a site.
package enum MeadowCommandCodes {
  static let context = DiagnosticCode(
    "R001", "values for a template cannot be read",
    "`meadow render template` takes the values of a template's variables from a JSON file: one "
      + "object, whose fields are the variables.")

  package static let all: [DiagnosticCode] = [context]
}
