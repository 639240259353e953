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

  /// `resolve` is given the text and the index behind an `@`; it tells which member is named.
  static func minimised(
    _ text: some Sequence<UInt8>, _ mediaType: Item.MediaType,
    mentions resolve: ([UInt8], Int) -> Mention?
  ) -> Result {
    let bytes = Array(text)
    let signs = Signs(bytes)
    var redactions: [Redaction] = []
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
    if signs.hasAt || signs.hasEncoding || signs.hasColon || signs.hasBracket {
      redactions += EmailSearch.redactions(in: bytes)
    }
    if signs.digits >= 7 { redactions += PhoneSearch.redactions(in: bytes) }
    if signs.digits >= 2 { redactions += AddressSearch.redactions(in: bytes) }
    return Result(
      text: String(decoding: redactions.applied(to: bytes), as: UTF8.self), mentions: mentions)
  }
}

/// Which signs a text has at all: most texts have none that ask for a search.
private struct Signs {
  var hasAt = false
  var hasEncoding = false
  var hasColon = false
  var hasBracket = false
  var digits = 0

  init(_ text: [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "@"): hasAt = true
      case UInt8(ascii: "&"), UInt8(ascii: "%"): hasEncoding = true
      case UInt8(ascii: ":"): hasColon = true
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): hasBracket = true
      case 0x30...0x39: digits += 1
      default: break
      }
    }
  }
}
