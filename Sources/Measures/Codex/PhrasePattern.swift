/// A phrase as the matcher looks for it: folded words with one blank between them.
///
/// `Doesn’t  WORK` → `doesn t work`; `crash*` → `crash`, open at its end.
struct PhrasePattern: Sendable, Equatable {
  /// Empty for a phrase without any letter, digit or mark.
  let bytes: [UInt8]
  let wordCount: Int
  /// Whether its first word may begin earlier, and its last go on.
  let isOpenBefore: Bool
  let isOpenAfter: Bool

  static let blank = UInt8(ascii: " ")

  init(_ text: String) {
    isOpenBefore = text.hasPrefix("*")
    isOpenAfter = text.hasSuffix("*")
    var bytes: [UInt8] = []
    var needsBlank = false
    for scalar in text.unicodeScalars where scalar != "*" {
      let symbol = LetterFolding.shared.fold(scalar)
      switch symbol.kind {
      case .nothing: continue
      case .gap: needsBlank = true
      case .word, .alone:
        let isAlone = symbol.kind == .alone
        if needsBlank || isAlone, !bytes.isEmpty { bytes.append(PhrasePattern.blank) }
        symbol.forEachByte { bytes.append($0) }
        needsBlank = isAlone
      }
    }
    self.bytes = bytes
    wordCount = bytes.count { $0 == PhrasePattern.blank } + 1
  }

  /// The bytes with a blank where a word must begin or end.
  var bounded: [UInt8] {
    let blank = [PhrasePattern.blank]
    return (isOpenBefore ? [] : blank) + bytes + (isOpenAfter ? [] : blank)
  }
}
