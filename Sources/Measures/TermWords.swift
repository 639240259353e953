/// Splits texts into the words that terms are made of: small letters with their accents.
///
/// `Grüße, @m-x1: v4.0 läuft` → `grüße`, `läuft`: pseudonyms, short words and bare numbers are none.
struct TermWords {
  private var word: [UInt8] = []
  private var length = 0

  static let lengths = 3...40

  /// Calls with the bytes of each word.
  mutating func forEach(
    in text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte == UInt8(ascii: "@") {
        close(body)
        while place < text.count, text[place] > 0x20 { place += 1 }
      } else if byte.isAlphanumeric {
        word.append(byte.isLetter ? byte | 0x20 : byte)
        length += 1
        place += 1
      } else if byte < 0x80 {
        close(body)
        place += 1
      } else {
        let (scalar, size) = decode(text, at: place)
        take(LetterFolding.shared.small(scalar), body)
        place += size
      }
    }
    close(body)
  }

  private mutating func take(
    _ symbol: FoldedSymbol, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch symbol.kind {
    case .nothing: break
    case .gap, .alone: close(body)
    case .word:
      symbol.forEachByte { word.append($0) }
      length += 1
    }
  }

  private mutating func close(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if TermWords.lengths.contains(length), word.contains(where: { !(0x30...0x39).contains($0) }) {
      word.withUnsafeBufferPointer(body)
    }
    word.removeAll(keepingCapacity: true)
    length = 0
  }
}
