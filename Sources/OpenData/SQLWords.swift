internal import Basics

/// The words of a query, without what is quoted or said aside.
struct SQLWords {
  /// A word or a sign, in capitals, and how many parentheses are open around it.
  struct Word: Equatable {
    var text: String
    var depth: Int
  }

  private(set) var words: [Word] = []

  /// Whether the whole result has an order of its own: `ORDER BY` outside any parentheses.
  var isOrdered: Bool {
    zip(words, words.dropFirst()).contains { word, next in
      word == Word(text: "ORDER", depth: 0) && next == Word(text: "BY", depth: 0)
    }
  }

  init(_ sql: String) {
    let bytes = Array(sql.utf8)
    var at = 0
    var depth = 0
    while at < bytes.count {
      let byte = bytes[at]
      if let end = SQLWords.endOfAside(bytes, at) {
        at = end
      } else if SQLWords.isWordByte(byte) {
        let word = bytes[at...].prefix(while: SQLWords.isWordByte)
        words.append(Word(text: String(decoding: word, as: UTF8.self).uppercased(), depth: depth))
        at = word.endIndex
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        at += 1
      }
    }
  }

  /// Behind a text, a quoted name or a comment that begins here; nil where none does.
  private static func endOfAside(_ bytes: [UInt8], _ start: Int) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      // A doubled quote begins a second text, which ends the same.
      return end(of: [bytes[start]], bytes, start + 1)
    case UInt8(ascii: "["): return end(of: Array("]".utf8), bytes, start + 1)
    case UInt8(ascii: "-") where bytes[start...].starts(with: "--".utf8):
      return end(of: Array("\n".utf8), bytes, start + 2)
    case UInt8(ascii: "/") where bytes[start...].starts(with: "/*".utf8):
      return end(of: Array("*/".utf8), bytes, start + 2)
    default: return nil
    }
  }

  private static func end(of mark: [UInt8], _ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if bytes[at...].starts(with: mark) { return at + mark.count }
      at += 1
    }
    return bytes.count
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
