/// Which signs outside ASCII belong to words: quotation marks, dashes and blanks of all kinds end a
/// word, and beside a sign of a script that sets no blanks between words another word may stand.
enum WordScalar {
  /// Letters with their marks, and digits, of any script.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }

  /// Those of scripts in which a blank ends a word: `é`, `ж`, not `谢` or `の`.
  static func isSpaced(_ scalar: Unicode.Scalar) -> Bool {
    !unspaced.contains { $0.contains(scalar.value) } && isLetter(scalar)
  }

  /// What an address may hold: letters, and signs that nobody sees, such as a soft hyphen.
  static func mayStandInAddress(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || scalar.properties.generalCategory == .format
  }

  /// The same in scripts in which a blank ends a word.
  static func mayStandInSpacedAddress(_ scalar: Unicode.Scalar) -> Bool {
    isSpaced(scalar) || scalar.properties.generalCategory == .format
  }

  /// Thai and Lao, Burmese, Khmer and the scripts of East Asia (Korean has blanks, but joins its
  /// endings to a foreign name), and the marks behind a picture that choose its colours.
  private static let unspaced: [ClosedRange<UInt32>] = [
    0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE00...0xFE0F, 0xFF00...0xFFEF,
    0x16F00...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFF,
  ]
}

extension [UInt8] {
  /// Whether a word of a script with blanks goes on before an index.
  func isWord(before index: Int) -> Bool {
    guard let byte = at(index - 1) else { return false }
    return byte < 0x80 ? ByteClass.isASCIIWord(byte) : isSpaced(at: characterStart(index - 1))
  }

  /// Whether one goes on at an index.
  func isWord(at index: Int) -> Bool {
    guard let byte = at(index) else { return false }
    return byte < 0x80 ? ByteClass.isASCIIWord(byte) : isSpaced(at: index)
  }

  private func isSpaced(at index: Int) -> Bool {
    scalar(at: index).map(WordScalar.isSpaced) == true
  }

  /// The end of ASCII bytes that `isPart` takes and of other signs that `belongs` takes, at most
  /// `limit` bytes; never inside of a character.
  func end(
    from start: Int, limit: Int = .max, while isPart: (UInt8) -> Bool,
    or belongs: (Unicode.Scalar) -> Bool
  ) -> Int {
    var index = start
    while let byte = at(index) {
      var next = index + 1
      if byte < 0x80 {
        if !isPart(byte) { break }
      } else {
        guard let scalar = scalar(at: index), belongs(scalar) else { break }
        next = index + UTF8.width(scalar)
      }
      if next - start > limit { break }
      index = next
    }
    return index
  }

  /// The start of such bytes and signs before `end`, likewise.
  func start(
    before end: Int, limit: Int = .max, while isPart: (UInt8) -> Bool,
    or belongs: (Unicode.Scalar) -> Bool
  ) -> Int {
    var index = end
    while let byte = at(index - 1) {
      var previous = index - 1
      if byte < 0x80 {
        if !isPart(byte) { break }
      } else {
        previous = characterStart(previous)
        guard let scalar = scalar(at: previous), belongs(scalar) else { break }
      }
      if end - previous > limit { break }
      index = previous
    }
    return index
  }

  /// The sign whose bytes begin at an index; the replacement character where they are none.
  private func scalar(at index: Int) -> Unicode.Scalar? {
    guard let lead = at(index) else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let bytes = self[index..<Swift.min(count, index + length)]
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }
}
