package import Basics

/// One thing the open web asks of a built site.
package struct OpenWebRule: Sendable {
  /// The guarantee's number: `O1`.
  package let id: String
  /// `no third party`
  package let title: String
  /// What it can report, for `meadow explain`.
  package let codes: [DiagnosticCode]

  /// Every rule, in the order of their numbers.
  package static let all: [OpenWebRule] = []
}
