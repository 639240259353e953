/// What stands at the ends of a name that is no letter of it and yet the most of it: `++` of `C++`, `_`
/// of `_why`. In a text such signs only separate words.
struct NameSigns: Equatable {
  private var before: [UInt8] = []
  private var behind: [UInt8] = []

  init() {}

  init(of name: String) {
    let isSign = NameAlphabet.isSeparator
    let name = name.drop(while: \.isWhitespace)
    guard let last = name.lastIndex(where: { !isSign($0) }) else { return }
    before = Array(String(name.prefix(while: isSign)).utf8)
    behind = Array(String(name[name.index(after: last)...]).utf8)
    while behind.last == 0x20 { behind.removeLast() }
  }

  /// In bytes.
  var count: Int { before.count + behind.count }

  /// The letters of a name with the signs around them; nil where the text has others there.
  func range(around letters: Range<Int>, in text: ArraySlice<UInt8>) -> Range<Int>? {
    if count == 0 { return letters }
    guard letters.lowerBound >= text.startIndex, letters.upperBound <= text.endIndex,
      text[..<letters.lowerBound].suffix(before.count).elementsEqual(before),
      text[letters.upperBound...].starts(with: behind)
    else { return nil }
    return letters.lowerBound - before.count..<letters.upperBound + behind.count
  }
}
