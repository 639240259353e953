/// The bare specification: every extension off, raw HTML kept, nothing checked.
package func renderCommonMark(_ markdown: [UInt8]) -> [UInt8] {
  markdown
}
