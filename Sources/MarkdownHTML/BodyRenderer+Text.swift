internal import Basics

extension BodyRenderer {
  mutating func renderText(_ node: CMarkNode) {
    var text = node.literal
    if bytesToSkip > 0 {
      let skipped = min(bytesToSkip, text.count)
      bytesToSkip -= skipped
      text = UnsafeBufferPointer(rebasing: text[skipped...])
    }
    if strikethrough.isEmpty {
      writeText(text)
      return
    }
    let skipped = node.literal.count - text.count
    var start = 0
    for mark in strikethrough.marks(of: node) where mark.offset >= skipped {
      writeText(UnsafeBufferPointer(rebasing: text[start..<mark.offset - skipped]))
      writer.write(mark.opens ? "<del>" : "</del>")
      start = mark.offset - skipped + 2
    }
    writeText(UnsafeBufferPointer(rebasing: text[start...]))
  }

  private mutating func writeText(_ text: UnsafeBufferPointer<UInt8>) {
    forEachStretch(of: text) { renderer, stretch in
      renderer.writer.writeEscaped(stretch)
    } token: { renderer, token in
      renderer.write(token)
    }
  }

  private mutating func write(_ token: Token) {
    switch token.kind {
    case .value(let index): writer.leaveHole(.inlineValue(index))
    case .footnote(let number): writeFootnoteMark(number)
    case .link(let link): write(link, token)
    case .escaped(let text): writer.write(text)
    case .openBraces:
      writer.write("{{")
      findings.add(
        MarkdownCodes.openValue, "this inline value is not closed on its line", at: token.range,
        fix: "close it with `}}`, or write `\\{{` for two braces")
    case .unknownFootnote:
      writer.writeEscaped(original(token))
      let known = prepared.footnotes.map(\.label)
      let name = String(decoding: original(token).dropFirst(2).dropLast(), as: UTF8.self)
      findings.add(
        MarkdownCodes.unknownFootnote, "there is no footnote `\(name)`", at: token.range,
        fix: suggestion(for: name, among: known), severity: .warning)
    }
  }

  private mutating func write(_ link: LiteralLink, _ token: Token) {
    let text = original(token)
    var address: [UInt8] = []
    address.append(link.prefix)
    address += text
    guard !isInLink, URLPolicy.verdict(on: address) == .external else {
      writer.writeEscaped(text)
      return
    }
    writer.write("<a href=\"")
    writer.writeAddress(address)
    writer.write("\">")
    writer.writeEscaped(text)
    writer.write("</a>")
    result.links.append(
      MarkdownLink(
        destination: String(decoding: address, as: UTF8.self), isRelative: false, isImage: false,
        range: token.range))
  }

  /// Writes code, in which tokens are what they were made of.
  mutating func writeCode(_ code: UnsafeBufferPointer<UInt8>) {
    forEachStretch(of: code) { renderer, stretch in
      renderer.writer.writeEscaped(stretch)
    } token: { renderer, token in
      renderer.writer.writeEscaped(renderer.original(token))
    }
  }

  /// The text a token stands for, as written.
  func original(_ token: Token) -> [UInt8] { Array(findings.source.bytes[token.range]) }

  /// Bytes with every token turned back into what it was made of.
  func restored(
    _ bytes: UnsafeBufferPointer<UInt8>, seeing see: (Token) -> Void = { _ in }
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var start = 0
    while let offset = nextToken(in: bytes, from: start) {
      let token = prepared.tokens[TokenCharacter.index(in: bytes, at: offset)]
      see(token)
      output += bytes[start..<offset]
      output += findings.source.bytes[token.range]
      start = offset + 4
    }
    output += bytes[start...]
    return output
  }

  // MARK: Plain text

  /// The text of a node's inlines without markup.
  func plainText(of node: CMarkNode) -> MarkdownText {
    var collector = TextCollector()
    var current = node.firstChild
    while let inline = current {
      switch inline.kind {
      case .text: collectText(inline, into: &collector)
      case .code: collector.append(restored(inline.literal))
      case .softBreak, .lineBreak: collector.append(Array(" ".utf8))
      default: break
      }
      current = inline.firstChild ?? following(inline, within: node)
    }
    return collector.text
  }

  func plainText(_ bytes: UnsafeBufferPointer<UInt8>) -> MarkdownText {
    var collector = TextCollector()
    collect(bytes, into: &collector)
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

  private func collectText(_ node: CMarkNode, into collector: inout TextCollector) {
    let text = node.literal
    var start = 0
    for mark in strikethrough.marks(of: node) {
      collect(UnsafeBufferPointer(rebasing: text[start..<mark.offset]), into: &collector)
      start = mark.offset + 2
    }
    collect(UnsafeBufferPointer(rebasing: text[start...]), into: &collector)
  }

  private func collect(_ bytes: UnsafeBufferPointer<UInt8>, into collector: inout TextCollector) {
    var start = 0
    while let offset = nextToken(in: bytes, from: start) {
      collector.append(bytes[start..<offset])
      let token = prepared.tokens[TokenCharacter.index(in: bytes, at: offset)]
      switch token.kind {
      case .value(let index): collector.append(value: index)
      case .footnote: break
      case .escaped(let text):
        collector.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      case .link, .openBraces, .unknownFootnote: collector.append(original(token))
      }
      start = offset + 4
    }
    collector.append(bytes[start...])
  }

  // MARK: Tokens

  private mutating func forEachStretch(
    of bytes: UnsafeBufferPointer<UInt8>,
    plain: (inout BodyRenderer, UnsafeBufferPointer<UInt8>) -> Void,
    token: (inout BodyRenderer, Token) -> Void
  ) {
    var start = 0
    while let offset = nextToken(in: bytes, from: start) {
      plain(&self, UnsafeBufferPointer(rebasing: bytes[start..<offset]))
      token(&self, prepared.tokens[TokenCharacter.index(in: bytes, at: offset)])
      start = offset + 4
    }
    plain(&self, UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private func nextToken(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard !prepared.tokens.isEmpty else { return nil }
    for offset in start..<bytes.count where bytes[offset] >= 0xF3 {
      if TokenCharacter.starts(in: bytes, at: offset) { return offset }
    }
    return nil
  }
}

/// Collects text, joining neighbouring stretches.
private struct TextCollector {
  private var runs: [MarkdownText.Run] = []
  private var open: [UInt8] = []

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
