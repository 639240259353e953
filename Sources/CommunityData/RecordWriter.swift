internal import Basics
internal import JSONText

/// The lines of a snapshot's files. Fields without a value are left out, save the author of an item:
/// null says that the account is gone.
extension JSONWriter {
  mutating func write(_ item: Item) {
    object { json in
      json.writeIdentity(of: item)
      json.writeBody(of: item)
      json.writeRelations(of: item)
      json.writeStanding(of: item)
    }
    endLine()
  }

  mutating func write(_ member: Member) {
    object { json in
      json.field("id", member.id)
      json.field("kind", member.kind.rawValue)
      json.field("role", member.role.rawValue)
      json.field("joined", ifPresent: member.joined)
      json.field("level", ifPresent: member.level)
      json.field("organisation", ifPresent: member.organisation)
      if let discoverable = member.discoverable { json.field("discoverable", discoverable) }
      json.field("display", ifPresent: member.display)
    }
    endLine()
  }

  mutating func write(_ channel: Channel) {
    object { json in
      json.field("id", channel.id)
      json.field("name", channel.name)
      json.field("parent", ifPresent: channel.parent)
    }
    endLine()
  }

  mutating func write(_ credit: Attribution) {
    object { json in
      json.field("member", credit.member)
      json.field("name", credit.name)
      json.field("profile", ifPresent: credit.profile)
    }
    endLine()
  }

  mutating func field(_ name: String, ifPresent moment: Timestamp?) {
    if let moment { field(name, moment) }
  }

  mutating func field(_ name: String, _ moment: Timestamp) {
    self.name(name)
    string(unescaped: moment.rfc3339)
  }

  mutating func field(_ name: String, unlessEmpty texts: [String]) {
    if texts.isEmpty { return }
    array(name) { json in for text in texts { json.string(text) } }
  }

  // MARK: Parts of an item

  private mutating func writeIdentity(of item: Item) {
    field("id", item.id)
    field("type", item.type.rawValue)
    name("attributedTo")
    if let author = item.attributedTo { string(author) } else { null() }
    field("published", item.published)
    field("updated", ifPresent: item.updated)
    field("deleted", ifPresent: item.deleted)
  }

  private mutating func writeBody(of item: Item) {
    field("name", ifPresent: item.name)
    field("content", ifPresent: item.content)
    field("mediaType", ifPresent: item.mediaType?.rawValue)
    field("language", ifPresent: item.language)
  }

  private mutating func writeRelations(of item: Item) {
    field("inReplyTo", ifPresent: item.inReplyTo)
    field("context", ifPresent: item.context)
    field("channel", ifPresent: item.channel)
    field("url", ifPresent: item.url)
    field("tag", unlessEmpty: item.tag)
    field("mentions", unlessEmpty: item.mentions)
  }

  private mutating func writeStanding(of item: Item) {
    if !item.reactions.isEmpty {
      array("reactions") { json in
        for reaction in item.reactions {
          json.object { json in
            json.field("name", reaction.name)
            json.field("count", reaction.count)
          }
        }
      }
    }
    field("score", ifPresent: item.score)
    field("accepted", ifPresent: item.accepted)
    field("state", ifPresent: item.state)
    field("closed", ifPresent: item.closed)
    if !item.codes.isEmpty { array("codes") { json in item.codes.forEach { json.write($0) } } }
    field("licence", ifPresent: item.licence)
    field("derived", unlessEmpty: item.derived)
  }

  private mutating func write(_ mark: CodeMark) {
    object { json in
      json.field("code", mark.code)
      json.field("by", mark.by.rawValue)
      json.field("cue", ifPresent: mark.cue)
    }
  }
}
