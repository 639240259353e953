/// Slack's mark-up, which Mattermost's importers and bridges know too, as Markdown.
///
/// `*b* ~s~ <https://x.example|words> <@U1> &amp;` → `**b** ~~s~~ [words](https://x.example) @m-… &`
package struct Mrkdwn {
  /// What stands between `<` and `>` behind an `@` or `#`.
  package enum Reference: Sendable, Equatable {
    /// `<@U1|ann>`: the user's id and the label that old exports give.
    case user(id: String, label: String?)
    /// `<#C1|general>`
    case channel(id: String, label: String?)
  }

  package private(set) var markdown: [UInt8] = []
  /// Addresses of the web that the text links to, in order, each once.
  package private(set) var links: [String] = []
  private let source: [UInt8]
  private var index = 0
  private var isCode = false

  /// `words` gives the Markdown that a reference becomes.
  package init(_ source: [UInt8], words: (Reference) -> String) {
    self.source = source
    markdown.reserveCapacity(source.count)
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "`"): copyBackticks()
      case UInt8(ascii: "<"): if !replaceReference(words) { copy(1) }
      case UInt8(ascii: "&"): decode()
      case UInt8(ascii: "*"): double(UInt8(ascii: "*"))
      case UInt8(ascii: "~"): double(UInt8(ascii: "~"))
      default: copy(1)
      }
    }
  }

  private mutating func copy(_ count: Int) {
    markdown += source[index..<index + count]
    index += count
  }

  private mutating func copyBackticks() {
    isCode.toggle()
    copy(source.end(from: index) { $0 == UInt8(ascii: "`") } - index)
  }

  private mutating func decode() {
    for (name, byte) in Mrkdwn.names where source.has(name, at: index) {
      markdown.append(byte)
      index += name.utf8CodeUnitCount
      return
    }
    copy(1)
  }

  /// Slack marks with one sign where Markdown takes two; a sign between blanks marks nothing.
  private mutating func double(_ sign: UInt8) {
    let before = source.at(index - 1).map { ByteClass.isWord($0) } ?? false
    let after = source.at(index + 1).map { isWhiteSpace($0) } ?? true
    let closes = before || source.at(index - 1).map { "!?.,)'\"`>:;".utf8.contains($0) } ?? false
    let opens = !before && !after
    if !isCode, opens || closes, source.at(index + 1) != sign, source.at(index - 1) != sign {
      markdown.append(sign)
    }
    copy(1)
  }

  /// False when what stands at the `<` is no reference.
  private mutating func replaceReference(_ words: (Reference) -> String) -> Bool {
    let end = source.end(from: index + 1, limit: 4_096) { $0 != UInt8(ascii: ">") && $0 != 0x0A }
    guard source.at(end) == UInt8(ascii: ">"), end > index + 1 else { return false }
    let inside = source[(index + 1)..<end]
    let bar = inside.firstIndex(of: UInt8(ascii: "|"))
    let target = String(decoding: inside[..<(bar ?? end)], as: UTF8.self)
    let label = bar.map { CharacterReference.decoded(inside[($0 + 1)...]) }
    guard let replacement = replacement(of: target, label, words) else { return false }
    markdown += replacement
    index = end + 1
    return true
  }

  private mutating func replacement(
    of target: String, _ label: [UInt8]?, _ words: (Reference) -> String
  ) -> [UInt8]? {
    let text = label.map { String(decoding: $0, as: UTF8.self) }
    switch target.first {
    case "@": return Array(words(.user(id: String(target.dropFirst()), label: text)).utf8)
    case "#": return Array(words(.channel(id: String(target.dropFirst()), label: text)).utf8)
    case "!": return Array(Mrkdwn.special(target.dropFirst(), text).utf8)
    default: return link(target, label)
    }
  }

  /// `!here` → `@here`; `!subteam^S1|@crew` → `@crew`; `!date^…|Monday` → `Monday`.
  private static func special(_ command: Substring, _ label: String?) -> String {
    if let label, !label.isEmpty { return label }
    return "@" + command.prefix { $0 != "^" }
  }

  private mutating func link(_ target: String, _ label: [UInt8]?) -> [UInt8]? {
    let address = CharacterReference.decoded(Array(target.utf8))
    if address.has("mailto:", at: 0) || address.has("tel:", at: 0) {
      return label ?? Array(address.drop { $0 != UInt8(ascii: ":") }.dropFirst())
    }
    guard address.has("https://", at: 0) || address.has("http://", at: 0) else { return nil }
    let text = String(decoding: address, as: UTF8.self)
    if !links.contains(text) { links.append(text) }
    guard let label, !label.isEmpty, label != address else { return address }
    return Array("[".utf8) + label + Array("](".utf8) + address + Array(")".utf8)
  }

  private static let names: [(StaticString, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
  ]
}
