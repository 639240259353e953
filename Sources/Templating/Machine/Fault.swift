internal import Basics

/// What failed while rendering; the machine knows the place.
struct Fault: Error, Sendable, Equatable {
  var code: DiagnosticCode
  var message: String
  var fix: String?

  init(_ message: String, code: DiagnosticCode = TemplatingCodes.evaluation, fix: String? = nil) {
    self.code = code
    self.message = message
    self.fix = fix
  }
}
