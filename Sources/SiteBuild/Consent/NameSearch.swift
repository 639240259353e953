internal import Basics
internal import MarkdownHTML

/// Finds names in texts, whatever their case, their Unicode form and the white space in them.
///
/// `Acme Forum` is found in `ACME forum`, `acme-forum`, `acmeforum`, `A&#99;me%20Forum`, and across
/// markup and zero-width characters; not in `Acme Forums`, since a name ends where its word ends.
/// `Node.js Forum` is also found as addresses have it, `node-js-forum` and `nodejs-forum`. `C++` is
/// found with its signs alone, since every other `c` would be the name without them.
struct NameSearch: Sendable {
  /// A place where a name stands: which spelling, and where in the searched text.
  struct Match: Hashable {
    var spelling: Int
    var range: Range<Int>
  }

  /// One way to write a name.
  private struct Spelling: Equatable {
    var numbers: [UInt32]
    /// What must stand at its ends besides.
    var signs = NameSigns()
  }

  private var alphabet = NameAlphabet()
  private var spellings: [Spelling] = []
  /// By number, the spellings that begin with it, the longest first.
  private var byFirst: [[Int]] = []
  /// By number, whether a spelling begins with it: what is asked of every character.
  private var beginsName: [Bool] = []

  var isEmpty: Bool { spellings.isEmpty }

  init(_ names: [String]) {
    for name in names { learn(name) }
    for name in names { learnAddresses(of: name) }
    byFirst = Array(repeating: [], count: alphabet.size)
    // The longest first, so that `Acme Forum` goes as a whole where `Acme` is a name too.
    // And `C++` with its signs where `C` is one.
    let lengths = spellings.map { ($0.numbers.count, $0.signs.count) }
    for index in spellings.indices.sorted(by: { lengths[$0] > lengths[$1] }) {
      byFirst[Int(spellings[index].numbers[0])].append(index)
    }
    beginsName = byFirst.map { !$0.isEmpty }
  }

  private mutating func learn(_ name: String) {
    // Capital ß is SS, so that a name in capitals is another spelling.
    for form in [name, name.uppercased()] {
      let numbers = collapsed(alphabet.learn(form))
      let joined = numbers.filter { $0 != NameAlphabet.separator }
      // Signs are separators, and none of them are left at the ends.
      let isShort = joined.count == numbers.count && joined.count < NameSearch.fewestLetters
      add(numbers, isShort ? NameSigns(of: form) : NameSigns())
      if !isShort { add(joined) }
    }
  }

  /// What a tag's page and a heading are called after a name: `Node.js Café` → `node-js-café` and
  /// `nodejs-café`.
  ///
  /// What `R&D` and `C++` leave, `rd` and `c`, is too short to tell anything by itself.
  private mutating func learnAddresses(of name: String) {
    for form in [name, name.uppercased()] {
      let addresses = [tagName(form), nameWithSigns(form), headingName(form)]
      for address in addresses.compactMap(\.self) {
        let numbers = collapsed(alphabet.learn(address))
        let joined = numbers.filter { $0 != NameAlphabet.separator }
        let isLong = joined.count >= NameSearch.fewestLetters
        if isLong || joined.count < numbers.count { add(numbers) }
        if isLong { add(joined) }
      }
    }
  }

  /// From how many letters on a form without its separators is still the name.
  private static let fewestLetters = 6

  private mutating func add(_ numbers: [UInt32], _ signs: NameSigns = NameSigns()) {
    let spelling = Spelling(numbers: numbers, signs: signs)
    if !numbers.isEmpty, !spellings.contains(spelling) { spellings.append(spelling) }
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
  func matches(in bytes: ArraySlice<UInt8>, seams: [Int] = []) -> [Match] {
    if isEmpty { return [] }
    var found: [Match] = []
    var text = FoldedText(bytes, alphabet)
    var before: FoldedText.Unit?
    var seams = seams[...]
    var rest = bytes
    while let here = text.next() {
      if beginsName[Int(here.number)], isBoundary(before, here, &seams),
        let match = match(beginning: here, &text, seams, rest)
      {
        found.append(match.match)
        rest = bytes[match.match.range.upperBound...]
        before = match.last
      } else {
        before = here
      }
    }
    return found
  }

  /// The longest name that begins with a character; the text then stands behind its letters. The rest
  /// is what no name before it has taken.
  private func match(
    beginning first: FoldedText.Unit, _ text: inout FoldedText, _ seams: ArraySlice<Int>,
    _ rest: ArraySlice<UInt8>
  ) -> (match: Match, last: FoldedText.Unit)? {
    let next = text.nextPlain
    for spelling in byFirst[Int(first.number)] {
      // Most stop here, before the place is noted.
      let wanted = spellings[spelling].numbers
      if let next, wanted.count > 1, wanted[1] != next { continue }
      var behind = text
      guard let last = last(of: spelling, beginning: first, &behind) else { continue }
      var ahead = behind
      var seams = seams
      guard let next = ahead.next(), !isBoundary(last, next, &seams) else {
        let letters = first.range.lowerBound..<last.range.upperBound
        guard let range = spellings[spelling].signs.range(around: letters, in: rest) else {
          continue
        }
        text = behind
        return (Match(spelling: spelling, range: range), last)
      }
    }
    return nil
  }

  /// The last character of a spelling whose first was read, if it goes on as it should.
  private func last(
    of spelling: Int, beginning first: FoldedText.Unit, _ text: inout FoldedText
  ) -> FoldedText.Unit? {
    var last = first
    for wanted in spellings[spelling].numbers.dropFirst() {
      guard let unit = text.next(), unit.number == wanted else { return nil }
      last = unit
    }
    return last
  }

  /// Whether a word may begin with a character that follows another.
  private func isBoundary(
    _ before: FoldedText.Unit?, _ here: FoldedText.Unit, _ seams: inout ArraySlice<Int>
  ) -> Bool {
    guard let before, before.isWord, here.isWord else { return true }
    while let seam = seams.first, seam < here.range.lowerBound { seams.removeFirst() }
    return seams.first == here.range.lowerBound
  }
}
