/// Who sent a mail.
struct MailAddress: Sendable, Equatable {
  /// In lower case with `@`; as an archive hid it, `edd @end|ng |rom deb|@n@org`, when it did.
  var address: String
  /// As it stands, encoded words not decoded; empty when there is none.
  var name: [UInt8]

  /// `Ann <ann@example.org>`, `ann at example.org (Ann)`, `ann@example.org`; nil without an address.
  init?(_ value: [UInt8]) {
    var text = value
    var name: [UInt8] = []
    if let open = text.lastIndex(of: 0x3C), let close = text[open...].firstIndex(of: 0x3E) {
      name = Array(text[..<open])
      text = Array(text[(open + 1)..<close])
    } else if let open = text.firstIndex(of: 0x28) {
      let close = text.lastIndex(of: 0x29) ?? text.endIndex
      name = open < close ? Array(text[(open + 1)..<close]) : []
      text = Array(text[..<open])
    }
    guard let address = MailAddress.plain(text) else { return nil }
    self.address = address
    self.name = MailAddress.unquoted(name)
  }

  /// What archives write for `@`.
  private static let hiddenSign = " @end|ng |rom "
  private static let spelledSign = " at "

  /// An address in lower case, ` at ` undone.
  static func plain(_ bytes: some Collection<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.contains(hiddenSign) { return words }
    let address = words.replacing(spelledSign, with: "@").filter { $0 != " " }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return address
  }

  var isHidden: Bool { address.contains(MailAddress.hiddenSign) }

  /// How an archive hides an address: `a`, `s` and dots as `@`, `f`, `i` and `l` as `|`.
  static func hidden(_ address: String) -> String {
    let parts = address.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.map { part in
      String(
        part.map { character -> Character in
          switch character {
          case "a", "s", ".": "@"
          case "f", "i", "l": "|"
          default: character
          }
        })
    }.joined(separator: hiddenSign)
  }

  private static func unquoted(_ name: [UInt8]) -> [UInt8] {
    var name = name[...]
    let isEdge = { (byte: UInt8) in isWhiteSpace(byte) || byte == 0x22 || byte == 0x27 }
    name = name.drop(while: isEdge)
    while let last = name.last, isEdge(last) { name.removeLast() }
    return Array(name)
  }
}
