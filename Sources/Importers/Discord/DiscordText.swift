internal import CommunityData

/// Discord's texts, which name people as `<@7>` where the exporter was told to leave such signs.
enum DiscordText {
  private static let longestID = 20

  /// `ask <@7>` → `ask @m-…`; addresses of profiles lose their number.
  static func body(
    _ written: [UInt8], _ names: MentionNames, author: String?, _ run: inout ImportRun
  ) -> Minimisation.Result {
    var named: [String] = []
    let signs = Redaction.all(in: written) { index in
      guard let id = id(in: written, at: index) else { return nil }
      let handle = String(decoding: written[id], as: UTF8.self)
      let member = run.memberID(of: handle)
      if handle != author, !named.contains(member) { named.append(member) }
      return Redaction(range: index..<id.upperBound + 1, replacement: "@\(member)")
    }
    let text = ProfileAddress.discord.masked(in: signs.applied(to: written))
    var body = Minimisation.minimised(text, .markdown) { text, start in
      names.mention(in: text, from: start, author: author, &run)
    }
    body.mentions = named + body.mentions.filter { !named.contains($0) }
    return body
  }

  /// Where the id stands in a `<@7>` or `<@!7>` that begins at an index.
  private static func id(in text: [UInt8], at index: Int) -> Range<Int>? {
    guard text.has("<@", at: index) else { return nil }
    let start = text.at(index + 2) == UInt8(ascii: "!") ? index + 3 : index + 2
    let end = text.end(from: start, limit: longestID, while: ByteClass.isDigit)
    return end > start && text.at(end) == UInt8(ascii: ">") ? start..<end : nil
  }
}
