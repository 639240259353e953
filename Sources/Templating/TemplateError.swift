package import Basics

/// Why a template could not be rendered, with its place.
package struct TemplateError: Error, Sendable, Equatable {
  package var diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}

/// What a host function answers when it cannot give a value: the engine adds the place.
package struct TemplateFault: Error, Sendable, Equatable {
  package var message: String
  package var fix: String?

  package init(_ message: String, fix: String? = nil) {
    self.message = message
    self.fix = fix
  }
}
