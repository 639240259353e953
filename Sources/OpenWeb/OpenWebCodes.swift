package import Basics

/// What the open-web check can report.
package enum OpenWebCodes {
  package static let all: [DiagnosticCode] = []
}
