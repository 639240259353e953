/// HTML being written, with holes in it.
struct PieceWriter {
  private(set) var html: [UInt8] = []
  private(set) var pieces: [RenderedMarkdown.Piece] = []
  /// Where the stretch began that is being written.
  private var start = 0
  /// Whether the hole before the stretch is a block, which ends its own line.
  private var isAfterBlock = true

  mutating func reserve(_ count: Int) {
    html.reserveCapacity(count)
  }

  mutating func write(_ text: StaticString) { html.append(text) }
  mutating func write(_ byte: UInt8) { html.append(byte) }
  // Not called as the one above, which a literal must not miss: its bytes are copied as they lie.
  mutating func write(text: String) { html.append(contentsOf: text.utf8) }
  mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) { html.appendEscaped(text) }
  /// Of a text without anything to be escaped.
  mutating func writePlain(_ text: ArraySlice<UInt8>) { html.append(contentsOf: text) }
  mutating func writeEscaped(_ text: [UInt8]) { html.appendEscaped(text) }
  mutating func writeAddress(_ address: [UInt8]) { AddressEscaping.append(address, to: &html) }

  /// Starts a new line unless at the start of one.
  mutating func breakLine() {
    let isAtStart = html.count > start ? html.last == UInt8(ascii: "\n") : isAfterBlock
    if !isAtStart { html.append(UInt8(ascii: "\n")) }
  }

  mutating func leaveHole(_ hole: RenderedMarkdown.Piece) {
    endStretch()
    pieces.append(hole)
    if case .component = hole { isAfterBlock = true } else { isAfterBlock = false }
  }

  mutating func endStretch() {
    if html.count > start { pieces.append(.html(start..<html.count)) }
    start = html.count
  }

  mutating func discard() {
    self = PieceWriter()
  }
}
