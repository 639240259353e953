/// A text that is told from others by its bytes: an `é` of one scalar and one of two are two texts,
/// as they are for whoever reads a snapshot's lines.
package struct ExactText: Sendable, Hashable, Comparable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// In the order of strings, and texts that those take for one by their bytes.
  package static func < (left: ExactText, right: ExactText) -> Bool {
    left.text < right.text
      || left.text == right.text && left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
