/// Finds any number of phrases in one pass over the bytes of a text, whatever its case, accents and
/// script, at the boundaries of words.
struct PhraseMatcher: Sendable {
  /// A phrase that was found, in bytes of the original text.
  struct Hit: Comparable {
    /// The number of the phrase, from 0 in the order in which they were given.
    let phrase: Int
    let start: Int
    let end: Int

    static func < (left: Hit, right: Hit) -> Bool {
      (left.start, left.end, left.phrase) < (right.start, right.end, right.phrase)
    }
  }

  private let patterns: [PhrasePattern]
  private let automaton: PhraseAutomaton
  /// The class of each ASCII byte, with ``PlainClass/aloneFlag`` for those that are words of their own;
  /// ``PlainClass/notPlain`` for all other bytes.
  private let plainClasses: [UInt16]

  init(_ phrases: [String]) {
    patterns = phrases.map { PhrasePattern($0) }
    let automaton = PhraseAutomaton(patterns.map { $0.bytes.isEmpty ? [] : $0.bounded })
    self.automaton = automaton
    plainClasses = (0..<256).map { byte in
      guard byte < 128 else { return PlainClass.notPlain }
      let symbol = LetterFolding.shared.fold(Unicode.Scalar(UInt8(byte)))
      switch symbol.kind {
      case .gap: return UInt16(PhraseAutomaton.blankClass)
      case .word: return UInt16(automaton.classes[Int(symbol.bytes)])
      case .alone: return UInt16(automaton.classes[Int(symbol.bytes)]) | PlainClass.aloneFlag
      case .nothing: return PlainClass.notPlain
      }
    }
  }

  /// All hits, in the order of their place and then of the phrases.
  func hits(in text: UnsafeBufferPointer<UInt8>) -> [Hit] {
    hits(in: text, parts: [0..<text.count]).sorted()
  }

  /// All hits in the order in which they end, where a text is given in parts over whose bounds no phrase
  /// goes; four of them are read at once, as a core waits for memory most of the time that it reads one.
  func hits(in text: UnsafeBufferPointer<UInt8>, parts: [Range<Int>]) -> [Hit] {
    let ends =
      switch automaton.transitions {
      case .small(let cells): cells.withUnsafeBufferPointer { scan(text, parts, $0) }
      case .large(let cells): cells.withUnsafeBufferPointer { scan(text, parts, $0) }
      }
    var found: [Hit] = []
    for end in ends {
      for ending in automaton.endings[end.state] {
        found.append(hit(Int(ending), endingAt: end.place, in: text))
      }
    }
    return found
  }

  private func scan<Cell: FixedWidthInteger>(
    _ text: UnsafeBufferPointer<UInt8>, _ parts: [Range<Int>],
    _ cells: UnsafeBufferPointer<Cell>
  ) -> [PhraseEnd] {
    plainClasses.withUnsafeBufferPointer { plain in
      let tables = PhraseTables(
        text: text, cells: cells, plain: plain, rowBits: automaton.rowBits,
        classes: automaton.classes)
      let start = Cell(automaton.start)
      guard parts.count == 4 else {
        return parts.flatMap { part in
          var lane = PhraseLane(part, start)
          while lane.isOpen { lane.step(tables) }
          return lane.closed(tables)
        }
      }
      var (a, b) = (PhraseLane(parts[0], start), PhraseLane(parts[1], start))
      var (c, d) = (PhraseLane(parts[2], start), PhraseLane(parts[3], start))
      while a.isOpen, b.isOpen, c.isOpen, d.isOpen {
        a.step(tables)
        b.step(tables)
        c.step(tables)
        d.step(tables)
      }
      while a.isOpen { a.step(tables) }
      while b.isOpen { b.step(tables) }
      while c.isOpen { c.step(tables) }
      while d.isOpen { d.step(tables) }
      return a.closed(tables) + b.closed(tables) + c.closed(tables) + d.closed(tables)
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
