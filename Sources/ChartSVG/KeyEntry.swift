package import Basics

/// One line of the key under a chart: what a letter or a numbered disc stands for.
package struct KeyEntry: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case band, event, usualRange }

  package var kind: Kind
  /// `A`, `3`; empty for the usual range, whose mark is its strip.
  package var mark: String
  package var name: String
  /// `3 Feb–30 Mar 2025`, with non-breaking spaces; of a usual range what it is.
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

extension KeyEntry.Kind {
  fileprivate var className: String {
    switch self {
    case .band: "mk sq"
    case .event: "mk"
    case .usualRange: "mk rg"
    }
  }
}

extension KeyEntry {
  fileprivate var item: String {
    let name = HTMLEscaping.escaped(name)
    let linked = link.map { "<a href=\"\(HTMLEscaping.escaped($0))\">\(name)</a>" } ?? name
    return """
      <li><span class="\(kind.className)">\(HTMLEscaping.escaped(mark))</span><span>\(linked) \
      <span class="d">\(HTMLEscaping.escaped(dates))</span></span></li>
      """
  }
}
