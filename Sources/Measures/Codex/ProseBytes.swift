/// What single bytes and the beginnings of lines mean to the prose mask.
extension UInt8 {
  /// What may follow `<` in a tag: a letter, `/` or `!`.
  var isTagStart: Bool {
    self == UInt8(ascii: "/") || self == UInt8(ascii: "!") || isLetter
  }

  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  var isAlphanumeric: Bool { isLetter || (0x30...0x39).contains(self) }

  var isIndent: Bool { self == 0x20 || self == 0x09 }

  /// What an address in running text does not go on over.
  var endsAddress: Bool {
    switch self {
    case ...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ")"),
      UInt8(ascii: "]"):
      true
    default: false
    }
  }
}

/// The run of backticks or tildes that opened a block of code.
struct CodeFence {
  var mark: UInt8
  var length: Int
}

/// Lines of Markdown, without their ends; all but ``isIndentedAsCode`` also without their indentation.
extension ArraySlice<UInt8> {
  /// nil for a line that opens no block of code.
  var openingFence: CodeFence? {
    guard let mark = first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let length = prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    // A word of Markdown's own rules: backticks cannot stand behind an opening of backticks.
    let isCodeSpan = mark == UInt8(ascii: "`") && dropFirst(length).contains(mark)
    return isCodeSpan ? nil : CodeFence(mark: mark, length: length)
  }

  /// Whether a line ends the block that a fence opened.
  func closes(_ fence: CodeFence) -> Bool {
    let length = prefix { $0 == fence.mark }.count
    return length >= fence.length && dropFirst(length).isBlankLine
  }

  var isBlankLine: Bool { allSatisfy { $0.isIndent || $0 == 0x0D } }

  /// Whether it begins with a tab's width of gaps.
  var isIndentedAsCode: Bool {
    let blanks = prefix(4).prefix { $0 == 0x20 }.count
    return blanks == 4 || dropFirst(blanks).first == 0x09
  }

  /// `- milk`, `2. milk`
  var isListItem: Bool {
    let digits = prefix(10).prefix { (0x30...0x39).contains($0) }.count
    let isMark: Bool =
      switch dropFirst(digits).first {
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): digits == 0
      case UInt8(ascii: "."), UInt8(ascii: ")"): (1...9).contains(digits)
      default: false
      }
    return isMark && dropFirst(digits + 1).prefix(1).isBlankLine
  }

  /// What makes a heading of the paragraph above it: three or more `=` or `-`. Markdown takes fewer, but
  /// `--` is what people write above their names.
  var isUnderline: Bool {
    guard let mark = first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else {
      return false
    }
    let length = prefix { $0 == mark }.count
    return length >= 3 && dropFirst(length).isBlankLine
  }

  /// `## Expected behaviour`
  var isHeading: Bool {
    let signs = prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(signs) && dropFirst(signs).first?.isIndent == true
  }
}

/// Where the host begins behind `http://` or `https://` at a place; nil where no address begins.
func addressBody<Text: RandomAccessCollection>(at place: Int, in text: Text) -> Int?
where Text.Element == UInt8, Text.Index == Int {
  for scheme in ["http://", "https://"] {
    let bytes = scheme.utf8
    let end = place + bytes.count
    if end <= text.endIndex, zip(text[place..<end], bytes).allSatisfy({ $0 == $1 }) { return end }
  }
  return nil
}
