internal import Basics

extension Lexer {
  /// Reads tokens up to and with the end of the tag, or to the end of the bytes when `close` is nil.
  mutating func readInside(until close: Token.Kind?) throws(Problem) {
    let start = at
    var open: [(mark: Mark, at: Int)] = []
    while true {
      skipWhitespace()
      if at >= bytes.count {
        guard let close else { return try requireClosed(open) }
        throw Problem(
          TemplatingCodes.unclosed, "tag is never closed", at: place(max(0, start - 2)..<start),
          fix: close == .outputEnd ? "write `}}` after it" : "write `%}` after it")
      }
      if open.isEmpty, let close, readClose(close) { return }
      try readToken(&open)
    }
  }

  private func requireClosed(_ open: [(mark: Mark, at: Int)]) throws(Problem) {
    guard let last = open.last, let closing = last.mark.closing else { return }
    throw Problem(
      TemplatingCodes.unclosed, "`\(last.mark.rawValue)` is never closed",
      at: place(last.at..<last.at + 1), fix: "write `\(closing.rawValue)`")
  }

  private mutating func readClose(_ close: Token.Kind) -> Bool {
    let start = at
    if close == .outputEnd {
      let strips = startsWith("-}}", at: at)
      guard strips || startsWith("}}", at: at) else { return false }
      at += strips ? 3 : 2
      add(.outputEnd, from: start)
      if strips { skipWhitespace() }
      return true
    }
    guard
      startsWith("%}", at: at) || startsWith("-%}", at: at) || startsWith("+%}", at: at)
    else { return false }
    let length = bytes[at] == UInt8(ascii: "%") ? 2 : 3
    tokens.append(Token(kind: .tagEnd, place: place(start..<start + length)))
    finishTag()
    return true
  }

  private mutating func readToken(_ open: inout [(mark: Mark, at: Int)]) throws(Problem) {
    let start = at
    let byte = bytes[at]
    if isDigit(byte) {
      try readNumber()
    } else if isWord(byte) {
      while at < bytes.count, isWord(bytes[at]) { at += 1 }
      add(.name(String(decoding: bytes[start..<at], as: UTF8.self)), from: start)
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      try readText(quote: byte)
    } else {
      try readMark(&open)
    }
  }

  private mutating func readMark(_ open: inout [(mark: Mark, at: Int)]) throws(Problem) {
    let start = at
    guard let mark = Mark.allCases.first(where: { bytes[start...].starts(with: $0.rawValue.utf8) })
    else {
      let shown = String(decoding: bytes[start..<min(start + 4, bytes.count)], as: UTF8.self)
      let character = shown.unicodeScalars.first.map { String(Character($0)) } ?? ""
      throw Problem(
        TemplatingCodes.syntax, "unexpected character `\(character)`",
        at: place(start..<start + 1))
    }
    at += mark.rawValue.utf8.count
    if mark.closing != nil { open.append((mark, start)) }
    if mark.isClosing {
      guard let last = open.last else {
        throw Problem(
          TemplatingCodes.syntax, "`\(mark.rawValue)` closes nothing", at: place(start..<at))
      }
      if last.mark.closing != mark { try requireClosed(open) }
      open.removeLast()
    }
    add(.mark(mark), from: start)
  }

  /// `12`, `1_000`, `0x1F`, `1.5`, `2e-3`; after a dot (`row.0.1`) whole numbers only.
  private mutating func readNumber() throws(Problem) {
    let start = at
    if let value = readPrefixedInteger() { return add(.integer(value), from: start) }
    readDigits()
    let isAfterDot = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    var isFraction = false
    if !isAfterDot {
      if peek(0) == UInt8(ascii: "."), isDigit(peek(1)) {
        at += 1
        readDigits()
        isFraction = true
      }
      if readExponent() { isFraction = true }
    }
    let digits = bytes[start..<at].filter { $0 != UInt8(ascii: "_") }
    let text = String(decoding: digits, as: UTF8.self)
    if isFraction, let value = Double(text) { return add(.number(value), from: start) }
    if let value = Int(text), isZeroOrNotPadded(digits) { return add(.integer(value), from: start) }
    throw Problem(
      TemplatingCodes.syntax, "`\(text)` is not a number that fits", at: place(start..<at))
  }

  private func isZeroOrNotPadded(_ digits: [UInt8]) -> Bool {
    digits.first != UInt8(ascii: "0") || digits.allSatisfy { $0 == UInt8(ascii: "0") }
  }

  private func peek(_ offset: Int) -> UInt8 {
    at + offset < bytes.count ? bytes[at + offset] : 0
  }

  private mutating func readDigits() {
    while isDigit(peek(0)) || (peek(0) == UInt8(ascii: "_") && isDigit(peek(1))) { at += 1 }
  }

  private mutating func readExponent() -> Bool {
    guard lowercased(peek(0)) == UInt8(ascii: "e") else { return false }
    let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard isDigit(peek(signed ? 2 : 1)) else { return false }
    at += signed ? 2 : 1
    readDigits()
    return true
  }

  private mutating func readPrefixedInteger() -> Int? {
    guard peek(0) == UInt8(ascii: "0") else { return nil }
    let radix: Int
    switch lowercased(peek(1)) {
    case UInt8(ascii: "x"): radix = 16
    case UInt8(ascii: "o"): radix = 8
    case UInt8(ascii: "b"): radix = 2
    default: return nil
    }
    let start = at
    at += 2
    while isWord(peek(0)), peek(0) < 0x80 { at += 1 }
    let digits = bytes[(start + 2)..<at].filter { $0 != UInt8(ascii: "_") }
    let value = Int(String(decoding: digits, as: UTF8.self), radix: radix)
    if value == nil { at = start }
    return value
  }
}
