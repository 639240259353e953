internal import Basics

/// Cuts a template into tokens: `"a {{ b }}"` → data `a `, `{{`, name `b`, `}}`, end.
///
/// The rules for white space around tags are Jinja2's.
struct Lexer {
  let bytes: [UInt8]
  let source: Int
  let trimsBlocks: Bool
  let stripsBlocks: Bool
  var at = 0
  var tokens: [Token] = []

  /// All tokens of a template, `.end` last.
  static func tokens(
    of text: SourceText, source: Int, options: TemplateOptions
  ) throws(Problem) -> [Token] {
    var lexer = Lexer(
      bytes: text.bytes, source: source, trimsBlocks: options.trimBlocks,
      stripsBlocks: options.lstripBlocks)
    while lexer.at < lexer.bytes.count { try lexer.readDataAndTag() }
    lexer.add(.end, from: lexer.at)
    return lexer.tokens
  }

  /// The tokens of one expression that stands by itself.
  static func expression(
    in text: SourceText, range: Range<Int>, source: Int
  ) throws(Problem) -> [Token] {
    var lexer = Lexer(
      bytes: Array(text.bytes[..<range.upperBound]), source: source, trimsBlocks: false,
      stripsBlocks: false, at: range.lowerBound)
    try lexer.readInside(until: nil)
    lexer.add(.end, from: lexer.at)
    return lexer.tokens
  }

  mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, place: place(start..<at)))
  }

  func place(_ range: Range<Int>) -> Place { Place(source: source, range) }

  func startsWith(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where bytes[index + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  mutating func skipWhitespace() {
    at = bytes.withUnsafeBufferPointer { buffer in
      var index = at
      while index < buffer.count, case let length = whitespaceLength(buffer, at: index), length > 0
      {
        index += length
      }
      return index
    }
  }
}

// MARK: Text between tags

extension Lexer {
  private mutating func readDataAndTag() throws(Problem) {
    let start = at
    guard let open = nextOpening(from: start) else {
      at = bytes.count
      addData(start..<at)
      return
    }
    let kind = bytes[open + 1]
    var sign: UInt8 = 0
    if open + 2 < bytes.count, "-+".utf8.contains(bytes[open + 2]) { sign = bytes[open + 2] }
    let isOutput = kind == UInt8(ascii: "{")
    at = open
    addData(start..<dataEnd(start..<open, sign: sign, isOutput: isOutput))
    at = open + (sign == 0 ? 2 : 3)
    switch kind {
    case UInt8(ascii: "#"): try skipComment(from: open)
    case UInt8(ascii: "{"):
      add(.outputStart, from: open)
      try readInside(until: .outputEnd)
    default:
      if try readRaw(from: open) { return }
      add(.tagStart, from: open)
      try readInside(until: .tagEnd)
    }
  }

  private mutating func addData(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    tokens.append(Token(kind: .data(Array(bytes[range])), place: place(range)))
  }

  /// The next `{{`, `{%` or `{#`.
  private func nextOpening(from start: Int) -> Int? {
    var index = start
    while let brace = bytes[index...].firstIndex(of: UInt8(ascii: "{")), brace + 1 < bytes.count {
      if "{%#".utf8.contains(bytes[brace + 1]) { return brace }
      index = brace + 1
    }
    return nil
  }

  /// Where the text before a tag ends once `-` or the options have stripped it.
  private func dataEnd(_ range: Range<Int>, sign: UInt8, isOutput: Bool) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var end = range.upperBound
      while end > range.lowerBound, case let length = whitespaceLength(buffer, before: end),
        length > 0, sign == UInt8(ascii: "-") || buffer[end - 1] != UInt8(ascii: "\n")
      {
        end -= length
      }
      end = max(end, range.lowerBound)
      if sign == UInt8(ascii: "-") { return end }
      guard stripsBlocks, sign == 0, !isOutput else { return range.upperBound }
      let isAtLineStart = end == 0 || buffer[end - 1] == UInt8(ascii: "\n")
      return isAtLineStart ? end : range.upperBound
    }
  }

  private mutating func skipComment(from open: Int) throws(Problem) {
    while at < bytes.count {
      if startsWith("-#}", at: at) {
        at += 3
        skipWhitespace()
        return
      }
      if startsWith("#}", at: at) {
        let keepsNewline = at > open + 2 && bytes[at - 1] == UInt8(ascii: "+")
        at += 2
        if !keepsNewline { skipTrimmedNewline() }
        return
      }
      at += 1
    }
    throw Problem(
      TemplatingCodes.unclosed, "comment is never closed", at: place(open..<open + 2),
      fix: "write `#}` after it")
  }

  /// With `trimBlocks`, the line end right after a tag belongs to the tag.
  private mutating func skipTrimmedNewline() {
    if trimsBlocks, at < bytes.count, bytes[at] == UInt8(ascii: "\n") { at += 1 }
  }

  /// Reads `{% raw %} … {% endraw %}` as one stretch of text; false when the tag is another.
  private mutating func readRaw(from open: Int) throws(Problem) -> Bool {
    guard let afterName = end(ofTag: "raw", from: at) else { return false }
    at = afterName + 2
    if bytes[afterName] == UInt8(ascii: "-") {
      at += 1
      skipWhitespace()
    }
    let start = at
    while let close = nextOpening(from: at) {
      at = close + 2
      var sign: UInt8 = 0
      if at < bytes.count, "-+".utf8.contains(bytes[at]) {
        sign = bytes[at]
        at += 1
      }
      guard bytes[close + 1] == UInt8(ascii: "%"), let tail = end(ofTag: "endraw", from: at) else {
        at = close + 1
        continue
      }
      at = close
      addData(start..<dataEnd(start..<close, sign: sign, isOutput: false))
      at = tail
      finishTag()
      return true
    }
    throw Problem(
      TemplatingCodes.unclosed, "`raw` is never closed", at: place(open..<start),
      fix: "write `{% endraw %}` after it")
  }

  /// Where `%}`, `-%}` or `+%}` starts after a bare tag name, or nil when something else is there.
  private func end(ofTag name: StaticString, from start: Int) -> Int? {
    var probe = self
    probe.at = start
    probe.skipWhitespace()
    guard startsWith(name, at: probe.at) else { return nil }
    probe.at += name.utf8CodeUnitCount
    probe.skipWhitespace()
    let isEnd =
      startsWith("%}", at: probe.at) || startsWith("-%}", at: probe.at)
      || startsWith("+%}", at: probe.at)
    return isEnd ? probe.at : nil
  }

  /// Steps over `%}` with what its sign takes along.
  mutating func finishTag() {
    switch bytes[at] {
    case UInt8(ascii: "-"):
      at += 3
      skipWhitespace()
    case UInt8(ascii: "+"): at += 3
    default:
      at += 2
      skipTrimmedNewline()
    }
  }
}
