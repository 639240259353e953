internal import Basics

/// What a style sheet loads: `url(…)`, `src(…)`, `@import`, and the strings of `image-set(…)`.
///
/// CSS Syntax 3: comments, strings and escapes are resolved, so that neither `\75rl(x)` hides an
/// address nor a comment makes one. `@namespace` names nothing to load.
struct StyleAddresses {
  struct Found: Sendable {
    var address: [UInt8]
    var range: Range<Int>
    var isImport: Bool
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var found: [Found] = []
  /// The at-rule whose prelude is being read, in lower case.
  private var rule = ""
  /// Open parentheses; true where a string is an address.
  private var open: [Bool] = []

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  static func find(in bytes: ArraySlice<UInt8>) -> [Found] {
    var reader = StyleAddresses(bytes)
    while reader.position < bytes.endIndex { reader.readToken() }
    return reader.found
  }

  private mutating func readToken() {
    let start = position
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      skipComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = readString()
      if rule == "import" || open.last == true { add(text, start, isImport: rule == "import") }
    case UInt8(ascii: "@"):
      position += 1
      rule = readName().text.lowercased()
    case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      rule = ""
      position += 1
    case UInt8(ascii: "("):
      open.append(open.last ?? false)
      position += 1
    case UInt8(ascii: ")"):
      _ = open.popLast()
      position += 1
    default:
      if isNameByte(byte) || byte == UInt8(ascii: "\\") { readWord(start) } else { position += 1 }
    }
  }

  private mutating func readWord(_ start: Int) {
    let name = readName().text.lowercased()
    guard peek(0) == UInt8(ascii: "(") else { return }
    position += 1
    switch name {
    case "url":
      skipSpaces()
      if peek(0) == UInt8(ascii: "\"") || peek(0) == UInt8(ascii: "'") {
        add(readString(), start, isImport: rule == "import")
        open.append(false)
      } else {
        add(readBareAddress(), start, isImport: rule == "import")
      }
    case "src", "image-set", "-webkit-image-set", "image", "cross-fade":
      open.append(true)
    // In `image-set(… type("image/png"))` the string is no address.
    case "type", "format", "tech":
      open.append(false)
    default:
      open.append(open.last ?? false)
    }
  }

  private mutating func add(_ address: ArraySlice<UInt8>, _ start: Int, isImport: Bool) {
    guard rule != "namespace" else { return }
    found.append(Found(address: Array(address), range: start..<position, isImport: isImport))
  }

  private mutating func skipComment() {
    position += 2
    while position < bytes.endIndex {
      if bytes[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
  }

  private mutating func readString() -> ArraySlice<UInt8> {
    let quote = bytes[position]
    position += 1
    var text: [UInt8] = []
    while position < bytes.endIndex, bytes[position] != quote, !isLineEnd(bytes[position]) {
      readCharacter(into: &text)
    }
    position = min(position + 1, bytes.endIndex)
    return text[...]
  }

  private mutating func readBareAddress() -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: ")") {
      readCharacter(into: &text)
    }
    position = min(position + 1, bytes.endIndex)
    return text[...]
  }

  private mutating func readName() -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    while position < bytes.endIndex,
      isNameByte(bytes[position]) || bytes[position] == UInt8(ascii: "\\")
    {
      readCharacter(into: &text)
    }
    return text[...]
  }

  /// A byte, or an escape: `\75 rl` is `url`.
  private mutating func readCharacter(into text: inout [UInt8]) {
    let byte = bytes[position]
    position += 1
    guard byte == UInt8(ascii: "\\"), position < bytes.endIndex else { return text.append(byte) }
    let digits = bytes[position...].prefix(6).prefix { $0.hexDigitValue != nil }
    guard let value = UInt32(digits.text, radix: 16) else {
      if !isLineEnd(bytes[position]) { text.append(bytes[position]) }
      position += 1
      return
    }
    position = digits.endIndex
    if position < bytes.endIndex, isSpace(bytes[position]) { position += 1 }
    text += String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8
  }

  private mutating func skipSpaces() {
    while position < bytes.endIndex, isSpace(bytes[position]) { position += 1 }
  }

  private func peek(_ offset: Int) -> UInt8 {
    position + offset < bytes.endIndex ? bytes[position + offset] : 0
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x0C
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
