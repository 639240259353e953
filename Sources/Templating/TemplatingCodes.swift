package import Basics

/// What can be wrong with a template.
package enum TemplatingCodes {
  static let syntax = DiagnosticCode(
    "T001", "template syntax",
    "A tag or expression of a template cannot be read. The caret stands where reading stopped.")

  package static let all: [DiagnosticCode] = [syntax]
}
