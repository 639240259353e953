internal import Basics

extension BodyRenderer {
  /// The text of a node's inlines without markup.
  mutating func plainText(of node: CMarkNode) -> MarkdownText {
    collectedText(of: node).text
  }

  /// The same for an attribute, where tags are characters like others: what is not closed will not be seen again.
  mutating func attributeText(of node: CMarkNode) -> MarkdownText {
    let collector = collectedText(of: node, withTags: true)
    for token in collector.openBraces { reportOpenBraces(token) }
    return collector.text
  }

  private mutating func collectedText(
    of node: CMarkNode, withTags: Bool = false
  ) -> TextCollector {
    var collector = TextCollector()
    var current = node.firstChild
    while let inline = current {
      switch inline.kind {
      case .text: collectText(inline, into: &collector)
      case .htmlInline where withTags: collect(inline.literal, into: &collector)
      case .code: collector.append(restored(inline.literal))
      case .softBreak, .lineBreak: collector.append(Array(" ".utf8))
      default: break
      }
      current = inline.firstChild ?? following(inline, within: node)
    }
    return collector
  }

  mutating func attributeText(_ bytes: UnsafeBufferPointer<UInt8>) -> MarkdownText {
    var collector = TextCollector()
    collect(bytes, into: &collector)
    for token in collector.openBraces { reportOpenBraces(token) }
    return collector.text
  }

  private func following(_ node: CMarkNode, within root: CMarkNode) -> CMarkNode? {
    var node = node
    while node.next == nil {
      guard let parent = node.parent, parent != root else { return nil }
      node = parent
    }
    return node.next
  }

  private mutating func collectText(_ node: CMarkNode, into collector: inout TextCollector) {
    let text = node.literal
    var start = 0
    for mark in strikethrough.marks(of: node) {
      collect(UnsafeBufferPointer(rebasing: text[start..<mark.offset]), into: &collector)
      start = mark.offset + 2
    }
    collect(UnsafeBufferPointer(rebasing: text[start...]), into: &collector)
  }

  private mutating func collect(
    _ bytes: UnsafeBufferPointer<UInt8>, into collector: inout TextCollector
  ) {
    var start = 0
    while let offset = nextToken(in: bytes, from: start) {
      collector.append(bytes[start..<offset])
      let token = token(in: bytes, at: offset)
      switch token.kind {
      case .value: collector.append(value: valueIndex(of: token))
      case .footnote, .forbiddenEntity: break
      case .escaped(let text):
        collector.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      case .openBraces:
        collector.append(original(token))
        collector.openBraces.append(token)
      case .link, .unknownFootnote: collector.append(original(token))
      }
      start = offset + 4
    }
    collector.append(bytes[start...])
  }
}

/// Collects text, joining neighbouring stretches.
private struct TextCollector {
  private var runs: [MarkdownText.Run] = []
  private var open: [UInt8] = []
  var openBraces: [Token] = []

  var text: MarkdownText {
    var collector = self
    collector.closeRun()
    return MarkdownText(collector.runs)
  }

  mutating func append(_ bytes: some Sequence<UInt8>) { open.append(contentsOf: bytes) }

  mutating func append(value index: Int) {
    closeRun()
    runs.append(.inlineValue(index))
  }

  private mutating func closeRun() {
    if !open.isEmpty { runs.append(.text(String(decoding: open, as: UTF8.self))) }
    open = []
  }
}
