internal import CommunityData

/// What the whole export tells about each of its messages.
struct GitterContext {
  var names: GitterNames
  /// The id of the answered message by the id of the answering one.
  var parents: [String: String]

  /// The message as an item; its author and those it mentions become members of `run`.
  func item(_ message: GitterMessage, _ run: inout ImportRun) -> Item {
    let author =
      message.authorID.isEmpty
      ? nil : run.memberID(of: message.authorID, alsoCalled: message.authorName)
    var item = Item(
      id: message.id, type: .message, attributedTo: author, published: message.published)
    item.channel = message.room
    // Room names count from the host.
    item.url = "\(run.site)/\(message.roomName)?at=\(message.id)"
    item.inReplyTo = parents[message.id]
    if item.inReplyTo != nil { item.derived = ["inReplyTo"] }
    let body = Minimisation.minimised(message.text, .markdown) { text, start in
      mention(text, start, author: message.authorID, &run)
    }
    item.setBody(body, .markdown)
    return item
  }

  private func mention(
    _ text: [UInt8], _ start: Int, author: String, _ run: inout ImportRun
  ) -> Mention? {
    let readings = GitterNames.readings(in: text, from: start)
    for (name, end) in readings {
      guard let id = names.writer(named: name) else { continue }
      return Mention(end: end, member: run.memberID(of: id), counts: id != author)
    }
    guard let (name, end) = readings.first, names.isAddressed(name) else { return nil }
    return Mention(end: end, member: nil)
  }
}
