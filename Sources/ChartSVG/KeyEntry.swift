package import Basics

/// One line of the key under a chart: what a letter or a numbered disc stands for.
package struct KeyEntry: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case band, event }

  package var kind: Kind
  /// `A`, `3`
  package var mark: String
  package var name: String
  /// `3 Feb–30 Mar 2025`, with non-breaking spaces.
  package var dates: String
  package var link: String?
}

/// The key as an ordered list; nothing where there is no entry.
package func keyListHTML(_ entries: [KeyEntry], _ wording: Wording) -> [UInt8] {
  guard !entries.isEmpty else { return [] }
  let items = entries.map(\.item).joined()
  let label = xmlText(wording(.keyToMarks))
  return Array("<ol class=\"keylist\" aria-label=\"\(label)\">\(items)</ol>".utf8)
}

extension KeyEntry {
  fileprivate var item: String {
    let shape = kind == .band ? "mk sq" : "mk"
    let name = HTMLEscaping.escaped(name)
    let linked = link.map { "<a href=\"\(HTMLEscaping.escaped($0))\">\(name)</a>" } ?? name
    return """
      <li><span class="\(shape)">\(HTMLEscaping.escaped(mark))</span><span>\(linked) \
      <span class="d">\(HTMLEscaping.escaped(dates))</span></span></li>
      """
  }
}
