internal import Basics

/// Puts the quotation marks of a language in the place of the English ones that libcmark made.
///
/// Those that the author wrote are tokens at that time, and so stay. `’` closes a quotation that is
/// open where no letter follows; else it is an apostrophe, which all languages share.
struct QuotationWriter {
  private let marks: QuotationMarks
  /// What the private-use characters of the tree stand for.
  private let tokens: [Token]
  private var openInside = 0

  init(_ marks: QuotationMarks, _ tokens: [Token]) {
    self.marks = marks
    self.tokens = tokens
  }

  /// All texts of a tree, in their order.
  mutating func rewrite(_ document: borrowing CMarkDocument) {
    var node = document.root
    while let next = following(node) {
      node = next
      switch node.kind {
      case .paragraph, .heading: openInside = 0
      case .text:
        if let text = rewritten(node.literal, before: node.next) {
          document.setText(of: node, to: text)
        }
      default: break
      }
    }
  }

  private func following(_ node: CMarkNode) -> CMarkNode? {
    if let child = node.firstChild { return child }
    var node = node
    while node.next == nil {
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return node.next
  }

  /// nil when there is no quotation mark in the text.
  private mutating func rewritten(
    _ text: UnsafeBufferPointer<UInt8>, before next: CMarkNode?
  ) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    for index in text.indices {
      guard let mark = EnglishMark(in: text, at: index) else { continue }
      let isInWord =
        index + 3 < text.count
        ? startsLikeWord(text, at: index + 3) : next.map { startsLikeWord($0.literal, at: 0) }
      output += text[copied..<index]
      output += localised(mark, isInWord: isInWord ?? false).utf8
      copied = index + 3
    }
    if copied == 0 { return nil }
    return output + text[copied...]
  }

  private mutating func localised(_ mark: EnglishMark, isInWord: Bool) -> String {
    switch mark {
    case .open: return marks.open
    case .close: return marks.close
    case .innerOpen:
      openInside += 1
      return marks.innerOpen
    case .innerClose:
      guard openInside > 0, !isInWord else { return "’" }
      openInside -= 1
      return marks.innerClose
    }
  }

  /// Whether a letter or digit of any script is there, or a value, which is taken for one.
  private func startsLikeWord(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    if TokenCharacter.starts(in: text, at: offset) {
      let index = TokenCharacter.index(in: text, at: offset)
      guard index < tokens.count, case .value = tokens[index].kind else { return false }
      return true
    }
    let start = String(decoding: text.dropFirst(offset).prefix(4), as: UTF8.self)
    guard let properties = start.unicodeScalars.first?.properties else { return false }
    return properties.isAlphabetic || properties.numericType == .decimal
  }
}

/// The four marks that libcmark makes: U+201C, U+201D, U+2018 and U+2019.
enum EnglishMark: UInt8 {
  case innerOpen = 0x98
  case innerClose = 0x99
  case open = 0x9C
  case close = 0x9D

  /// The character itself.
  var text: StaticString {
    switch self {
    case .innerOpen: "\u{2018}"
    case .innerClose: "\u{2019}"
    case .open: "\u{201C}"
    case .close: "\u{201D}"
    }
  }

  /// `&ldquo;` or `&#8220;`
  init?(scalar: Int) {
    guard (0x2018...0x201D).contains(scalar) else { return nil }
    self.init(rawValue: UInt8(scalar - 0x2000 + 0x80))
  }

  init?(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else {
      return nil
    }
    self.init(rawValue: bytes[index + 2])
  }
}
