internal import Basics

/// One fault of a template with its place in bytes; becomes a diagnostic where the sources are known.
struct Problem: Error, Sendable, Hashable {
  var code: DiagnosticCode
  var message: String
  var place: Place
  var fix: String?

  init(_ code: DiagnosticCode, _ message: String, at place: Place, fix: String? = nil) {
    self.code = code
    self.message = message
    self.place = place
    self.fix = fix
  }

  /// The problem as shown to the author; `chain` says through which templates it was reached.
  func diagnostic(in sources: [SourceText], chain: [String] = []) -> Diagnostic {
    let source = sources[Int(place.source)]
    return Diagnostic(
      code, message, at: source.excerpt(of: place.range), fix: fix, notes: chain)
  }
}
