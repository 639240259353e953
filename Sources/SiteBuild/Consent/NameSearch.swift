internal import Basics

/// Finds names in texts, whatever their case, their Unicode form and the white space in them.
///
/// `Acme Forum` is found in `ACME forum`, `acme-forum`, `acmeforum`, `A&#99;me%20Forum`, and across
/// markup and zero-width characters; not in `Acme Forums`, since a name ends where its word ends.
struct NameSearch: Sendable {
  /// A place where a name stands: which spelling, and where in the searched text.
  struct Match: Hashable {
    var spelling: Int
    var range: Range<Int>
  }

  private var alphabet = NameAlphabet()
  private var spellings: [[UInt32]] = []
  /// The spellings that begin with a number.
  private var byFirst: [UInt32: [Int]] = [:]

  var isEmpty: Bool { spellings.isEmpty }

  init(_ names: [String]) {
    for name in names { learn(name) }
    // The longest first, so that `Acme Forum` goes as a whole where `Acme` is a name too.
    for index in spellings.indices.sorted(by: { spellings[$0].count > spellings[$1].count }) {
      byFirst[spellings[index][0], default: []].append(index)
    }
  }

  private mutating func learn(_ name: String) {
    // Capital ß is SS, so that a name in capitals is another spelling.
    for form in [name, name.uppercased()] {
      let numbers = collapsed(alphabet.learn(form))
      for spelling in [numbers, numbers.filter { $0 != NameAlphabet.separator }]
      where !spelling.isEmpty && !spellings.contains(spelling) {
        spellings.append(spelling)
      }
    }
  }

  private func collapsed(_ numbers: [UInt32]) -> [UInt32] {
    var kept: [UInt32] = []
    for number in numbers {
      if number == NameAlphabet.separator, kept.last == nil || kept.last == number { continue }
      kept.append(number)
    }
    if kept.last == NameAlphabet.separator { kept.removeLast() }
    return kept
  }

  /// Every name in a text, in order, not overlapping; ranges count bytes. At a seam a word ends and
  /// another may begin.
  func matches(in bytes: [UInt8], seams: Set<Int> = []) -> [Match] {
    if isEmpty { return [] }
    let folded = fold(bytes)
    var found: [Match] = []
    var index = 0
    while index < folded.count {
      let here = folded[index]
      let candidates = byFirst[here.number] ?? []
      let isAtStart =
        index == 0 || !folded[index - 1].isWord || !here.isWord || seams.contains(here.start)
      let hit = isAtStart ? candidates.first { isThere($0, at: index, in: folded, seams) } : nil
      guard let hit else {
        index += 1
        continue
      }
      let end = index + spellings[hit].count
      found.append(Match(spelling: hit, range: here.start..<folded[end - 1].end))
      index = end
    }
    return found
  }

  private func isThere(
    _ spelling: Int, at index: Int, in folded: [Unit], _ seams: Set<Int>
  ) -> Bool {
    let wanted = spellings[spelling]
    guard index + wanted.count <= folded.count else { return false }
    for offset in wanted.indices where folded[index + offset].number != wanted[offset] {
      return false
    }
    let end = index + wanted.count
    return end == folded.count || !folded[end].isWord || !folded[end - 1].isWord
      || seams.contains(folded[end].start)
  }

  // MARK: Folding

  private struct Unit {
    var number: UInt32
    var isWord: Bool
    var start: Int
    var end: Int
  }

  /// One unit a character; separators that follow each other are one, invisible characters none.
  private func fold(_ bytes: [UInt8]) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let followsASCII = index + 1 == bytes.count || bytes[index + 1] < 0x80
      if byte < 0x80, followsASCII {
        add(
          alphabet.number(ofASCII: byte), isWord: byte.isASCIILetterOrDigit, index, index + 1,
          &units)
        index += 1
      } else {
        // An accent that stands by itself belongs to the letter before it.
        let end = bytes[(index + 1)...].firstIndex { $0 < 0x80 } ?? bytes.count
        foldCharacters(bytes[index..<end], &units)
        index = end
      }
    }
    return units
  }

  private func foldCharacters(_ bytes: ArraySlice<UInt8>, _ units: inout [Unit]) {
    var place = bytes.startIndex
    for character in String(decoding: bytes, as: UTF8.self) {
      let end = place + character.utf8.count
      for lower in character.lowercased() {
        guard let number = alphabet.number(of: lower) else { continue }
        add(
          number, isWord: lower.isLetter || lower.isNumber, place, min(end, bytes.endIndex), &units)
      }
      place = min(end, bytes.endIndex)
    }
  }

  private func add(
    _ number: UInt32, isWord: Bool, _ start: Int, _ end: Int, _ units: inout [Unit]
  ) {
    if number == NameAlphabet.separator, let last = units.last, last.number == number {
      units[units.count - 1].end = end
    } else {
      units.append(Unit(number: number, isWord: isWord, start: start, end: end))
    }
  }
}
