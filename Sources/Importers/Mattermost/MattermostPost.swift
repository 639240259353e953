internal import Basics
internal import CommunityData

/// A post or reply of an export.
struct MattermostPost {
  let id: String
  private let object: SourceObject
  private let channel: String
  private let user: String?

  init(_ object: SourceObject, channel: String, _ run: inout ImportRun) throws(RecordFault) {
    self.object = object
    self.channel = channel
    user = try object.optionalString("user")
    let time = try object.id("create_at")
    id = run.madeID(of: Array("\(channel)\u{0}\(user ?? "")\u{0}\(time)".utf8))
  }

  func item(
    answering root: String?, _ names: MentionNames, _ run: inout ImportRun
  ) throws(RecordFault) -> Item {
    let isRemark = try isRemark()
    var item = Item(
      id: id, type: isRemark ? .system : .message,
      attributedTo: user.map { run.memberID(of: $0) },
      published: try object.time("create_at", .milliseconds))
    item.derived = ["id"]
    item.channel = channel
    item.context = root
    item.inReplyTo = root
    if try object.optionalID("edit_at") ?? "0" != "0" {
      item.updated = run.known(try object.optionalTime("edit_at", .milliseconds))
    }
    item.reactions = try reactions()
    // Remarks of the platform call people by their bare names.
    guard !isRemark, let text = try object.bytes("message") else { return item }
    let body = Minimisation.minimised(text, .markdown) { text, start in
      names.mention(in: text, from: start, author: user, &run)
    }
    item.setBody(body, .markdown)
    return item
  }

  /// Newer exports say so; in older ones it shows by the words.
  private func isRemark() throws(RecordFault) -> Bool {
    if let type = try object.optionalString("type") { return type.hasPrefix("system_") }
    guard let user, let text = try object.optionalString("message") else { return false }
    return ["joined", "left"].contains { text == "\(user) \($0) the channel." }
      || text.hasSuffix(" added to the channel by \(user).")
      || text.hasSuffix(" removed from the channel.") && text.split(separator: " ").count == 5
  }

  /// Each reaction stands there by itself.
  private func reactions() throws(RecordFault) -> [Reaction] {
    var reactions: [Reaction] = []
    for reaction in try object.objects("reactions") {
      let name = try reaction.string("emoji_name")
      if let index = reactions.firstIndex(where: { $0.name == name }) {
        reactions[index].count += 1
      } else {
        reactions.append(Reaction(name: name, count: 1))
      }
    }
    return reactions
  }
}
