/// The bare specification: every extension off, raw HTML kept, nothing checked.
///
/// `<b>*a*</b>` → `<p><b><em>a</em></b></p>`. For comparing, never for publishing.
package func renderCommonMark(_ markdown: [UInt8]) -> [UInt8] {
  CMarkDocument(markdown).specificationHTML()
}
