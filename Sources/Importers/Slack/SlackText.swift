internal import CommunityData

/// A text of Slack as it may be written: Markdown in which nobody is named.
enum SlackText {
  static func body(
    _ text: [UInt8], author: String?, _ people: SlackPeople, _ run: inout ImportRun
  ) -> Minimisation.Result {
    var named: [String] = []
    let mrkdwn = Mrkdwn(ProfileAddress.slack.masked(in: text)) { reference in
      switch reference {
      case .user(let id, _):
        let member = run.memberID(of: id)
        if id != author, !named.contains(member) { named.append(member) }
        return "@\(member)"
      case .channel(let id, let label): return "#\(label ?? id)"
      }
    }
    let markdown = withoutUserIDs(mrkdwn.markdown, people, &run)
    var body = Minimisation.minimised(markdown, .markdown) { text, start in
      people.names.mention(in: text, from: start, author: author, &run)
    }
    body.mentions = named + body.mentions.filter { !named.contains($0) }
    return body
  }

  /// `commented on U064SRKPD's file` → `commented on @m-…'s file`
  private static func withoutUserIDs(
    _ text: [UInt8], _ people: SlackPeople, _ run: inout ImportRun
  ) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < text.count {
      let start = index
      index = text.end(from: start, while: ByteClass.isASCIIWord)
      let word = text[start..<index]
      if word.first == UInt8(ascii: "U") || word.first == UInt8(ascii: "W"), word.count >= 8,
        case let id = String(decoding: word, as: UTF8.self), people.has(id)
      {
        output += "@\(run.memberID(of: id))".utf8
      } else {
        output += word
      }
      if index < text.count {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }
}
