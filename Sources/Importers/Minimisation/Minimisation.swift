package import CommunityData

/// Takes out of a text what tells who or where a person is, before it is written.
///
/// E-mail addresses, phone numbers and IP addresses become a bracketed word; `@name` becomes
/// `@m-…` when it names a member, and `@someone` where it must be a name nobody knows. Ordinary numbers stay as they are.
package struct Minimisation: Sendable {
  /// A text as it may be written, and whom it mentions.
  package struct Result: Sendable, Equatable {
    package var text: String
    /// Member ids in the order of their first mention.
    package var mentions: [String]
    /// Addresses of the web that an HTML text links to, in order, each once.
    package var links: [String] = []
  }

  /// `"mail ann@example.org"` → `"mail [e-mail removed]"`
  package static func minimised(
    _ text: some Sequence<UInt8>, _ mediaType: Item.MediaType = .plain
  ) -> String {
    minimised(text, mediaType) { _, _ in nil }.text
  }

  /// The same for the text of a mail, in which archives spell addresses as `ann at example.org`.
  package static func minimised(mail text: [UInt8]) -> String {
    minimised(text, .plain, besides: SpelledEmailSearch.redactions(in: text)) { _, _ in nil }.text
  }

  /// `resolve` is given the text and the index behind an `@`; it tells which member is named.
  static func minimised(
    _ text: some Sequence<UInt8>, _ mediaType: Item.MediaType,
    besides others: [Redaction] = [],
    mentions resolve: ([UInt8], Int) -> Mention?
  ) -> Result {
    let bytes = Array(text)
    let signs = Signs(bytes)
    var redactions = others
    var mentions: [String] = []
    if signs.hasAt {
      for sign in MentionSearch(bytes, mediaType: mediaType).signs() {
        guard let mention = resolve(bytes, sign + 1) else { continue }
        redactions.append(
          Redaction(range: sign..<mention.end, replacement: "@" + (mention.member ?? "someone")))
        if mention.counts, let member = mention.member, !mentions.contains(member) {
          mentions.append(member)
        }
      }
    }
    redactions += contacts(in: bytes, signs)
    return Result(
      text: String(decoding: redactions.applied(to: bytes), as: UTF8.self), mentions: mentions)
  }

  /// Bytes of any kind without e-mail addresses, however spelled, phone numbers and IP addresses;
  /// all other bytes stay as they are.
  static func withoutContacts(_ bytes: [UInt8]) -> [UInt8] {
    let redactions = SpelledEmailSearch.redactions(in: bytes) + contacts(in: bytes, Signs(bytes))
    return redactions.applied(to: bytes)
  }

  private static func contacts(in bytes: [UInt8], _ signs: Signs) -> [Redaction] {
    var redactions: [Redaction] = []
    if signs.hasAt || signs.hasEncoding || signs.hasColon || signs.hasBracket {
      redactions += EmailSearch.redactions(in: bytes)
    }
    if signs.digits >= 7 { redactions += PhoneSearch.redactions(in: bytes) }
    if signs.digits >= 2 { redactions += AddressSearch.redactions(in: bytes) }
    return redactions
  }
}

/// Which signs a text has at all: most texts have none that ask for a search.
private struct Signs {
  var hasAt = false
  var hasEncoding = false
  var hasColon = false
  var hasBracket = false
  var digits = 0

  /// Sixteen bytes at a time, since every text of millions goes through here.
  init(_ text: [UInt8]) {
    text.withUnsafeBytes { raw in
      var index = 0
      while index + 16 <= raw.count {
        note(raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))
        index += 16
      }
      var rest = SIMD16<UInt8>(repeating: 0x20)
      for offset in 0..<raw.count - index { rest[offset] = raw[index + offset] }
      note(rest)
    }
  }

  private mutating func note(_ bytes: SIMD16<UInt8>) {
    let has = { (sign: Unicode.Scalar) in any(bytes .== SIMD16(repeating: UInt8(ascii: sign))) }
    hasAt = hasAt || has("@")
    hasEncoding = hasEncoding || has("&") || has("%")
    hasColon = hasColon || has(":")
    hasBracket = hasBracket || has("(") || has("[") || has("{")
    let isDigit = bytes &- SIMD16(repeating: 0x30) .< SIMD16(repeating: 10)
    digits += Int(SIMD16<UInt8>(repeating: 0).replacing(with: 1, where: isDigit).wrappedSum())
  }
}
