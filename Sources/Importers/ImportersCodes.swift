package import Basics

/// The findings of importing.
package enum ImportersCodes {
  static let unusableKey = DiagnosticCode(
    "I003", "the site key cannot be used",
    "Pseudonyms are made with the 32 bytes in `.meadow/key`.")

  package static let all: [DiagnosticCode] = [unusableKey]
}
