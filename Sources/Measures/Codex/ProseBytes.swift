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

extension ArraySlice<UInt8> {
  /// The run of backticks or tildes that opens a block of code; nil for any other line.
  var openingFence: ArraySlice<UInt8>? {
    guard let mark = first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let run = prefix { $0 == mark }
    guard run.count >= 3 else { return nil }
    // A word of Markdown's own rules: backticks cannot stand behind an opening of backticks.
    let isCodeSpan = mark == UInt8(ascii: "`") && dropFirst(run.count).contains(mark)
    return isCodeSpan ? nil : run
  }

  /// Whether a line ends the block that a fence opened.
  func closes(_ fence: ArraySlice<UInt8>) -> Bool {
    guard starts(with: fence), let mark = fence.first else { return false }
    let rest = drop { $0 == mark }
    return rest.allSatisfy { $0.isIndent || $0 == 0x0D }
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
