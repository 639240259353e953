/// Finds any number of phrases in one pass over the bytes of a text, whatever its case, accents and
/// script, at the boundaries of words.
struct PhraseMatcher: Sendable {
  /// A phrase that was found, in bytes of the original text.
  struct Hit: Equatable {
    /// The number of the phrase, from 0 in the order in which they were given.
    let phrase: Int
    let start: Int
    let end: Int
  }

  private let patterns: [PhrasePattern]
  private let automaton: PhraseAutomaton
  /// The class of each ASCII byte; ``notPlain`` for those that are words of their own.
  private let plainClasses: [UInt8]

  private static let notPlain = UInt8.max

  init(_ phrases: [String]) {
    patterns = phrases.map { PhrasePattern($0) }
    let automaton = PhraseAutomaton(patterns.map { $0.bytes.isEmpty ? [] : $0.bounded })
    self.automaton = automaton
    plainClasses = (0..<128).map { byte in
      let symbol = LetterFolding.shared.fold(Unicode.Scalar(UInt8(byte)))
      switch symbol.kind {
      case .gap: return UInt8(PhraseAutomaton.blankClass)
      case .word: return automaton.classes[Int(symbol.bytes)]
      case .alone, .nothing: return PhraseMatcher.notPlain
      }
    }
  }

  /// All hits, in the order of their place and then of the phrases.
  func hits(in text: UnsafeBufferPointer<UInt8>) -> [Hit] {
    var found: [Hit] = []
    scan(text) { state, end in
      for ending in automaton.endings[Int(state) / automaton.classCount] {
        found.append(hit(Int(ending), endingAt: end, in: text))
      }
    }
    if found.count < 2 { return found }
    found.sort { ($0.start, $0.end, $0.phrase) < ($1.start, $1.end, $1.phrase) }
    return found
  }

  /// All hits in a string, for tests and small texts.
  func hits(in text: String) -> [Hit] {
    Array(text.utf8).withUnsafeBufferPointer { hits(in: $0) }
  }

  /// Calls with each state in which a phrase ends, and where.
  @inline(__always)
  private func scan(_ text: UnsafeBufferPointer<UInt8>, _ found: (UInt32, Int) -> Void) {
    automaton.transitions.withUnsafeBufferPointer { transitions in
      plainClasses.withUnsafeBufferPointer { plain in
        var state = automaton.start
        @inline(__always) func step(_ symbol: UInt8, _ end: Int) {
          let next = transitions[Int(state) + Int(symbol)]
          state = next & ~PhraseAutomaton.hitFlag
          if next & PhraseAutomaton.hitFlag != 0 { found(state, end) }
        }
        var place = 0
        while place < text.count {
          let byte = text[place]
          if byte < 0x80, plain[Int(byte)] != PhraseMatcher.notPlain {
            // A closed phrase ends before the gap that closes it, an open one behind its last byte.
            step(plain[Int(byte)], place)
            place += 1
          } else {
            let (scalar, length) = decode(text, at: place)
            feed(LetterFolding.shared.fold(scalar), place, place + length, step)
            place += length
          }
        }
        step(UInt8(PhraseAutomaton.blankClass), text.count)
      }
    }
  }

  @inline(__always)
  private func feed(
    _ symbol: FoldedSymbol, _ start: Int, _ end: Int, _ step: (UInt8, Int) -> Void
  ) {
    let blank = UInt8(PhraseAutomaton.blankClass)
    switch symbol.kind {
    case .nothing: break
    case .gap: step(blank, start)
    case .word: symbol.forEachByte { step(automaton.classes[Int($0)], start) }
    case .alone:
      step(blank, start)
      symbol.forEachByte { step(automaton.classes[Int($0)], start) }
      step(blank, end)
    }
  }

  /// `place` is where the character stands that ended the phrase.
  private func hit(
    _ phrase: Int, endingAt place: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Hit {
    let pattern = patterns[phrase]
    let end = pattern.isOpenAfter ? endOfWord(at: place, in: text) : place
    return Hit(phrase: phrase, start: start(of: pattern.wordCount, before: end, in: text), end: end)
  }

  /// Where the word ends that has a character at a place.
  private func endOfWord(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = place
    while end < text.count {
      let (scalar, length) = decode(text, at: end)
      let kind = LetterFolding.shared.fold(scalar).kind
      if kind == .alone, end == place { return end + length }
      if kind == .gap || kind == .alone { break }
      end += length
    }
    return end
  }

  /// Where the last `words` words before a place begin.
  private func start(of words: Int, before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var place = end
    var start = end
    var left = words
    var isInWord = false
    while place > 0 {
      let length = lengthOfScalar(before: place, in: text)
      let kind = LetterFolding.shared.fold(decode(text, at: place - length).0).kind
      if isInWord, kind == .gap || kind == .alone {
        isInWord = false
        left -= 1
      }
      if left == 0 { break }
      place -= length
      if kind == .word {
        isInWord = true
        start = place
      } else if kind == .alone {
        start = place
        left -= 1
        if left == 0 { break }
      }
    }
    return start
  }
}

/// The character at a place, and its bytes; what is no UTF-8 is a gap of one byte.
@inline(__always)
func decode(
  _ text: UnsafeBufferPointer<UInt8>, at place: Int
) -> (Unicode.Scalar, length: Int) {
  let first = UInt32(text[place])
  if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, place + length <= text.count else { return ("\u{1}", 1) }
  var code = first & (0x7F >> UInt32(length))
  for index in place + 1..<place + length {
    guard text[index] & 0xC0 == 0x80 else { return ("\u{1}", 1) }
    code = code << 6 | UInt32(text[index] & 0x3F)
  }
  return Unicode.Scalar(code).map { ($0, length) } ?? ("\u{1}", 1)
}

private func lengthOfScalar(before place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
  var length = 1
  while length < 4, place - length > 0, text[place - length] & 0xC0 == 0x80 { length += 1 }
  return length
}
