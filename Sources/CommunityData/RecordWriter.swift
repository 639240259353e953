internal import Basics
internal import JSONText

/// The lines of a snapshot's files but those of items, which ``ItemLine`` writes. Fields without a value
/// are left out.
extension JSONWriter {
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
    string { moment.append(to: &$0) }
  }

  // MARK: Parts of an item

  mutating func write(_ reaction: Reaction) {
    object { json in
      json.field("name", reaction.name)
      json.field("count", reaction.count)
    }
  }

  mutating func write(_ mark: CodeMark) {
    object { json in
      json.field("code", mark.code)
      json.field("by", mark.by.rawValue)
      json.field("cue", ifPresent: mark.cue)
    }
  }
}
