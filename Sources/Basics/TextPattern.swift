/// A text with named gaps: `"Show the data for figure {number}"`.
package struct TextPattern: Sendable, Hashable {
  package enum Piece: Sendable, Hashable {
    case literal(String)
    case gap(String)
  }

  package let pieces: [Piece]
  /// The names of its gaps, each once, in the order in which they stand.
  package let gaps: [String]

  /// Reads a pattern; a brace that neither opens nor closes a gap is a fault.
  package init(_ text: String) throws(TextPatternFault) {
    var pieces: [Piece] = []
    var gaps: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
        throw TextPatternFault(message: "a brace that opens or closes no gap")
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else {
        throw TextPatternFault(message: "`{\(name)}` is no name of a gap")
      }
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      pieces.append(.gap(name))
      if !gaps.contains(name) { gaps.append(name) }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    self.pieces = pieces
    self.gaps = gaps
  }

  /// A pattern of ours, which is one.
  init(ours text: StaticString) {
    do {
      try self.init("\(text)")
    } catch {
      preconditionFailure("\(text): \(error.message)")
    }
  }

  /// The text, where it has no gap.
  package var plain: String? {
    guard gaps.isEmpty else { return nil }
    if case .literal(let text)? = pieces.first { return text }
    return ""
  }

  /// What stands before the first gap: `"Week of {day}"` → `"Week of "`.
  package var lead: String {
    if case .literal(let text)? = pieces.first { text } else { "" }
  }

  /// The text with every gap filled.
  package func filled(_ value: (String) -> String) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .gap(let name): text += value(name)
      }
    }
    return text
  }

  /// The text with its gaps filled by name; a gap without a value stays empty.
  package func filled(_ values: KeyValuePairs<String, String>) -> String {
    filled { name in values.first { $0.key == name }?.value ?? "" }
  }
}

/// Why a text is no pattern.
package struct TextPatternFault: Error, Sendable, Equatable {
  package var message: String

  package init(message: String) {
    self.message = message
  }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
}
