package import Basics

/// Why an import could not be made at all; nothing was written.
package struct ImportError: Error, Sendable, Equatable {
  package var diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  init(_ code: DiagnosticCode, _ message: String, fix: String? = nil) {
    diagnostic = Diagnostic(code, message, fix: fix)
  }
}

/// The error of a file that is not what its name says.
func unreadable(_ file: String, _ reason: String, fix: String? = nil) -> ImportError {
  ImportError(ImportersCodes.unreadableFile, "\(file) cannot be read: \(reason)", fix: fix)
}
