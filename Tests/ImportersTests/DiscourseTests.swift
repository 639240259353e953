import CommunityData
import Importers
import JSONText
import Testing

/// What each post of a small forum becomes; the export is `Fixtures/discourse`.
struct DiscourseTests {
  let fixture: ConversationFixture
  let club: Imported

  init() throws {
    fixture = try ConversationFixture.named("discourse")
    club = try fixture.imported()
  }

  @Test func countsEveryRecord() {
    #expect(club.counts.read == 11 && club.counts.items == 7)
    #expect(
      club.counts.withheld == [
        "a whisper among the forum's staff": 1, "not a conversation: category record": 2,
      ])
    #expect(club.quarantine.first?["reason"]?.string == "`cooked` is an object, not a string")
    #expect(club.result.manifest.gaps.first == "1 topic has more posts than its file holds")
  }

  @Test(arguments: [
    ExpectedField("post-500", "type", "post"),
    ExpectedField("post-500", "name", "Slow build, call [phone removed]"),
    ExpectedField("post-500", "updated", "2021-01-01T00:00:00Z"),
    ExpectedField("post-500", "state", "closed"),
    ExpectedField("post-500", "accepted", "post-502"),
    ExpectedField("post-500", "channel", "5"),
    ExpectedField("post-500", "context", "topic-77"),
    ExpectedField("post-500", "url", "https://club.example/t/slow-build/77/1"),
    ExpectedField("post-501", "type", "reply"),
    ExpectedField("post-501", "updated", nil),
    ExpectedField("post-501", "inReplyTo", "post-500"),
    ExpectedField("post-502", "inReplyTo", "post-500"),
    ExpectedField("post-503", "type", "system"),
    ExpectedField("post-503", "content", nil),
    ExpectedField("post-505", "deleted", "2020-05-01T15:00:00Z"),
    ExpectedField("post-505", "content", nil),
    ExpectedField("post-600", "mediaType", "text/markdown"),
    ExpectedField("post-600", "url", "https://club.example/t/raw/78/1"),
  ])
  func readsField(expected: ExpectedField) {
    club.check(expected)
  }

  @Test func takesNamesOutOfQuotesAndMentions() {
    let chen = fixture.member("13")
    let html = club.field("content", of: "post-501") ?? ""
    #expect(html.contains("<p>It is slow</p>"))
    #expect(html.contains("<p>Ask @\(chen) or @someone, not @someone.</p>"))
    #expect(club.list("mentions", of: "post-501") == [chen])
    #expect(
      club.field("content", of: "post-600")
        == "[quote]\nslow\n[/quote]\nSame here @\(fixture.member("11")), `@cached`")
  }

  /// Moderators' exports hold what was taken back.
  @Test(arguments: [
    (#""user_deleted":true"#, "2018-01-01T00:00:00Z"),
    (#""deleted_at":"2018-02-01T00:00:00Z""#, "2018-02-01T00:00:00Z"),
  ])
  func keepsNoWordOfWhatWasDeleted(mark: String, deleted: String) throws {
    for field in ["raw", "cooked"] {
      let forum = try post(field, "hello @canaryben", mark: mark)
      #expect(forum.field("deleted", of: "post-1") == deleted)
      #expect(forum.field("name", of: "post-1") == nil)
      #expect(forum.field("content", of: "post-1") == nil)
      #expect(forum.list("mentions", of: "post-1").isEmpty && !forum.text.contains("hello"))
    }
  }

  /// Of a post that was flagged readers are shown other words than its own.
  @Test func keepsNoWordsOfAPostThatIsHidden() throws {
    for field in ["raw", "cooked"] {
      let forum = try post(field, "hello @canaryben", mark: #""hidden":true"#)
      #expect(forum.field("state", of: "post-1") == "hidden")
      #expect(forum.field("deleted", of: "post-1") == nil)
      #expect(forum.field("content", of: "post-1") == nil && !forum.text.contains("hello"))
    }
  }

  /// A talk is nobody's to give, a closed category the community's.
  @Test(
    arguments: [
      (#""archetype":"private_message""#, true, "a direct message"),
      (#""category_id":9"#, false, "in a channel that is not public"),
      (#""category_id":9"#, true, nil), (#""category_id":8"#, false, nil),
    ] as [(String, Bool, String?)])
  func withholdsWhatIsNotPublic(mark: String, withConsent: Bool, reason: String?) throws {
    func topic(_ id: Int, _ mark: String) -> String {
      """
      {"post_stream":{"posts":[{"id":\(id),"topic_id":\(id),"post_number":1,"user_id":1,
        "username":"ann","created_at":"2018-01-01T00:00:00Z","cooked":"words of \(id)"}],
        "stream":[\(id)]},"id":\(id),"title":"title \(id)","slug":"t",\(mark)}
      """
    }
    let categories = #"""
      {"category_list":{"categories":[
        {"id":8,"name":"Open"},{"id":9,"name":"Crew","read_restricted":true}]}}
      """#
    let forum = try importing(
      [
        "1.json": topic(1, #""category_id":8"#), "2.json": topic(2, mark),
        "categories.json": categories,
      ], as: "discourse"
    ) {
      if withConsent { $0.giveConsent() }
    }
    #expect(forum.counts.items == (reason == nil ? 2 : 1) && forum.counts.addUp)
    guard let reason else { return }
    #expect(forum.counts.withheld[reason] == 1)
    #expect(!forum.text.contains("words of 2") && !forum.text.contains("title 2"))
  }

  @Test(arguments: [(8, "Open"), (9, nil)] as [(Int, String?)])
  func knowsTheCategoriesOfTheNewestPosts(category: Int, name: String?) throws {
    let posts = """
      {"latest_posts":[
        {"id":1,"topic_id":1,"post_number":1,"user_id":1,"username":"ann","topic_title":"one",
         "created_at":"2018-01-01T00:00:00Z","raw":"a","category_id":8},
        {"id":2,"topic_id":2,"post_number":1,"user_id":1,"username":"ann","topic_title":"two",
         "created_at":"2018-01-01T00:00:00Z","raw":"b","category_id":\(category)}]}
      """
    let categories = #"""
      {"category_list":{"categories":[
        {"id":8,"name":"Open"},{"id":9,"name":"Crew","read_restricted":true}]}}
      """#
    let forum = try importing(
      ["posts.json": posts, "categories.json": categories], as: "discourse")
    #expect(forum.field("channel", of: "post-1") == "8")
    #expect(forum.channels[String(category)]?["name"]?.string == name)
    #expect((forum.items["post-2"] != nil) == (name != nil))
  }

  /// A topic whose one post holds a text, and its title.
  private func post(
    _ field: String, _ text: String, mark: String = #""hidden":false"#
  ) throws -> Imported {
    try importing(
      [
        "1.json": """
        {"post_stream":{"posts":[{"id":1,"topic_id":1,"post_number":1,"user_id":1,\(mark),
          "username":"canaryann","created_at":"2018-01-01T00:00:00Z","\(field)":"\(text)"}],
          "stream":[1]},"id":1,"title":"@canaryann and @canaryben rock","slug":"t","tags":[]}
        """
      ], as: "discourse")
  }

  @Test(arguments: [
    (
      "cooked",
      "<p>by <a href='https://f.example/u/canaryann'>her</a> https://f.example/u/canaryann/x.</p>",
      "<p>by her https://f.example/u/-/x.</p>"
    ),
    ("cooked", "<p><a href='/users/canaryann'>she</a></p>", "<p>she</p>"),
    (
      "cooked", "<p><a href='https://f.example/t/7'>t</a></p>",
      "<p><a href=\"https://f.example/t/7\">t</a></p>"
    ),
    (
      "raw", "[her](/u/canaryann) at https://f.example/users/canary.ann.",
      "[her](/u/-) at https://f.example/users/-."
    ),
    ("raw", "“https://f.example/u/canaryann”, /u/ </u>", "“https://f.example/u/-”, /u/ </u>"),
  ])
  func takesOutAddressesOfProfiles(field: String, text: String, expected: String) throws {
    let forum = try post(field, text)
    #expect(forum.field("content", of: "post-1") == expected)
    #expect(!forum.text.contains("canary"))
  }

  @Test func namesNobodyInATitle() throws {
    let forum = try post("raw", "hi")
    let ann = Pseudonyms(key: .demo, platform: "discourse", origin: seOrigin).memberID(of: "1")
    #expect(forum.field("name", of: "post-1") == "@\(ann) and @someone rock")
  }

  @Test func saysWhatItInferred() {
    #expect(club.list("derived", of: "post-501") == ["inReplyTo"])
    #expect(club.list("derived", of: "post-502") == [])
    #expect(club.list("derived", of: "post-500") == ["updated"])
  }

  @Test func knowsPeopleTagsAndReactions() {
    #expect(club.members[fixture.member("12")]?["role"]?.string == "moderator")
    #expect(club.members[fixture.member("-1")]?["kind"]?.string == "system")
    #expect(club.members[fixture.member("11")]?["level"]?.string == "trust level 1")
    #expect(club.list("tag", of: "post-500") == ["build", "cache"])
    #expect(club.reactions(of: "post-500") == "like 4")
    #expect(club.reactions(of: "post-502") == "heart 2, +1 1")
    #expect(club.channels["5"]?["name"]?.string == "Help")
  }
}
