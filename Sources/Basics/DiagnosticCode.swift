/// A stable name for one kind of finding, with what `meadow explain` says about it.
///
/// Each module lists its own codes in one table; the letter tells the module:
/// S site and content, F front matter and settings, M Markdown, T templates, D snapshots,
/// I import, P measures and privacy, C charts, L consent, O open web, W writing.
package struct DiagnosticCode: Sendable, Hashable {
  package let id: String
  package let title: String
  /// Why this is a finding and how to mend it, in a few sentences.
  package let explanation: String

  package init(_ id: String, _ title: String, _ explanation: String) {
    self.id = id
    self.title = title
    self.explanation = explanation
  }
}
