internal import CommunityData

/// A text of Slack as it may be written: Markdown in which nobody is named.
enum SlackText {
  static func body(
    _ text: [UInt8], author: String?, _ people: SlackPeople, _ run: inout ImportRun
  ) -> Minimisation.Result {
    var named: [String] = []
    let mrkdwn = Mrkdwn(withoutProfiles(text)) { reference in
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

  /// Addresses of files and people hold names:
  /// `https://x.slack.com/files/ann/F06/a.png` → `https://x.slack.com/files/-/F06/a.png`.
  private static func withoutProfiles(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < text.count {
      let place = places.first { text.has($0, at: index) }
      guard let place else {
        output.append(text[index])
        index += 1
        continue
      }
      let start = index + place.utf8CodeUnitCount
      output += text[index..<start]
      output.append(UInt8(ascii: "-"))
      index = text.end(from: start) { !isWhiteSpace($0) && !"/|>?#)".utf8.contains($0) }
    }
    return output
  }

  private static let places: [StaticString] = [".slack.com/files/", ".slack.com/team/"]

  /// `commented on U064SRKPD's file` → `commented on @m-…'s file`
  private static func withoutUserIDs(
    _ text: [UInt8], _ people: SlackPeople, _ run: inout ImportRun
  ) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < text.count {
      let start = index
      index = text.end(from: start, while: ByteClass.isWord)
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
