/// Text without markup in which inline values are still holes.
package struct MarkdownText: Sendable, Equatable {
  package enum Run: Sendable, Equatable {
    case text(String)
    /// An index into ``RenderedMarkdown/inlineValues``.
    case inlineValue(Int)
  }

  package var runs: [Run]

  package init(_ runs: [Run] = []) {
    self.runs = runs
  }

  /// The text with each hole filled by the closure; not escaped.
  package func text(filling value: (Int) -> String) -> String {
    if runs.count == 1, case .text(let text) = runs[0] { return text }
    return runs.map { run in
      switch run {
      case .text(let text): text
      case .inlineValue(let index): value(index)
      }
    }.joined()
  }
}
