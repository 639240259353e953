internal import Basics

/// A mail read as far as its header goes.
struct MailMessage: Sendable {
  private static let names = MailAuthor.headers.union([
    "message-id", "in-reply-to", "references", "date", "subject", "archived-at", "content-type",
    "content-transfer-encoding", "x-no-archive", "archive",
  ])
  /// Why a mail is left out whose sender did not want it to be kept.
  static let notToBeArchived = "its sender asked not to be archived"

  let raw: RawMail
  let header: MailHeader
  let sender: MailAddress?
  let published: Timestamp
  /// Whether its own date was none, so that the mailbox's was taken.
  let isDateDerived: Bool
  let inReplyTo: [MailKey]
  let references: [MailKey]

  init(_ raw: RawMail, _ limit: TimeLimit) throws(RecordFault) {
    self.raw = raw
    let header = MailHeader(raw.bytes, keeping: MailMessage.names)
    self.header = header
    guard header["from"] ?? header["message-id"] ?? header["date"] ?? header["subject"] != nil
    else {
      throw RecordFault(raw.record, "it has no header of a mail")
    }
    sender =
      MailAuthor { header[$0] }.address ?? MailMessage.envelopeSender(raw.envelope)
    let own = header["date"].flatMap { WrittenTime.mail($0) }
    if let own, MailMessage.isPlausible(own, limit) {
      published = own
      isDateDerived = false
    } else if let arrival = WrittenTime.mail(raw.envelope.drop { $0 != 0x20 }) {
      published = arrival
      isDateDerived = true
    } else if let own {
      published = own
      isDateDerived = false
    } else {
      let date = header["date"].map { String(decoding: $0, as: UTF8.self) }
      throw RecordFault(raw.record, "its date is not one", value: date)
    }
    inReplyTo = header["in-reply-to"].map(MailKey.list) ?? []
    references = header["references"].map(MailKey.list) ?? []
  }

  /// Mail is older than 1975, but no list is.
  private static func isPlausible(_ time: Timestamp, _ limit: TimeLimit) -> Bool {
    time.secondsSinceEpoch > 157_766_400 && !limit.isAfterExport(time)
  }

  /// `edd at debian.org  Fri May 22 13:38:22 2015`: two blanks end the address.
  private static func envelopeSender(_ envelope: ArraySlice<UInt8>) -> MailAddress? {
    let text = String(decoding: envelope, as: UTF8.self)
    let end = text.firstRange(of: "  ")?.lowerBound ?? text.firstIndex(of: " ") ?? text.endIndex
    return MailAddress(Array(text[..<end].utf8))
  }

  /// The Message-ID; nil when the mail has none.
  var statedKey: MailKey? {
    guard let value = header["message-id"], !value.isEmpty else { return nil }
    return MailKey.list(value).first ?? MailKey(value.filter { !isWhiteSpace($0) })
  }

  /// What tells two mails with one Message-ID apart: the mailers of some people repeat theirs.
  var mark: MailKey {
    MailKey(
      Array((sender?.address ?? "").utf8) + [0] + Array(published.description.utf8) + [0]
        + (header["subject"] ?? []))
  }

  /// Whether it says `X-No-Archive: yes`, or `Archive: no` as news articles do.
  var asksNotToBeArchived: Bool {
    MailMessage.asksNotToBeArchived { header[$0] }
  }

  /// The same by the value of each header by its name in lower case.
  static func asksNotToBeArchived(_ header: (String) -> [UInt8]?) -> Bool {
    says("yes", header("x-no-archive")) || says("no", header("archive"))
  }

  /// A word may stand in quotation marks, or on the line below the header's name.
  private static func says(_ word: StaticString, _ value: [UInt8]?) -> Bool {
    let text = (value ?? []).drop { isWhiteSpace($0) || $0 == UInt8(ascii: "\"") }
    return Array(text).has(word, at: 0)
  }

  var subject: String { header["subject"].map { MailText.decodedHeader($0) } ?? "" }

  var senderName: String { sender.map { MailText.decodedHeader($0.name) } ?? "" }

  /// The words of the mail, decoded; nil when none are for reading.
  var words: [UInt8]? {
    if needsDecoding {
      guard MailText.isAvailable, let decoded = MailText.decoded(raw.bytes) else { return nil }
      return decoded.isHTML ? HTMLText(decoded.text, leavingOutQuotes: true).text : decoded.text
    }
    return CharacterSet.decoded(Array(raw.record.bytes[header.end...]), declared: charset).text
  }

  /// Whether it is more than one plain text as it stands.
  var needsDecoding: Bool {
    let encoding = header["content-transfer-encoding"] ?? []
    let isEncoded = encoding.has("quoted-printable", at: 0) || encoding.has("base64", at: 0)
    guard let type = header["content-type"] else { return isEncoded }
    return isEncoded || !type.has("text/plain", at: 0) && type.contains(0x2F)
  }

  private var charset: String? {
    guard let type = header["content-type"],
      let index = type.indices.first(where: { type.has("charset=", at: $0) })
    else { return nil }
    let value = type[(index + 8)...].drop { $0 == 0x22 }.prefix { !"\"; \t".utf8.contains($0) }
    return String(decoding: value, as: UTF8.self)
  }

  /// The address of the mail in an archive of the web, if it tells one that names nobody.
  var address: String? {
    guard let value = header["archived-at"] else { return nil }
    let bytes = value.filter { !isWhiteSpace($0) && $0 != 0x3C && $0 != 0x3E }
    guard bytes.has("https://", at: 0) || bytes.has("http://", at: 0), !bytes.contains(0x40),
      !bytes.indices.contains(where: { bytes.has("%40", at: $0) })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
