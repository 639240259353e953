extension PageTokenizer {
  /// Reads what starts with `<!`.
  mutating func readDeclaration(at open: Int) {
    let content = open + 2
    if has("--", at: content) {
      readComment(at: open)
    } else if has("doctype", at: content) {
      append(.doctype, from: open, to: doctypeEnd(from: content))
    } else if isCharacterData(at: content), takesCharacterData {
      append(.characterData, from: open, to: end(of: "]]>", from: content + 7))
    } else {
      readBogusComment(at: open, content: content)
    }
  }

  /// `<?…>`, `</3…>`, `<!…>`: up to the next `>`.
  mutating func readBogusComment(at open: Int, content: Int) {
    append(
      .comment, from: open, to: find(UInt8(ascii: ">"), from: content).map { $0 + 1 } ?? bytes.count
    )
  }

  /// 13.2.5.43–52: `<!-->` and `<!--->` are whole, `--!>` ends too.
  private mutating func readComment(at open: Int) {
    let content = open + 4
    if byte(at: content) == UInt8(ascii: ">") {
      return append(.comment, from: open, to: content + 1)
    }
    if has("->", at: content) { return append(.comment, from: open, to: content + 2) }
    var from = content
    while let close = find(UInt8(ascii: ">"), from: from) {
      if close - content >= 2, has("--", at: close - 2) {
        return append(.comment, from: open, to: close + 1)
      }
      if close - content >= 3, has("--!", at: close - 3) {
        return append(.comment, from: open, to: close + 1)
      }
      from = close + 1
    }
    append(.comment, from: open, to: bytes.count)
  }

  /// In HTML at the first `>`, whatever quotes are open; in XML after the internal subset.
  private func doctypeEnd(from start: Int) -> Int {
    guard let close = find(UInt8(ascii: ">"), from: start) else { return bytes.count }
    if takesXML, let subset = find(UInt8(ascii: "["), from: start), subset < close {
      return end(of: "]>", from: subset)
    }
    return close + 1
  }

  private func isCharacterData(at start: Int) -> Bool {
    guard start + 7 <= bytes.count else { return false }
    return bytes[start..<start + 7].elementsEqual("[CDATA[".utf8)
  }

  /// After the next occurrence of a text that ends in `>`, or the end of the bytes.
  private func end(of text: StaticString, from start: Int) -> Int {
    let length = text.utf8CodeUnitCount
    var from = start
    while let close = find(UInt8(ascii: ">"), from: from) {
      if close + 1 - length >= start, has(text, at: close + 1 - length) { return close + 1 }
      from = close + 1
    }
    return bytes.count
  }
}
