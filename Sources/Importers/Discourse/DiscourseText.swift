internal import CommunityData

/// The text of a post: Markdown where the export has it, else HTML.
struct DiscourseText {
  let object: SourceObject
  let topic: String
  let author: String?

  func add(
    to item: inout Item, _ forum: DiscourseForum, _ run: inout ImportRun
  ) throws(RecordFault) {
    if let raw = try object.bytes("raw") {
      let text = ProfileAddress.discourse.masked(in: withoutQuotedNames(raw))
      let body = Minimisation.minimised(text, .markdown) { text, start in
        forum.names.mention(in: text, from: start, author: author, &run)
      }
      item.setBody(body, .markdown)
    } else if let html = try object.bytes("cooked") {
      addHTML(html, to: &item, forum, &run)
    }
  }

  private func addHTML(
    _ html: [UInt8], to item: inout Item, _ forum: DiscourseForum, _ run: inout ImportRun
  ) {
    var quoted: Int?
    var body = Minimisation.minimised(html: html) { tag, words in
      if quoted == nil, tag.name == "aside", tag["data-topic"] == topic {
        quoted = tag["data-post"].flatMap { Int($0) }
      }
      return meaning(of: tag, words, forum, &run)
    } mentions: { text, start in
      forum.names.mention(in: text, from: start, author: author, &run)
    }
    body.text = ProfileAddress.discourse.masked(in: body.text)
    item.setBody(body, .html)
    if item.inReplyTo == nil, let quoted, let parent = forum.post(quoted, of: topic),
      parent != item.id
    {
      item.inReplyTo = parent
      item.derived.append("inReplyTo")
    }
  }

  private func meaning(
    of tag: HTMLTag, _ words: String, _ forum: DiscourseForum, _ run: inout ImportRun
  ) -> TagMeaning {
    if tag.hasClass("mention") { return person(named: words, forum, &run) }
    // The quoted person's name and picture; a picture's size; a preview of another site.
    let ofThePlatform = ["title", "meta", "avatar", "onebox-body", "badge-wrapper"]
    if ofThePlatform.contains(where: tag.hasClass) { return .dropped }
    let isProfile = tag.name == "a" && tag["href"].map(ProfileAddress.discourse.isOne) == true
    return isProfile ? .profile : .ordinary
  }

  private func person(
    named words: String, _ forum: DiscourseForum, _ run: inout ImportRun
  ) -> TagMeaning {
    let name = words.hasPrefix("@") ? String(words.dropFirst()) : words
    if MentionNames.everybody.contains(name) { return .ordinary }
    guard let handle = forum.names.handle(named: name) else { return .person(nil) }
    return .person(run.memberID(of: handle), counts: handle != author)
  }

  /// `[quote="ann, post:3, topic:12"]` → `[quote]`
  private func withoutQuotedNames(_ text: [UInt8]) -> [UInt8] {
    let names = Redaction.all(in: text) { index in
      guard text[index] == UInt8(ascii: "["), text.has("[quote=", at: index) else { return nil }
      let start = index + 1
      let end = text.end(from: start) { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "\n") }
      return Redaction(range: start..<end, replacement: "quote")
    }
    return names.applied(to: text)
  }
}
