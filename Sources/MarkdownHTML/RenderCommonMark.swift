package import Basics

/// The bare specification: every extension off, raw HTML kept, nothing checked.
///
/// `<b>*a*</b>` → `<p><b><em>a</em></b></p>`. For comparing, never for publishing. Throws where
/// libcmark would take long.
package func renderCommonMark(
  _ source: SourceText, _ limits: MarkdownLimits = MarkdownLimits()
) throws(Diagnostic) -> [UInt8] {
  var findings = Findings(source)
  if !isBoundedMarkdown(source, limits, &findings), let finding = findings.diagnostics().first {
    throw finding
  }
  return CMarkDocument(source.bytes).specificationHTML()
}
