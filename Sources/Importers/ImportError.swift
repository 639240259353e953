package import Basics

/// Why an import could not be made at all; nothing was written.
package struct ImportError: Error, Sendable {
  package var diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
