package import Basics

/// Renders a Markdown body from an offset on: `*a* {{ b }}` → `<p><em>a</em> `, a hole, `</p>`.
///
/// Reads nothing but its arguments, so pages can be rendered at once. When the diagnostics hold an
/// error the HTML is safe, but may lack what the error is about.
package func renderMarkdown(
  _ source: SourceText, from bodyStart: Int = 0, _ options: MarkdownOptions = MarkdownOptions()
) -> RenderedMarkdown {
  var findings = Findings(source)
  guard isReadableMarkdown(source, options.limits, &findings) else {
    var result = RenderedMarkdown()
    result.diagnostics = findings.diagnostics()
    return result
  }
  return source.bytes.withUnsafeBufferPointer { bytes in
    var preparer = TextPreparer(
      bytes, body: min(bodyStart, bytes.count)..<bytes.count, findings: findings)
    preparer.keepsQuotationMarks = options.replacesQuotationMarks
    preparer.prepare()
    return render(preparer.result, preparer.findings, options)
  }
}

/// What follows a table and is read again may hold another: `rounds` keeps that from costing more
/// than a few readings.
private func render(
  _ prepared: PreparedText, _ findings: Findings, _ options: MarkdownOptions, rounds: Int = 3
) -> RenderedMarkdown {
  let document = CMarkDocument(
    prepared.text.bytes, smartPunctuation: options.smartPunctuation)
  localise(document, prepared, options)
  var finder = TableFinder(prepared, root: document.root, depth: options.limits.depth)
  if prepared.mayHaveTables { finder.find() }
  let breaks = rounds > 0 ? finder.breaks() : []
  if !breaks.isEmpty {
    return render(prepared.ended(at: breaks), findings, options, rounds: rounds - 1)
  }
  guard !finder.plans.isEmpty else {
    var renderer = BodyRenderer(prepared, findings, options)
    return renderer.render(document.root)
  }
  let cells = CellText(finder.plans, prepared, options.limits)
  if cells.isEmpty {
    var renderer = BodyRenderer(prepared, findings, options)
    renderer.tables = RenderableTables(cells, blocks: nil)
    return renderer.render(document.root)
  }
  let cellDocument = CMarkDocument(
    cells.text.bytes, smartPunctuation: options.smartPunctuation)
  localise(cellDocument, prepared, options)
  var renderer = BodyRenderer(prepared, findings, options)
  renderer.tables = RenderableTables(cells, blocks: cellDocument.root)
  return renderer.render(document.root)
}

private func localise(
  _ document: borrowing CMarkDocument, _ prepared: PreparedText, _ options: MarkdownOptions
) {
  guard options.replacesQuotationMarks else { return }
  var quotations = QuotationWriter(options.quotationMarks, prepared.tokens)
  quotations.rewrite(document)
}

extension MarkdownOptions {
  /// Whether libcmark's marks are not those that are wanted.
  fileprivate var replacesQuotationMarks: Bool {
    smartPunctuation && quotationMarks != .english
  }
}
