internal import Basics

/// The lines of a mail's head: ASCII, at most 78 bytes each, folded before white space (RFC 5322),
/// everything else in encoded words (RFC 2047).
struct MailHeader: Sendable {
  private(set) var bytes: [UInt8] = []
  private static let width = 76

  /// A value of our own making: ASCII without line breaks, folded at its spaces.
  mutating func add(_ name: String, plain value: String) {
    add(name, tokens: value.split(separator: " ").map(String.init))
  }

  /// Any text; what would show other than it is does not get in, and no line break does.
  mutating func add(_ name: String, text: String) {
    let shown = MailHeader.shown(text)
    if MailHeader.isPlain(shown) {
      add(name, plain: shown)
    } else {
      add(name, tokens: encodedWords(shown, after: name.utf8.count + 2))
    }
  }

  /// Mailboxes, with commas between them.
  mutating func add(_ name: String, mailboxes: [Mailbox]) {
    let tokens = mailboxes.enumerated().flatMap { index, mailbox -> [String] in
      let comma = index + 1 < mailboxes.count ? "," : ""
      if mailbox.name.isEmpty { return [mailbox.address + comma] }
      return phrase(mailbox.name) + ["<\(mailbox.address)>\(comma)"]
    }
    add(name, tokens: tokens)
  }

  /// A group without members: somebody who has a name and no address (RFC 6854).
  mutating func add(_ name: String, emptyGroup display: String) {
    add(name, tokens: phrase(display) + [":;"])
  }

  /// Each token stays whole; the longest that there are fit a line.
  private mutating func add(_ name: String, tokens: [String]) {
    var line = name + ":"
    for token in tokens {
      if line.utf8.count + 1 + token.utf8.count > MailHeader.width, line != name + ":" {
        bytes += Array(line.utf8) + MailHeader.lineEnd
        line = ""
      }
      line += " " + token
    }
    bytes += Array(line.utf8) + MailHeader.lineEnd
  }

  static let lineEnd: [UInt8] = [0x0D, 0x0A]

  // MARK: Texts

  /// One line, without controls and without marks that turn the direction of what follows.
  private static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
      default: scalar
      }
    }.filter { !isTurning($0) }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars)
    return String(line).split(separator: " ").joined(separator: " ")
  }

  private static func isTurning(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      || [0x200E, 0x200F, 0x061C].contains(scalar.value)
  }

  /// Whether a text can stand as it is: printable ASCII that no reader takes for an encoded word.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
      && text.split(separator: " ").allSatisfy { $0.utf8.count <= 60 }
  }

  /// A name before an address: as it is, in quotes, or encoded.
  private func phrase(_ name: String) -> [String] {
    let name = MailHeader.shown(name)
    guard MailHeader.isPlain(name), name.utf8.count <= 60 else {
      return encodedWords(name, after: 20)
    }
    let words = name.split(separator: " ")
    if words.allSatisfy({ $0.utf8.allSatisfy(isAtomByte) }) { return words.map(String.init) }
    let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return ["\"\(escaped)\""]
  }

  /// Words of at most 75 bytes, none of which cuts a character; white space between two of them does
  /// not count, so they hold their spaces themselves.
  private func encodedWords(_ text: String, after start: Int) -> [String] {
    var words: [String] = []
    var word = ""
    var limit = 74 - start
    for character in text {
      // A family of emoji may be longer than a word can be.
      for piece in pieces(of: character, atMost: 48) {
        if word.utf8.count + piece.utf8.count + 12 > limit {
          if !word.isEmpty { words.append("=?UTF-8?Q?\(word)?=") }
          word = ""
          limit = 74
        }
        word += piece
      }
    }
    return words + ["=?UTF-8?Q?\(word)?="]
  }

  private func pieces(of character: Character, atMost limit: Int) -> [String] {
    let whole = character.utf8.map(encoded).joined()
    if whole.utf8.count <= limit { return [whole] }
    return character.unicodeScalars.map { String($0).utf8.map(encoded).joined() }
  }

  /// Letters, digits and a few marks stand for themselves wherever an encoded word may stand.
  private func encoded(_ byte: UInt8) -> String {
    if byte == 0x20 { return "_" }
    if byte.isASCIILetterOrDigit || "!*+-/".utf8.contains(byte) {
      return String(Unicode.Scalar(byte))
    }
    return "=" + hexadecimal(byte)
  }
}

/// Two capital digits.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = Array("0123456789ABCDEF")
  return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
}
