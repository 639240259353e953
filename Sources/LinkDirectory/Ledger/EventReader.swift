internal import Basics
internal import JSONText

/// Reads one line of the ledger, field by field; every fault is reported.
struct EventReader {
  private var reader: FieldReader

  /// nil findings mean that the event can be relied on as far as its own line goes.
  static func read(_ fields: [JSONField], _ findings: LineFindings) -> (ConsentEvent?, [Diagnostic])
  {
    var reader = EventReader(reader: FieldReader(fields, findings))
    let event = reader.event()
    let found = reader.reader.findings.diagnostics
    return (found.isEmpty ? event : nil, found)
  }

  private mutating func event() -> ConsentEvent? {
    reader.refuseOthers(than: LedgerField.allCases.map(\.rawValue), in: "a consent event")
    checkVersion()
    let sequence = sequence()
    let previous = reader.digest("prev", prefixed: true)
    let kind: ConsentEvent.Kind? = reader.word("event")
    let id = reader.text("id", "a ULID (26 digits and capitals)") { isULID($0) ? $0 : nil }
    let subject = reader.text("subject", "`c-…` or `p-…` with small letters and digits") {
      ConsentSubject($0)
    }
    let at = reader.moment("at")
    reader.require(["v", "seq", "prev", "event", "id", "subject", "at"], in: "a consent event")
    guard let kind, let subject else { return nil }
    checkNeeds(kind, subject)
    guard let sequence, let previous, let id, let at else { return nil }
    var event = ConsentEvent(kind, id: id, subject: subject, at: at)
    event.sequence = sequence
    event.previous = previous
    readWhat(into: &event)
    readWho(into: &event)
    readProof(into: &event)
    EventConsistency.check(event, &reader)
    return event
  }

  private mutating func checkVersion() {
    guard let value = reader.field("v")?.value, value.integer != 1 else { return }
    reader.report(LinkDirectoryCodes.wrongValue, "`v` must be 1", at: "v")
  }

  private mutating func sequence() -> Int? {
    guard let value = reader.field("seq")?.value else { return nil }
    if let number = value.integer, number >= 1 { return number }
    reader.report(LinkDirectoryCodes.wrongValue, "`seq` wants a whole number from 1 on", at: "seq")
    return nil
  }

  private mutating func checkNeeds(_ kind: ConsentEvent.Kind, _ subject: ConsentSubject) {
    let what = "\(kind.rawValue) of a \(subject.isPerson ? "person" : "community")"
    for field in LedgerField.allCases {
      switch field.need(in: kind, isPerson: subject.isPerson) {
      case .required:
        let isCommon = field.need(in: .erase, isPerson: true) == .required
        if !isCommon { reader.require([field.rawValue], in: what) }
      case .forbidden: reader.forbid(field.rawValue, in: what)
      case .optional: continue
      }
    }
    if kind == .erase, !subject.isPerson {
      reader.report(
        LinkDirectoryCodes.wrongValue, "only a person's details can be erased", at: "subject",
        fix: "revoke the consent of a community")
    }
  }

  private mutating func readWhat(into event: inout ConsentEvent) {
    event.place = reader.text("place", "a web address") { WebAddress($0) }
    event.scopes = reader.words("scope", among: event.subject.scopes)
    event.item = reader.text("item", "`community/item id`") { isItemName($0) ? $0 : nil }
    event.purpose = reader.word("purpose")
    event.expires = reader.moment("expires")
  }

  private mutating func readWho(into event: inout ConsentEvent) {
    let isPerson = event.subject.isPerson
    event.role = reader.word("by_role", among: isPerson ? [.own] : ConsentRole.ofCommunities)
    event.person = reader.text("by_ref", "`p-…`") { text in
      ConsentSubject(text)?.isPerson == true ? text : nil
    }
    event.standing = reader.word("standing")
  }

  private mutating func readProof(into event: inout ConsentEvent) {
    let isPerson = event.subject.isPerson
    event.method = reader.word(
      "method", among: isPerson ? ConsentMethod.ofPersons : ConsentMethod.ofCommunities)
    event.evidence = evidence()
    event.notice = notice()
  }

  private mutating func evidence() -> EvidenceReference? {
    guard var inner = reader.inner("evidence") else { return nil }
    defer { reader.adopt(inner) }
    inner.refuseOthers(than: ["url", "captured", "sha256", "file"], in: "evidence")
    inner.require(["captured", "sha256", "file"], in: "evidence")
    let url = inner.text("url", "a web address") { WebAddress($0) }
    let captured = inner.moment("captured")
    let digest = inner.digest("sha256")
    let file = inner.text("file", "a path as evidence/12.txt") { text in
      (try? SitePath(text)).flatMap { $0.folder.text == "evidence" ? text : nil }
    }
    guard let captured, let digest, let file else { return nil }
    return EvidenceReference(url: url, captured: captured, sha256: digest, file: file)
  }

  private mutating func notice() -> NoticeReference? {
    guard var inner = reader.inner("notice") else { return nil }
    defer { reader.adopt(inner) }
    inner.refuseOthers(than: ["version", "sha256", "lang"], in: "a notice")
    inner.require(["version", "sha256", "lang"], in: "a notice")
    let version = inner.text("version", "a whole number in quotes") { text in
      Int(text).flatMap { $0 >= 1 && $0.description == text ? text : nil }
    }
    let digest = inner.digest("sha256")
    let language = inner.text("lang", "a language as `en`") { isLanguageTag($0) ? $0 : nil }
    guard let version, let digest, let language else { return nil }
    return NoticeReference(version: version, sha256: digest, language: language)
  }
}

/// 26 digits of Crockford's base 32, the first at most 7.
func isULID(_ text: String) -> Bool {
  text.utf8.count == 26 && text.utf8.allSatisfy { crockford.contains($0) }
    && text.utf8.first.map { $0 <= UInt8(ascii: "7") } == true
}

let crockford = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

/// `history-meta/post-618`
package func isItemName(_ text: String) -> Bool {
  let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
  return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
}

/// Letters, digits and hyphens, as in `en` or `zh-Hant`.
package func isLanguageTag(_ text: String) -> Bool {
  (2...35).contains(text.utf8.count)
    && text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
