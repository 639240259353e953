package import Basics

/// What the preview shows at one moment: the last good site, and what is wrong with the newest text.
package struct PreviewEdition: Sendable {
  /// Counted up with each build, so that a page can tell whether it is still the newest.
  package var version: Int
  /// The last site that was built without an error; empty before the first.
  package var files: [String: [UInt8]]
  /// What the newest build found.
  package var diagnostics: [Diagnostic]

  /// Before anything was built.
  package static let nothing = PreviewEdition(version: 0, files: [:], diagnostics: [])

  /// The next edition: with errors the last good site stays up.
  package func followed(by files: [OutputFile], _ diagnostics: [Diagnostic]) -> PreviewEdition {
    var next = self
    next.version += 1
    next.diagnostics = diagnostics
    if !diagnostics.hasErrors {
      next.files = Dictionary(
        files.map { ($0.path.text, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }
    return next
  }
}
