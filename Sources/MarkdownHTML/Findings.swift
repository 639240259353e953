internal import Basics

/// The diagnostics of one file, at most a screenful of them: finding a place reads the file from
/// its start, so a file of faults alone would otherwise take long to complain about.
struct Findings {
  private static let limit = 50

  let source: SourceText
  private var shown: [Diagnostic] = []
  private var hidden = 0
  private var hidesError = false

  init(_ source: SourceText) {
    self.source = source
  }

  mutating func add(
    _ code: DiagnosticCode, _ message: String, at range: Range<Int>, fix: String? = nil,
    severity: Severity = .error
  ) {
    guard hasRoom(for: severity) else { return }
    shown.append(
      Diagnostic(
        code, message, at: source.excerpt(of: range), severity: severity, fix: fix))
  }

  mutating func add(_ diagnostic: Diagnostic) {
    guard hasRoom(for: diagnostic.severity) else { return }
    shown.append(diagnostic)
  }

  /// Whether a further finding would only be counted.
  var isFull: Bool { shown.count >= Findings.limit }

  /// Counts a finding that is not worth making.
  mutating func addUnseen() {
    _ = hasRoom(for: .error)
  }

  /// All findings, in the order of the file.
  func diagnostics() -> [Diagnostic] {
    let sorted = shown.sortedByPlace()
    guard hidden > 0 else { return sorted }
    return sorted + [
      Diagnostic(
        MarkdownCodes.more, "\(hidden) more findings in this file are not shown",
        at: SourceLocation(file: source.file, line: 1),
        severity: hidesError ? .error : .warning)
    ]
  }

  private mutating func hasRoom(for severity: Severity) -> Bool {
    if shown.count < Findings.limit { return true }
    hidden += 1
    hidesError = hidesError || severity == .error
    return false
  }
}
