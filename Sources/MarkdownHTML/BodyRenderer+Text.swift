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
    case .value: writer.leaveHole(.inlineValue(valueIndex(of: token)))
    case .footnote(let number): writeFootnoteMark(number)
    case .link(let link): write(link, token)
    case .escaped(let text): writer.write(text)
    case .openBraces:
      writer.write("{{")
      reportOpenBraces(token)
    case .forbiddenEntity:
      findings.add(
        MarkdownCodes.controlCharacter, "this character is left out", at: token.range,
        fix: "remove it", severity: .warning)
    case .unknownFootnote:
      writer.writeEscaped(original(token))
      let known = prepared.footnotes.map(\.label)
      let name = String(decoding: original(token).dropFirst(2).dropLast(), as: UTF8.self)
      findings.add(
        MarkdownCodes.unknownFootnote, "there is no footnote `\(name)`", at: token.range,
        fix: name.contains(" ")
          ? "a footnote's name has no blanks" : suggestion(for: name, among: known),
        severity: .warning)
    }
  }

  mutating func reportOpenBraces(_ token: Token) {
    findings.add(
      MarkdownCodes.openValue, "this inline value is not closed on its line", at: token.range,
      fix: "close it with `}}`, or write `\\{{` for two braces")
  }

  private mutating func write(_ link: LiteralLink, _ token: Token) {
    let text = original(token)
    var address: [UInt8] = []
    address.append(link.prefix)
    address += text
    guard linkDepth == 0, URLPolicy.verdict(on: address) == .external else {
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
  func original(_ token: Token) -> [UInt8] {
    let bytes = findings.source.bytes[token.range]
    return token.holdsForbidden ? withoutForbidden(bytes) : Array(bytes)
  }

  /// Bytes with every token turned back into what it was made of.
  func restored(
    _ bytes: UnsafeBufferPointer<UInt8>, leavingOut isLeftOut: (Token) -> Bool = { _ in false }
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var start = 0
    while let offset = nextToken(in: bytes, from: start) {
      let token = token(in: bytes, at: offset)
      output += bytes[start..<offset]
      if !isLeftOut(token) { output += original(token) }
      start = offset + 4
    }
    output += bytes[start...]
    return output
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
      token(&self, self.token(in: bytes, at: offset))
      start = offset + 4
    }
    plain(&self, UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// The token whose character starts at an offset.
  func token(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Token {
    prepared.tokens[TokenCharacter.index(in: bytes, at: offset)]
  }

  func nextToken(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let count = prepared.tokens.count
    guard count > 0 else { return nil }
    for offset in start..<bytes.count
    where bytes[offset] >= 0xF3 && TokenCharacter.starts(in: bytes, at: offset) {
      if TokenCharacter.index(in: bytes, at: offset) < count { return offset }
    }
    return nil
  }

  /// The index of a value among those that are shown: `{{…}}` in code is none, so it gets none.
  mutating func valueIndex(of token: Token) -> Int {
    if let index = valueIndices[token.range.lowerBound] { return index }
    let index = result.inlineValues.count
    let inner = original(token).dropFirst(2).dropLast(2)
    if inner.allSatisfy(\.isASCIIBlank) {
      findings.add(
        MarkdownCodes.emptyValue, "there is nothing between the braces", at: token.range,
        fix: "write an expression")
    }
    result.inlineValues.append(
      InlineValue(expression: String(decoding: inner, as: UTF8.self), range: token.range))
    valueIndices[token.range.lowerBound] = index
    return index
  }
}
