internal import Basics
internal import CommunityData

/// A message of a mailing list or newsgroup, its headers as the fields of an object.
///
/// The envelope's time is that of the `Date` header, in UTC. Message ids are hashed, since they may
/// hold addresses. Of the text only the sender's own words are kept, as of every mail.
struct PercevalMail {
  private let envelope: PercevalEnvelope
  private let headers: [String: String]
  private let sender: MailAddress?

  init(_ envelope: PercevalEnvelope) throws(RecordFault) {
    self.envelope = envelope
    var headers: [String: String] = [:]
    for name in envelope.data.names where name.lowercased() != "body" {
      let value = try? envelope.data.text(path: name)
      if let value { headers[name.lowercased()] = String(decoding: value, as: UTF8.self) }
    }
    if headers["message-id"] == nil { throw envelope.object.fault("it has no Message-ID") }
    sender = MailAuthor { name in headers[name].map { Array($0.utf8) } }.address
    self.headers = headers
  }

  func item(_ run: inout ImportRun) throws(RecordFault) -> Item {
    let id = id(of: headers["message-id"] ?? "", run)
    var item = Item(
      id: id, type: .message, attributedTo: handle.map { run.memberID(of: $0) },
      published: envelope.updated)
    item.derived = ["id"]
    item.channel = envelope.channel.id
    let title = headers["subject"].map(subject) ?? ""
    if !title.isEmpty { item.name = Minimisation.minimised(mail: Array(title.utf8)) }
    let references = identifiers(in: headers["references"])
    let answered = identifiers(in: headers["in-reply-to"]).first ?? references.last
    item.inReplyTo = answered.map { self.id(of: $0, run) }
    item.context = (references.first ?? answered).map { self.id(of: $0, run) } ?? id
    try addBody(to: &item)
    return item
  }

  var asksNotToBeArchived: Bool {
    MailMessage.asksNotToBeArchived { name in headers[name].map { Array($0.utf8) } }
  }

  private func id(of messageID: String, _ run: ImportRun) -> String {
    run.madeID(of: Array(messageID.drop { $0 == "<" }.prefix { $0 != ">" }.utf8))
  }

  private func identifiers(in header: String?) -> [String] {
    (header ?? "").split { $0.isWhitespace || $0 == "," }.filter { $0.hasPrefix("<") }.map(
      String.init)
  }

  /// The address of the sender; what stands in `From` where it holds none, as newsgroups allow.
  private var handle: String? {
    if let sender { return sender.address }
    guard let from = headers["from"] else { return nil }
    let inside = from.split(separator: "<").last?.split(separator: ">").first ?? ""
    let name = from.contains("<") ? inside : from.prefix { $0 != "(" }
    return String(name).trimmingBlanks.lowercased()
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
    guard let text = try words() else { return }
    let name = sender.map { MailText.decodedHeader($0.name) } ?? ""
    let body = MailBody(text, sender: name)
    if body.text.isEmpty { return }
    item.content = Minimisation.minimised(mail: body.text)
    item.mediaType = .plain
  }

  /// The plain text, or else the words of the HTML one.
  private func words() throws(RecordFault) -> [UInt8]? {
    guard let body = try envelope.data.object("body") else { return nil }
    if let plain = try body.bytes("plain"), !plain.allSatisfy(isWhiteSpace) { return plain }
    return try body.bytes("html").map { HTMLText($0, leavingOutQuotes: true).text }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
