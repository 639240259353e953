internal import Basics
internal import JSONText

/// How the ledger lies on disk.
package enum LedgerFile {
  package static let folder = "Content/consent"
  package static let path = "Content/consent/ledger.ndjson"
  package static let head = "Content/consent/head"
  package static let people = "Content/consent/people.ndjson"
  package static let evidence = "Content/consent/evidence"
  package static let notices = "Content/consent/notices"

  /// An event as one line, without its end: the same event has the same bytes on every machine.
  package static func bytes(of event: ConsentEvent) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.field("v", 1)
      object.field("seq", event.sequence)
      object.field("prev", "sha256:\(event.previous)")
      object.field("event", event.kind.rawValue)
      object.field("id", event.id)
      object.field("subject", event.subject.description)
      object.field("place", ifPresent: event.place?.text)
      if !event.scopes.isEmpty {
        object.array("scope") { list in for scope in event.scopes { list.string(scope.rawValue) } }
      }
      object.field("item", ifPresent: event.item)
      object.field("purpose", ifPresent: event.purpose?.rawValue)
      object.field("by_role", ifPresent: event.role?.rawValue)
      object.field("by_ref", ifPresent: event.person)
      object.field("standing", ifPresent: event.standing?.rawValue)
      object.field("method", ifPresent: event.method?.rawValue)
      if let evidence = event.evidence { write(evidence, to: &object) }
      if let notice = event.notice { write(notice, to: &object) }
      object.field("at", event.at.description)
      object.field("expires", ifPresent: event.expires?.description)
    }
    return writer.bytes
  }

  private static func write(_ evidence: EvidenceReference, to object: inout JSONWriter) {
    object.object("evidence") { inner in
      inner.field("url", ifPresent: evidence.url?.text)
      inner.field("captured", evidence.captured.description)
      inner.field("sha256", evidence.sha256)
      inner.field("file", evidence.file)
    }
  }

  private static func write(_ notice: NoticeReference, to object: inout JSONWriter) {
    object.object("notice") { inner in
      inner.field("version", notice.version)
      inner.field("sha256", notice.sha256)
      inner.field("lang", notice.language)
    }
  }
}
