internal import Basics
internal import MarkdownHTML

/// Markdown with our additions: any bytes give HTML that is whole and ours, or a diagnostic.
///
/// The HTML is read by the scanner of `Tests/MarkdownHTMLTests`, which knows nothing of the renderer.
@_cdecl("LLVMFuzzerTestOneInput")
func renderPages(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let flags = bytes.first ?? 0
  let source = SourceText(file: "page.md", bytes: Array(bytes.dropFirst()))
  let page = renderMarkdown(source, options(flags))
  let filled = page.filled
  precondition(
    String(validating: page.html, as: UTF8.self) != nil, "the HTML is UTF-8 whatever came")
  let faults = HTMLScanner.faults(in: filled)
  precondition(faults.isEmpty, "\(faults) in \(filled)")
  precondition(page == renderMarkdown(source, options(flags)), "the same page twice")
  for diagnostic in page.diagnostics { precondition(!diagnostic.text.isEmpty) }
  let limits = MarkdownLimits()
  precondition(page.html.count <= limits.outputConstant + limits.growth * source.bytes.count)
  _ = try? renderCommonMark(source)
  return 0
}

private func options(_ flags: UInt8) -> MarkdownOptions {
  var options = MarkdownOptions(
    componentNames: ["chart", "note"], smartPunctuation: flags & 1 != 0,
    reservedIDs: flags & 2 != 0 ? ["top", "main"] : [])
  if flags & 4 != 0, let marks = QuotationMarks("„“‚‘") { options.quotationMarks = marks }
  // Small limits are reached by inputs as short as a fuzzer's.
  if flags & 8 != 0 {
    options.limits.depth = 8
    options.limits.tableColumns = 4
    options.limits.tableCells = 20
    options.limits.pageCells = 30
  }
  return options
}
