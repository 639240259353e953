/// How wide text stands on a screen of fixed columns, and its lines.
enum TextColumns {
  /// Columns: two for the wide characters of East Asia and for emoji, none for marks that stand over
  /// others, one for the rest (Unicode Standard Annex 11).
  static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // This turns the sign before it into a picture.
      if scalar.value == 0xFE0F { return 2 }
      width = max(width, columns(of: scalar))
    }
    return width
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 ? 0 : scalar.value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isEmojiPresentation { return true }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(scalar.value)
  }

  /// Blocks of wide and full-width characters, in order; emoji tell it themselves.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]

  /// Lines of at most so many columns, broken at spaces; a word that is longer is cut, an address
  /// never is. The first line has one indent, the others have another.
  static func wrapped(
    _ text: String, to columns: Int, first: String = "", rest: String = ""
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
      for piece in pieces(of: word, atMost: columns - width(of: rest)) {
        let needed = width(of: line) + (isEmpty ? 0 : 1) + width(of: piece)
        if !isEmpty, needed > columns {
          lines.append(line)
          line = rest
          isEmpty = true
        }
        line += (isEmpty ? "" : " ") + piece
        isEmpty = false
      }
    }
    return lines + [line]
  }

  private static func pieces(of word: Substring, atMost columns: Int) -> [Substring] {
    if width(of: word) <= columns || word.hasPrefix("https://") || word.hasPrefix("http://") {
      return [word]
    }
    var pieces: [Substring] = []
    var start = word.startIndex
    var taken = 0
    for index in word.indices {
      let size = width(of: word[index])
      if taken + size > columns {
        pieces.append(word[start..<index])
        start = index
        taken = 0
      }
      taken += size
    }
    return pieces + [word[start...]]
  }
}
