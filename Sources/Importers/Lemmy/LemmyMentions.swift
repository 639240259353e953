/// Whom Lemmy's texts name: `@ann@lemmy.example` is an account on its server, `@ann` somebody on an
/// unknown one.
struct LemmyMentions {
  /// The accounts of the export by name and server, however their addresses are built and spelt.
  let names: MentionNames
  /// Nobody mentions themselves.
  let author: String?

  func mention(in text: [UInt8], from start: Int, _ run: inout ImportRun) -> Mention? {
    guard let (name, end) = MentionNames.readings(in: text, from: start).last,
      !MentionNames.everybody.contains(name)
    else { return nil }
    guard text.at(end) == UInt8(ascii: "@"),
      let (host, behind) = MentionNames.readings(in: text, from: end + 1).last
    else { return Mention(end: end, member: nil) }
    let handle = names.handle(named: "\(name)@\(host)") ?? "https://\(host)/u/\(name)"
    return Mention(end: behind, member: run.memberID(of: handle), counts: handle != author)
  }
}
