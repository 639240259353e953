internal import Basics
internal import CommunityData

/// A message of a mailing list or newsgroup, its headers as the fields of an object.
///
/// The envelope's time is that of the `Date` header, in UTC. Message ids are hashed, since they may
/// hold addresses.
struct PercevalMail {
  private let envelope: PercevalEnvelope
  private let headers: [String: String]

  init(_ envelope: PercevalEnvelope) throws(RecordFault) {
    self.envelope = envelope
    var headers: [String: String] = [:]
    for name in envelope.data.names where name.lowercased() != "body" {
      let value = try? envelope.data.text(path: name)
      if let value { headers[name.lowercased()] = String(decoding: value, as: UTF8.self) }
    }
    self.headers = headers
    if headers["message-id"] == nil { throw envelope.object.fault("it has no Message-ID") }
  }

  func item(_ run: inout ImportRun) throws(RecordFault) -> Item {
    let author = headers["from"].map(address)
    let id = id(of: headers["message-id"] ?? "", run)
    var item = Item(
      id: id, type: .message, attributedTo: author.map { run.memberID(of: $0) },
      published: envelope.updated)
    item.derived = ["id"]
    item.channel = envelope.channel.id
    item.setTitle(headers["subject"].map(subject))
    let references = identifiers(in: headers["references"])
    let answered = identifiers(in: headers["in-reply-to"]).first ?? references.last
    item.inReplyTo = answered.map { self.id(of: $0, run) }
    item.context = (references.first ?? answered).map { self.id(of: $0, run) } ?? id
    try addBody(to: &item)
    return item
  }

  private func id(of messageID: String, _ run: ImportRun) -> String {
    run.madeID(of: Array(messageID.drop { $0 == "<" }.prefix { $0 != ">" }.utf8))
  }

  private func identifiers(in header: String?) -> [String] {
    (header ?? "").split { $0.isWhitespace || $0 == "," }.filter { $0.hasPrefix("<") }.map(
      String.init)
  }

  /// `Ann <Ann at example.org>` → `ann@example.org`
  private func address(_ from: String) -> String {
    let inside = from.split(separator: "<").last?.split(separator: ">").first ?? ""
    let address = from.contains("<") ? String(inside) : String(from.prefix { $0 != "(" })
    return address.replacing(" at ", with: "@").trimmingBlanks.lowercased()
  }

  /// `Re: [list] Hello` → `Hello`
  private func subject(_ text: String) -> String {
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      if let mark = ["re:", "fwd:", "aw:", "sv:"].first(where: { rest.lowercased().hasPrefix($0) })
      {
        rest = rest.dropFirst(mark.count)
      } else if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
        rest = rest[rest.index(after: end)...]
      } else {
        return rest.isEmpty ? text : String(rest)
      }
    }
  }

  private func addBody(to item: inout Item) throws(RecordFault) {
    guard let body = try envelope.data.object("body") else { return }
    if let plain = try body.optionalString("plain") {
      item.setBody(Minimisation.minimised(plain.utf8, .plain) { _, _ in nil }, .plain)
    } else if let html = try body.bytes("html") {
      item.setBody(Minimisation.minimised(html: html) { _, _ in .ordinary }, .html)
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
