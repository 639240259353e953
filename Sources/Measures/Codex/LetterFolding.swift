/// What a character is to the phrase matcher: bytes of a word, a word of its own, a gap, or nothing.
///
/// `É` → the word byte `e`; `?` → a word of its own; `,` → a gap; a combining accent → nothing.
struct FoldedSymbol: Equatable {
  enum Kind: UInt8 { case nothing, gap, word, alone }

  /// At most seven bytes, from the lowest: the folded character in UTF-8.
  let bytes: UInt64
  let kind: Kind
  let count: UInt8

  static let gap = FoldedSymbol(.gap, "")
  static let nothing = FoldedSymbol(.nothing, "")

  init(_ kind: Kind, _ text: String) {
    let utf8 = Array(text.utf8.prefix(7))
    self.kind = kind
    count = UInt8(utf8.count)
    bytes = utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The bytes one after the other.
  @inline(__always)
  func forEachByte(_ body: (UInt8) -> Void) {
    var rest = bytes
    for _ in 0..<count {
      body(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

/// Folds characters so that case, accents and full width make no difference, in any script.
///
/// After canonical decomposition (Unicode Standard Annex 15) the combining marks of alphabets are
/// left out, letters become small, and letters with a stroke or joined ones become plain ones. Scripts
/// written without spaces have no words to tell apart: each of their letters is a word of its own.
struct LetterFolding: Sendable {
  /// Every character below this is looked up; those above are worked out.
  private static let tableEnd: UInt32 = 0x3000
  private let table: [FoldedSymbol]
  private let smallTable: [FoldedSymbol]

  static let shared = LetterFolding()

  private init() {
    let accents = AccentTable.plainLetters
    table = (0..<LetterFolding.tableEnd).map { code in
      Unicode.Scalar(code).map { LetterFolding.fold($0, accents) } ?? .gap
    }
    smallTable = (0..<LetterFolding.tableEnd).map { code in
      Unicode.Scalar(code).map { LetterFolding.fold($0, [:]) } ?? .gap
    }
  }

  func fold(_ scalar: Unicode.Scalar) -> FoldedSymbol {
    scalar.value < LetterFolding.tableEnd
      ? table[Int(scalar.value)] : LetterFolding.fold(scalar, [:])
  }

  /// Folded but for its accents, as a reader writes the word.
  func small(_ scalar: Unicode.Scalar) -> FoldedSymbol {
    scalar.value < LetterFolding.tableEnd
      ? smallTable[Int(scalar.value)] : LetterFolding.fold(scalar, [:])
  }

  private static func fold(
    _ scalar: Unicode.Scalar, _ accents: [Unicode.Scalar: String]
  ) -> FoldedSymbol {
    if let same = sameMarks[scalar] { return FoldedSymbol(.alone, same) }
    let category = scalar.properties.generalCategory
    if isSilent(scalar.value) || category == .format { return .nothing }
    if category.isWritten { return letter(scalar, accents) }
    if scalar.isASCII {
      return marks.contains(scalar) ? FoldedSymbol(.alone, String(scalar)) : .gap
    }
    return category.isSymbol ? FoldedSymbol(.alone, String(scalar)) : .gap
  }

  private static func letter(
    _ scalar: Unicode.Scalar, _ accents: [Unicode.Scalar: String]
  ) -> FoldedSymbol {
    if isUnspaced(scalar.value) { return FoldedSymbol(.alone, String(scalar)) }
    let isWide = (0xFF10...0xFF5A).contains(scalar.value)
    let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    let small = narrow.properties.lowercaseMapping.unicodeScalars.filter { !isSilent($0.value) }
    return FoldedSymbol(.word, small.map { accents[$0] ?? String($0) }.joined())
  }

  /// Marks that are words of their own, so that `?` and `:)` can be phrases; all others part words.
  /// The first stands for what the prose mask covers.
  private static let marks: Set<Unicode.Scalar> = [
    "\u{1}", ".", "!", "?", ";", ":", "(", ")", "+", "#", "<",
  ]

  /// The same marks in other scripts and in full width.
  private static let sameMarks: [Unicode.Scalar: String] = [
    "\u{61F}": "?", "\u{37E}": "?", "\u{FF1F}": "?", "\u{3002}": ".", "\u{FF0E}": ".",
    "\u{FF01}": "!", "\u{61B}": ";", "\u{FF1B}": ";", "\u{FF1A}": ":", "\u{FF08}": "(",
    "\u{FF09}": ")",
  ]

  /// Combining marks that alphabets leave out in everyday writing. Vowel signs of Indic scripts are
  /// not among them: without those a word is another word.
  private static func isSilent(_ code: UInt32) -> Bool {
    switch code {
    case 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7,
      0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8,
      0x6EA...0x6ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFE20...0xFE2F:
      true
    default: false
    }
  }

  /// Thai, Lao, Burmese, Khmer, Chinese characters and kana.
  private static func isUnspaced(_ code: UInt32) -> Bool {
    switch code {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
      0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

extension Unicode.GeneralCategory {
  /// Letters, marks and digits.
  fileprivate var isWritten: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  fileprivate var isSymbol: Bool {
    switch self {
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: true
    default: false
    }
  }
}
