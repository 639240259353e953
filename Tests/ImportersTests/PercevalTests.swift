import CommunityData
import Importers
import JSONText
import Testing

/// What items of several backends become; they stand one after the other in `Fixtures/perceval`.
struct PercevalTests {
  let fixture: ConversationFixture
  let club: Imported

  init() throws {
    fixture = try ConversationFixture.named("perceval")
    club = try fixture.imported()
  }

  @Test func countsEveryItem() {
    #expect(club.counts.items == 8 && club.counts.quarantined == 1)
    #expect(
      club.counts.withheld == [
        "not a conversation: commit": 1, "not a conversation: event": 1,
        "of a backend that is no conversation: Nowhere": 1,
      ])
    #expect(club.quarantine.first?["reason"]?.string == "`updated_on` is missing")
  }

  @Test(arguments: [
    ExpectedField("mattermost-mm1", "published", "2017-07-14T02:40:00Z"),
    ExpectedField("mattermost-mm1", "channel", "https://chat.example/1"),
    ExpectedField("mattermost-mm2", "inReplyTo", "mattermost-mm1"),
    ExpectedField("mattermost-mm2", "context", "mattermost-mm1"),
    ExpectedField("mattermost-mm2", "updated", "2017-07-14T02:40:02Z"),
    ExpectedField("mattermost-mm3", "type", "system"),
    ExpectedField("mattermost-mm3", "content", nil),
    ExpectedField("gitlab-issue-5", "name", "Broken"),
    ExpectedField("gitlab-issue-5", "state", "closed"),
    ExpectedField("gitlab-comment-9", "inReplyTo", "gitlab-issue-5"),
    ExpectedField("gitlab-comment-9", "context", "gitlab-issue-5"),
    ExpectedField("stackexchange-post-1", "type", "question"),
    ExpectedField("stackexchange-post-1", "accepted", "stackexchange-post-2"),
    ExpectedField("stackexchange-post-2", "type", "answer"),
    ExpectedField("stackexchange-post-2", "score", "-2"),
    ExpectedField("stackexchange-post-2", "context", "stackexchange-post-1"),
  ])
  func readsField(expected: ExpectedField) {
    club.check(expected)
  }

  @Test func readsMail() throws {
    let mail = try #require(club.items.values.first { $0["name"]?.string == "Canoes" })
    #expect(mail["published"]?.string == "2014-09-23T17:25:15Z")
    #expect(mail["content"]?.string == "I like them.\nWrite [e-mail removed]")
    #expect(mail["attributedTo"]?.string == fixture.member("canaryann@example.org"))
    #expect(mail["inReplyTo"]?.string?.hasPrefix("h-") == true)
    #expect(mail["context"]?.string == mail["inReplyTo"]?.string)
  }

  /// A quotation with the line that introduces it, and a signature: neither is the sender's words.
  @Test(arguments: [
    (#"{"plain": "\#(PercevalTests.letter)"}"#, "fine"),
    (#"{"plain": " ", "html": "<p>fine<blockquote>secret words</blockquote>"}"#, "fine"),
    (#"{"plain": "write ben.hand at example.org"}"#, "write [e-mail removed]"),
  ])
  func keepsOfMailWhatTheSenderWrote(body: String, content: String) throws {
    let mail = try importing(
      [
        "p.json": PercevalTests.envelope(
          "Pipermail", "https://l.example",
          #""Message-ID": "<1@x>", "From": "benhandle at example.org (Ben Hand)", "#
            + #""Subject": "ask ann at example.org", "body": \#(body)"#)
      ], as: "perceval")
    let item = try #require(mail.items.values.first)
    #expect(item["content"]?.string == content && item["mediaType"]?.string == "text/plain")
    #expect(item["name"]?.string == "ask [e-mail removed]")
    for word in ["secret", "handle", "at example"] { #expect(!mail.published.contains(word)) }
  }

  @Test(arguments: [
    (#""X-No-Archive": "Yes""#, true), (#""x-no-archive": "\"yes\"""#, true),
    (#""X-No-Archive": "\n yes""#, true), (#""Archive": "no""#, true),
    (#""X-No-Archive": "no""#, false), (#""Archive": "yes""#, false),
  ])
  func withholdsMailThatIsNotToBeArchived(header: String, isWithheld: Bool) throws {
    func mail(_ backend: String, _ number: Int, _ header: String) -> String {
      PercevalTests.envelope(
        backend, "https://l.example",
        #""Message-ID": "<\#(number)@x>", "From": "ben@b.example", \#(header), "#
          + #""body": {"plain": "words \#(number)"}"#)
    }
    for backend in ["MBox", "Pipermail", "NNTP"] {
      let mails = mail(backend, 1, header) + mail(backend, 2, #""Subject": "s""#)
      let list = try importing(["p.json": mails], as: "perceval")
      #expect(
        list.counts.withheld == (isWithheld ? ["its sender asked not to be archived": 1] : [:]))
      #expect(list.counts.items == (isWithheld ? 1 : 2) && list.counts.addUp)
      #expect(list.text.contains("words 1") != isWithheld)
    }
  }

  /// A message of a place that tells who may read it.
  private static func secret(_ backend: String, _ place: String) -> String {
    envelope(
      backend, "https://chat.example",
      #""id": "1", "message": "secret", "text": "secret", "user": "U1", "#
        + #""ts": "1500000000.000001", "create_at": 1500000000000, \#(place)"#)
  }

  private static func telegram(in kind: String) -> String {
    message("https://t.me/a one", 1, #", "text": "secret""#)
      .replacing(#""chat": {"#, with: #""chat": {"type": "\#(kind)", "#)
  }

  private static let confidential = issue("https://git.one/a", 5)
    .replacing(#"{"id": 5,"#, with: #"{"title": "secret", "confidential": true, "id": 5,"#)

  private static let letters = envelope(
    "Discourse", "https://forum.example",
    #""id": 5, "title": "secret", "archetype": "private_message", "post_stream": {"posts": ["#
      + #"{"id": 1, "topic_id": 5, "created_at": "2018-01-01T00:00:00Z", "raw": "secret"}]}"#)

  /// The reasons without the community's consent, and with it.
  @Test(
    arguments: [
      (telegram(in: "private"), "a direct message", "a direct message"),
      (telegram(in: "group"), nil, nil),
      (
        secret("Mattermost", #""channel_data": {"type": "D"}"#), "a direct message",
        "a direct message"
      ),
      (
        secret("Mattermost", #""channel_data": {"type": "P"}"#),
        "in a channel that is not public", nil
      ),
      (secret("Mattermost", #""channel_data": {"type": "O"}"#), nil, nil),
      (
        secret("Slack", #""channel_info": {"is_im": true}"#), "a direct message",
        "a direct message"
      ),
      (
        secret("Slack", #""channel_info": {"is_im": false, "is_private": true}"#),
        "in a channel that is not public", nil
      ),
      (confidential, "not for everybody to read", nil),
      (letters, "a direct message", "a direct message"),
    ] as [(String, String?, String?)])
  func withholdsWhatIsNotForEverybody(line: String, alone: String?, agreed: String?) throws {
    let other = PercevalTests.envelope("Supybot", "irc", #""nick": "a", "body": "x""#)
    for (reason, hasConsent) in [(alone, false), (agreed, true)] {
      let talk = try importing(["p.json": line + other], as: "perceval") {
        if hasConsent { $0.giveConsent() }
      }
      #expect(talk.counts.withheld == (reason.map { [$0: 1] } ?? [:]))
      #expect((talk.counts.items == 1) == (reason != nil) && talk.counts.addUp)
      #expect(talk.text.contains("secret") == (reason == nil))
    }
  }

  @Test func withholdsANoteThatIsNotForEverybody() throws {
    let line = PercevalTests.issue("https://git.one/a", 5).replacing(
      #""body": "no""#, with: #""body": "secret", "confidential": false, "internal": true"#)
    let tracker = try importing(["p.json": line], as: "perceval")
    #expect(tracker.items.keys.sorted() == ["gitlab-issue-5"])
    #expect(tracker.counts.withheld == ["not for everybody to read": 1] && tracker.counts.addUp)
    #expect(!tracker.text.contains("secret"))
  }

  private static let letter =
    #"On 2 March, Ann Lee <annhandle at example.org> wrote:\n> secret quoted words\n\nfine\n-- \n"#
    + #"Ben Hand\nbenhandle at example.org\n"#

  private static func envelope(_ backend: String, _ origin: String, _ data: String) -> String {
    #"{"backend_name": "\#(backend)", "origin": "\#(origin)", "updated_on": 1500000000.0, "#
      + #""perceval_version": "1", "data": {\#(data)}}"# + "\n"
  }

  private static func message(_ place: String, _ number: Int, _ more: String = "") -> String {
    let origin = place.split(separator: " ").first.map(String.init) ?? place
    let chat = place.split(separator: " ").last.map(String.init) ?? place
    return envelope(
      "Telegram", origin,
      #""message": {"message_id": \#(number), "date": 1500000000, "chat": {"id": "\#(chat)"}, "#
        + #""from": {"id": 11, "username": "canaryann"}\#(more)}"#)
  }

  private static func issue(_ origin: String, _ id: Int) -> String {
    envelope(
      "GitLab", origin,
      #""id": \#(id), "author": {"username": "canaryann"}, "created_at": "2017-03-17T03:44:12Z", "#
        + #""notes_data": [{"id": \#(id)0, "body": "no", "author": {"username": "canaryben"}, "#
        + #""created_at": "2017-03-18T03:44:12Z"}]"#)
  }

  /// Of two places that count alike both items stay; a lone place's ids stay as they are there.
  @Test(arguments: [
    ([message("https://t.me/a one", 1), message("https://t.me/a one", 2)], 2, true),
    ([message("https://t.me/a one", 1), message("https://t.me/b one", 1)], 2, false),
    ([message("https://t.me/a one", 1), message("https://t.me/a two", 1)], 2, false),
    ([issue("https://git.one/a", 5), issue("https://git.one/b", 6)], 4, true),
    ([issue("https://git.one/a", 5), issue("https://git.two/a", 5)], 4, false),
  ])
  func tellsPlacesApart(lines: [String], items: Int, isPlain: Bool) throws {
    let forth = try importing(["p.json": lines.joined()], as: "perceval")
    #expect(forth.items.count == items)
    #expect(forth.items.keys.allSatisfy { $0.hasPrefix("h-") != isPlain })
    let back = try importing(["p.json": lines.reversed().joined()], as: "perceval")
    #expect(Set(back.items.keys) == Set(forth.items.keys))
    for item in forth.items.values {
      if let parent = item["inReplyTo"]?.string { #expect(forth.items[parent] != nil) }
    }
  }

  @Test func mentionsAnAuthorWhoGoesByANumber() throws {
    let place = "https://t.me/a one"
    let talk = try importing(
      [
        "p.json": PercevalTests.message(place, 1)
          + PercevalTests.message(place, 2, #", "text": "ho @CanaryAnn""#)
          .replacing(#""id": 11, "username": "canaryann""#, with: #""id": 12, "username": "b""#)
      ], as: "perceval")
    let author = try #require(talk.field("attributedTo", of: "telegram-1"))
    #expect(talk.list("mentions", of: "telegram-2") == [author])
    #expect(talk.field("content", of: "telegram-2") == "ho @\(author)")
  }

  @Test func writesNoAddressInAnID() throws {
    let id = #""id": "tag:canaryann@example.org,2005:9", "content": "x""#
    let feed = try importing(
      ["p.json": PercevalTests.envelope("RSS", "https://f.example", id)], as: "perceval")
    let item = try #require(feed.items.values.first)
    #expect(item["id"]?.string?.hasPrefix("h-") == true && !feed.published.contains("canary"))
    #expect(item["derived"]?.array?.compactMap(\.string) == ["id"])
  }

  /// What a backend does not tell is not told of it, and the export tells what one of them does.
  @Test(arguments: [
    ([envelope("Supybot", "irc", #""nick": "a", "body": "x""#)], ""),
    ([envelope("RSS", "https://f.example", #""id": "1", "content": "x""#)], "urls"),
    (
      [envelope("Pipermail", "l", #""Message-ID": "<1@x>", "body": {"plain": "x"}"#)],
      "replies threads"
    ),
    ([message("https://t.me/a one", 1)], "replies threads edits"),
    ([issue("https://git.one/a", 5)], "replies threads urls"),
    (
      [issue("https://git.one/a", 5), message("https://t.me/a one", 1)],
      "replies threads urls edits"
    ),
  ])
  func measuresWhatABackendTells(lines: [String], told: String) throws {
    let export = try importing(["p.json": lines.joined()], as: "perceval")
    #expect(export.result.manifest.measurable.words == told)
  }

  /// Jira's server calls people by names, its cloud by numbers.
  @Test(arguments: [
    (#""name": "canaryann""#, "[~CanaryAnn]"), (#""accountId": "55:ann""#, "[~accountid:55:ann]"),
  ])
  func namesPeopleOfJira(reporter: String, sign: String) throws {
    let data = #"""
      "id": "10", "fields": {"reporter": {\#(reporter)}, "created": "2017-03-17T03:44:12.000+0000",
      "summary": "Canoe of [~canaryben]", "description": "ask [~canaryben], @canaryben"}, "comments_data": [
        {"id": "11", "author": {"name": "chen"}, "created": "2017-03-17T04:44:12.000+0000",
         "body": "\#(sign), see [~] and [1]"}
      ]
      """#
    let talk = try importing(
      ["p.json": PercevalTests.envelope("Jira", "https://j.example", data)], as: "perceval")
    let author = try #require(talk.field("attributedTo", of: "jira-issue-10"))
    #expect(talk.field("name", of: "jira-issue-10") == "Canoe of @someone")
    #expect(talk.field("content", of: "jira-issue-10") == "ask @someone, @someone")
    #expect(talk.field("content", of: "jira-comment-11") == "@\(author), see [~] and [1]")
    #expect(talk.list("mentions", of: "jira-comment-11") == [author])
    #expect(!talk.published.contains("canary"))
  }

  @Test func leavesOutWhatGitLabNotesOfClicks() throws {
    let data = #"""
      "id": 5, "title": "For @canaryann", "author": {"username": "canaryann"},
      "created_at": "2017-03-17T03:44:12Z", "notes_data": [
        {"id": 1, "system": true, "body": "changed title", "author": {"username": "canaryann"},
         "created_at": "2017-03-17T03:44:12Z"},
        {"id": 2, "system": false, "body": "hello", "author": {"username": "canaryann"},
         "created_at": "2017-03-17T03:44:12Z"}
      ]
      """#
    let talk = try importing(
      ["p.json": PercevalTests.envelope("GitLab", "https://git.example/a", data)], as: "perceval")
    #expect(talk.items.keys.sorted() == ["gitlab-comment-2", "gitlab-issue-5"])
    let author = try #require(talk.field("attributedTo", of: "gitlab-issue-5"))
    #expect(talk.field("name", of: "gitlab-issue-5") == "For @\(author)")
  }
}
