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

  /// The same for a short text that mostly is harmless: a tag, the name of a channel.
  static func minimised(label text: String) -> String {
    var text = text
    let isHarmless = text.withUTF8 { Minimisation.isHarmless($0) }
    return isHarmless ? text : minimised(text.utf8)
  }

  /// The same for the text of a mail, in which archives spell addresses as `ann at example.org`.
  package static func minimised(mail text: [UInt8]) -> String {
    minimised(text, .plain, besides: SpelledEmailSearch.redactions(in: text)) { _, _ in nil }.text
  }

  /// `resolve` is given the text and the index behind an `@` or `＠`; it tells which member is named.
  static func minimised(
    _ text: some Sequence<UInt8>, _ mediaType: Item.MediaType,
    besides others: [Redaction] = [],
    mentions resolve: ([UInt8], Int) -> Mention?
  ) -> Result {
    let bytes = Array(text)
    let found = found(in: bytes, mediaType, besides: others, mentions: resolve)
    return Result(
      text: String(decoding: found.redactions.applied(to: bytes), as: UTF8.self),
      mentions: found.mentions)
  }

  /// What a text may not keep, and whom it mentions.
  struct Findings {
    var redactions: [Redaction]
    var mentions: [String] = []
  }

  /// Whether nothing in a text can be an address, a number of somebody's or a mention: so it is with
  /// most texts.
  static func isHarmless(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    Signs(text).isHarmless
  }

  /// Whether a text holds somebody's address or number.
  static func holdsContact(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let signs = Signs(text)
    return !signs.isHarmless && !contacts(in: Array(text), signs).isEmpty
  }

  static func found(
    in bytes: [UInt8], _ mediaType: Item.MediaType, besides others: [Redaction] = [],
    mentions resolve: ([UInt8], Int) -> Mention?
  ) -> Findings {
    let signs = bytes.withUnsafeBufferPointer { Signs($0) }
    var findings = Findings(redactions: others)
    if signs.mayHoldMention {
      for sign in MentionSearch(bytes, mediaType: mediaType).signs() {
        guard let mention = resolve(bytes, sign.upperBound) else { continue }
        findings.redactions.append(
          Redaction(
            range: sign.lowerBound..<mention.end,
            replacement: "@" + (mention.member ?? "someone")))
        if mention.counts, let member = mention.member, !findings.mentions.contains(member) {
          findings.mentions.append(member)
        }
      }
    }
    findings.redactions += contacts(in: bytes, signs)
    return findings
  }

  private static func contacts(in bytes: [UInt8], _ signs: Signs) -> [Redaction] {
    var redactions: [Redaction] = []
    if signs.mayHoldEmail {
      redactions += EmailSearch.redactions(in: bytes)
    }
    if signs.mayHoldPhone { redactions += PhoneSearch.redactions(in: bytes) }
    if signs.mayHoldAddress { redactions += AddressSearch.redactions(in: bytes) }
    return redactions
  }
}
