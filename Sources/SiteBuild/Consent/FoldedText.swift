internal import Basics

/// Reads a text one character at a time as a search for names sees it: whatever its case and its Unicode
/// form; separators that follow each other are one, and what cannot be seen is not there.
struct FoldedText {
  struct Unit {
    var letter: Letter
    /// In bytes of the text.
    var range: Range<Int>

    var number: UInt32 { letter.number }
    var isWord: Bool { letter.isWord }
  }

  struct Letter {
    /// In the alphabet of the names.
    var number: UInt32
    var isWord: Bool
  }

  private let bytes: ArraySlice<UInt8>
  private let alphabet: NameAlphabet
  private var index: Int
  /// What was read ahead: characters that are not ASCII are taken together.
  private var waiting: [Unit] = []
  private var read = 0
  private var isAfterSeparator = false
  /// Characters that were met: the same few come again and again.
  private var known: [Character: [Letter]] = [:]

  init(_ bytes: ArraySlice<UInt8>, _ alphabet: NameAlphabet) {
    self.bytes = bytes
    self.alphabet = alphabet
    index = bytes.startIndex
  }

  mutating func next() -> Unit? {
    while let unit = nextUnit() {
      let isSeparator = unit.number == NameAlphabet.separator
      defer { isAfterSeparator = isSeparator }
      if !isSeparator || !isAfterSeparator { return unit }
    }
    return nil
  }

  /// The number of the next character, if it is ASCII by itself and separates no words.
  var nextPlain: UInt32? {
    guard read == waiting.count, index < bytes.endIndex, isPlain(index) else { return nil }
    let number = alphabet.number(ofASCII: bytes[index])
    return number == NameAlphabet.separator ? nil : number
  }

  private mutating func nextUnit() -> Unit? {
    while true {
      if read < waiting.count {
        read += 1
        return waiting[read - 1]
      }
      guard index < bytes.endIndex else { return nil }
      if isPlain(index) {
        let byte = bytes[index]
        index += 1
        return Unit(
          letter: Letter(
            number: alphabet.number(ofASCII: byte), isWord: byte.isASCIILetterOrDigit),
          range: index - 1..<index)
      }
      readAhead()
    }
  }

  /// Whether a byte is a character; an accent that stands by itself belongs to the letter before it.
  private func isPlain(_ index: Int) -> Bool {
    bytes[index] < 0x80 && (index + 1 == bytes.endIndex || bytes[index + 1] < 0x80)
  }

  private mutating func readAhead() {
    waiting.removeAll(keepingCapacity: true)
    read = 0
    let end = bytes[(index + 1)...].firstIndex { $0 < 0x80 } ?? bytes.endIndex
    for character in String(decoding: bytes[index..<end], as: UTF8.self) {
      let next = min(index + character.utf8.count, end)
      for letter in letters(of: character) {
        waiting.append(Unit(letter: letter, range: index..<next))
      }
      index = next
    }
    index = end
  }

  private mutating func letters(of character: Character) -> [Letter] {
    if let letters = known[character] { return letters }
    let letters = character.lowercased().compactMap { lower in
      alphabet.number(of: lower).map {
        Letter(number: $0, isWord: lower.isLetter || lower.isNumber)
      }
    }
    known[character] = letters
    return letters
  }
}
