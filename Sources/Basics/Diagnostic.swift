/// One finding about the author's input or the built site: what, where and how to mend it.
package struct Diagnostic: Sendable, Hashable, Error {
  package var code: DiagnosticCode
  package var severity: Severity
  package var message: String
  /// Where it is; nil when it is about the site as a whole.
  package var location: SourceLocation?
  /// The source line, where the source is a text.
  package var excerpt: SourceExcerpt?
  /// What stands beside the caret: the fix, in a few words.
  package var fix: String?
  /// Further lines: `= rendering Content/insights/first-reply.md and 41 more`.
  package var notes: [String]
  /// The community whose absence it tells of. Where that one's data cannot be read, it says nothing new.
  package var missing: String?

  package init(
    _ code: DiagnosticCode, _ message: String, at excerpt: SourceExcerpt,
    severity: Severity = .error, fix: String? = nil, notes: [String] = [], missing: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = excerpt.location
    self.excerpt = excerpt
    self.fix = fix
    self.notes = notes
    self.missing = missing
  }

  package init(
    _ code: DiagnosticCode, _ message: String, at location: SourceLocation? = nil,
    severity: Severity = .error, fix: String? = nil, notes: [String] = [], missing: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.excerpt = nil
    self.fix = fix
    self.notes = notes
    self.missing = missing
  }

  /// The diagnostic as printed, without colour.
  ///
  ///     error[T003]: unknown field `titel` on page
  ///       --> Templates/page.html:4:12
  ///     4 |   <h1>{{ page.titel }}</h1>
  ///       |               ^^^^^ did you mean `title`?
  ///       = rendering Content/insights/first-reply.md and 41 more
  package var text: String {
    var lines = ["\(severity.rawValue)[\(code.id)]: \(message)"]
    if let location { lines.append("  --> \(location)") }
    if let excerpt {
      lines.append(excerpt.text(label: fix))
    } else if let fix {
      lines.append("  = fix: \(fix)")
    }
    lines += notes.map { "  = \($0)" }
    return lines.joined(separator: "\n")
  }
}

extension [Diagnostic] {
  /// Whether anything here stops publication.
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// By place, then code, then text: the order in which they are printed.
  package func sortedByPlace() -> [Diagnostic] {
    sorted { left, right in
      let l = left.location ?? SourceLocation(file: "", line: 0)
      let r = right.location ?? SourceLocation(file: "", line: 0)
      return l == r ? (left.code.id, left.message) < (right.code.id, right.message) : l < r
    }
  }
}
