/// Takes an HTML fragment apart, in one pass over its bytes, whatever they are.
///
/// `a<b x=1>c</b>` → text, start tag, text, end tag. A tag or comment that is not closed takes the
/// rest with it, as in a browser; so does a `<script>` that is not closed.
struct HTMLPieces: Sequence, IteratorProtocol {
  /// What stands in these is not for reading.
  private static let unread: Set<String> = [
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp", "head",
    "template", "svg", "math", "object",
  ]
  private static let mostAttributes = 64

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> HTMLPiece? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), let sign = bytes.at(index + 1) else { return text() }
      if sign == UInt8(ascii: "!") || sign == UInt8(ascii: "?") {
        skipDeclaration()
      } else if sign == UInt8(ascii: "/") {
        let name = name(from: index + 2)
        skip(behind: UInt8(ascii: ">"), from: index + 2)
        if !name.isEmpty, bytes[index - 1] == UInt8(ascii: ">") { return .end(name) }
      } else if ByteClass.isLetter(sign) {
        guard let tag = tag() else { return nil }
        if HTMLPieces.unread.contains(tag.name) {
          skipContent(of: tag.name)
        } else {
          return .start(tag)
        }
      } else {
        return text()
      }
    }
    return nil
  }

  /// Up to the next sign that begins a tag.
  private mutating func text() -> HTMLPiece {
    let start = index
    index = bytes.end(from: index + 1) { $0 != UInt8(ascii: "<") }
    return .text(bytes[start..<index])
  }

  private mutating func skip(behind byte: UInt8, from start: Int) {
    index = Swift.min(bytes.count, bytes.end(from: start) { $0 != byte } + 1)
  }

  private mutating func skipDeclaration() {
    guard bytes.has("<!--", at: index) else {
      return skip(behind: UInt8(ascii: ">"), from: index + 2)
    }
    index += 4
    while index < bytes.count, !bytes.has("-->", at: index) { index += 1 }
    index = Swift.min(bytes.count, index + 3)
  }

  private mutating func skipContent(of name: String) {
    while index < bytes.count {
      index = bytes.end(from: index) { $0 != UInt8(ascii: "<") }
      if bytes.at(index + 1) == UInt8(ascii: "/"), self.name(from: index + 2) == name {
        return skip(behind: UInt8(ascii: ">"), from: index)
      }
      index += 1
    }
    index = bytes.count
  }

  private func name(from start: Int) -> String {
    let end = bytes.end(from: start, limit: 32) {
      ByteClass.isLetter($0) || ByteClass.isDigit($0) || $0 == UInt8(ascii: "-")
    }
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  }

  /// nil when the fragment ends inside the tag.
  private mutating func tag() -> HTMLTag? {
    var tag = HTMLTag(name: name(from: index + 1), attributes: [])
    index = bytes.end(from: index + 1) { !isWhiteSpace($0) && $0 != 0x2F && $0 != 0x3E }
    while true {
      index = bytes.end(from: index) { isWhiteSpace($0) || $0 == UInt8(ascii: "/") }
      guard let byte = bytes.at(index) else { return nil }
      if byte == UInt8(ascii: ">") {
        index += 1
        return tag
      }
      let attribute = attribute()
      if tag.attributes.count < HTMLPieces.mostAttributes { tag.attributes.append(attribute) }
    }
  }

  private mutating func attribute() -> (name: String, value: [UInt8]) {
    let start = index
    // A sign that cannot stand in a name is taken as one, so that reading goes on.
    index = bytes.end(from: index + 1) { !isWhiteSpace($0) && !"/>=".utf8.contains($0) }
    let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    let sign = bytes.end(from: index, while: isWhiteSpace)
    guard bytes.at(sign) == UInt8(ascii: "=") else { return (name, []) }
    let first = bytes.end(from: sign + 1, while: isWhiteSpace)
    if let quote = bytes.at(first), quote == 0x22 || quote == 0x27 {
      let end = bytes.end(from: first + 1) { $0 != quote }
      index = Swift.min(bytes.count, end + 1)
      return (name, CharacterReference.decoded(bytes[(first + 1)..<end]))
    }
    index = bytes.end(from: first) { !isWhiteSpace($0) && $0 != UInt8(ascii: ">") }
    return (name, CharacterReference.decoded(bytes[first..<index]))
  }
}
