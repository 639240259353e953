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
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TermWords.lengths.upperBound) { room in
      var place = 0
      while place < text.count {
        let byte = text[place]
        if byte == UInt8(ascii: "@") {
          while place < text.count, text[place] > 0x20 { place += 1 }
        } else if byte < 0x80, !byte.isAlphanumeric {
          place += 1
        } else {
          place = plainWord(in: text, from: place, room, body) ?? word(in: text, from: place, body)
        }
      }
    }
  }

  /// Behind a word of ASCII alone; nil where other letters follow.
  @inline(__always)
  private func plainWord(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, _ room: UnsafeMutableBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Int? {
    var place = start
    var seen: UInt8 = 0
    while place < text.count {
      let byte = text[place]
      guard byte.isAlphanumeric else {
        if byte >= 0x80 { return nil }
        break
      }
      // A bit that small and capital letters differ in and all digits have.
      if place - start < room.count { room[place - start] = byte | 0x20 }
      seen |= byte
      place += 1
    }
    let hasLetter = seen & 0x40 != 0
    if hasLetter, TermWords.lengths.contains(place - start) {
      body(UnsafeBufferPointer(rebasing: room[..<(place - start)]))
    }
    return place
  }

  /// Behind the word, of any letters, that begins at a place.
  private mutating func word(
    in text: UnsafeBufferPointer<UInt8>, from start: Int,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Int {
    var place = start
    while place < text.count {
      let byte = text[place]
      if byte.isAlphanumeric {
        word.append(byte.isLetter ? byte | 0x20 : byte)
        length += 1
        place += 1
      } else if byte < 0x80 {
        break
      } else {
        let (scalar, size) = decode(text, at: place)
        place += size
        let symbol = LetterFolding.shared.small(scalar)
        if symbol.kind == .gap || symbol.kind == .alone { break }
        if symbol.kind == .nothing { continue }
        symbol.forEachByte { word.append($0) }
        length += 1
      }
    }
    close(body)
    return place
  }

  private mutating func close(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if TermWords.lengths.contains(length), word.contains(where: { !(0x30...0x39).contains($0) }) {
      word.withUnsafeBufferPointer(body)
    }
    word.removeAll(keepingCapacity: true)
    length = 0
  }
}
