import CommunityData
import Importers
import JSONText
import Testing

/// What objects and activities become; the exports are `Fixtures/mastodon` and `Fixtures/lemmy`.
struct FediverseTests {
  private static let ann = "https://social.example/users/canaryann"
  private static let ben = "https://other.example/users/canaryben"

  @Test func readsTheArchiveOfAnAccount() throws {
    let fixture = try ConversationFixture.named("mastodon")
    let club = try fixture.imported()
    let ben = fixture.member(FediverseTests.ben)
    #expect(club.counts.read == 9 && club.counts.items == 4 && club.counts.quarantined == 1)
    #expect(
      club.counts.withheld == [
        "not written to everybody": 1, "not a conversation: Delete": 1,
        "not a conversation: Follow": 1, "not a conversation: Person": 1,
      ])
    for expected in [
      ExpectedField("social.example/statuses/1", "type", "reply"),
      ExpectedField("social.example/statuses/1", "inReplyTo", "other.example/statuses/50"),
      ExpectedField("social.example/statuses/1", "language", "en"),
      ExpectedField("social.example/statuses/1", "url", nil),
      ExpectedField("social.example/statuses/3", "updated", "2023-01-05T10:00:00Z"),
      ExpectedField(
        "social.example/statuses/3", "content", "<p>spoiler</p>\n<p>Careful</p>"),
      ExpectedField("social.example/statuses/4", "deleted", "2023-03-01T10:00:00Z"),
      ExpectedField("social.example/statuses/4", "content", nil),
      ExpectedField("social.example/statuses/900/activity", "type", "boost"),
    ] { club.check(expected) }
    let text = club.field("content", of: "social.example/statuses/1") ?? ""
    #expect(text.hasPrefix("<p>Hello @\(ben) <a href=\"https://social.example/tags/swift\">"))
    #expect(club.list("mentions", of: "social.example/statuses/1") == [ben])
    #expect(club.list("tag", of: "social.example/statuses/1") == ["swift"])
    #expect(club.reactions(of: "social.example/statuses/1") == "like 3, boost 1")
    #expect(club.result.manifest.gaps.first?.contains("says that it holds 9 items") == true)
  }

  @Test func keepsPermalinksWithNamesOnlyWithConsent() throws {
    let agreed = try ConversationFixture.named("mastodon").imported {
      $0.giveConsent()
    }
    #expect(
      agreed.field("url", of: "social.example/statuses/3")
        == "https://social.example/@canaryann/3")
  }

  /// A bare link to a profile, in the parts in which Mastodon writes it.
  @Test func takesOutAddressesOfProfiles() throws {
    let content = """
      <p>see <a href='https://b.example/@canaryann'><span class='invisible'>https://</span>\
      <span class=''>b.example/@canaryann</span></a> or b.example/users/canaryann.</p>
      """
    let club = try importing(
      [
        "outbox.json": """
        {"type":"OrderedCollection","orderedItems":[{"type":"Note",
          "id":"https://a.example/notes/1","attributedTo":"https://a.example/users/zoe","published":"2018-01-01T10:00:00Z",
          "to":["https://www.w3.org/ns/activitystreams#Public"],"name":"of @canaryann",
          "content":"\(content)"}]}
        """
      ], as: "mastodon")
    #expect(
      club.field("content", of: "a.example/notes/1")
        == "<p>see https://b.example/@- or b.example/users/-.</p>")
    #expect(club.field("name", of: "a.example/notes/1") == "of @someone")
    #expect(!club.text.contains("canaryann"))
  }

  /// Notes to everybody, to followers, to a group, to two people, to one who is not named, to nobody.
  private static let notes = [
    "[\"https://www.w3.org/ns/activitystreams#Public\"]",
    "[\"https://social.example/users/canaryann/followers\"]",
    "[\"https://lemmy.example/c/ours\"]",
    "[\"https://a.example/users/ben\", \"https://b.example/users/cy\"]",
    "[\"https://a.example/users/ben\"]", "[]",
  ]

  @Test(arguments: [false, true])
  func withholdsWhatIsWrittenToSomebodyAlone(withConsent: Bool) throws {
    let lines = FediverseTests.notes.enumerated().map { index, to in
      """
      {"type": "Note", "id": "https://social.example/notes/\(index)", "to": \(to),
       "attributedTo": "https://social.example/users/canaryann", "content": "<p>Hello</p>",
       "published": "2018-01-0\(index + 1)T10:00:00Z"}
      """
    }
    let items = lines.joined(separator: ",")
    let outbox = "{\"type\":\"OrderedCollection\",\"orderedItems\":[\(items)]}"
    let club = try importing(["outbox.json": outbox], as: "mastodon") {
      if withConsent { $0.giveConsent() }
    }
    #expect(club.counts.items == (withConsent ? 3 : 1))
    #expect(
      club.counts.withheld
        == (withConsent ? ["a direct message": 3] : ["not written to everybody": 5]))
  }

  @Test func knowsWhoAskedNotToBeFound() throws {
    let fixture = try ConversationFixture.named("mastodon")
    let member = try fixture.imported().members[fixture.member(FediverseTests.ann)]
    #expect(member?["discoverable"]?.bool == false)
    #expect(member?["joined"]?.string == "2022-11-07T00:00:00Z")
  }

  @Test func readsLemmy() throws {
    let fixture = try ConversationFixture.named("lemmy")
    let club = try fixture.imported()
    #expect(club.counts.read == 8 && club.counts.items == 6)
    #expect(
      club.counts.withheld == [
        "a direct message": 1, "a reference to an object that is not in the export": 1,
      ])
    let ben = fixture.member("https://lemmy.example/u/canaryben")
    let riker = fixture.member("https://enterprise.example/u/canaryriker")
    for expected in [
      ExpectedField("post-10", "content", "Ask @\(ben), see https://example.org"),
      ExpectedField("post-10", "name", "Canoes?"), ExpectedField("post-10", "score", "7"),
      ExpectedField("post-10", "channel", "lemmy.example/c/ours"),
      ExpectedField("post-10", "url", "https://lemmy.example/post/10"),
      ExpectedField("post-11", "attributedTo", nil), ExpectedField("post-11", "name", nil),
      ExpectedField("post-11", "deleted", "2023-06-02T10:00:00Z"),
      ExpectedField("comment-20", "inReplyTo", "post-10"),
      ExpectedField("comment-21", "inReplyTo", "comment-20"),
      ExpectedField("comment-21", "context", "post-10"),
      ExpectedField("enterprise.example/post/55", "content", "<p>By @\(riker)</p>"),
      ExpectedField("enterprise.example/post/55", "language", "fr"),
      ExpectedField("enterprise.example/post/55", "url", "https://enterprise.example/post/55"),
      ExpectedField("enterprise.example/post/55", "channel", "enterprise.example/c/tenforward"),
      ExpectedField("enterprise.example/comment/38", "inReplyTo", "enterprise.example/post/55"),
    ] { club.check(expected) }
    #expect(
      club.members[fixture.member("https://lemmy.example/u/canarybot")]?["kind"]?.string == "bot")
    #expect(
      club.members[fixture.member("https://lemmy.example/u/canaryann")]?["role"]?.string
        == "moderator")
  }

  /// A name in a link would say whose the sign beside it is.
  @Test(arguments: [
    ("[@ben@a.example](https://a.example/u/ben)", "[@BEN](https://a.example/u/-)"),
    ("ask /u/ben@a.example or u/Ben@a.example.", "ask @BEN or @BEN."),
    ("ask /u/ben", "ask @someone"),
    (
      "see [him](/u/ben@a.example), https://a.example/u/ben",
      "see [him](/u/-), https://a.example/u/-"
    ),
    ("du/dt of a cpu/gpu in /usr/local", "du/dt of a cpu/gpu in /usr/local"),
  ])
  func namesNobodyInTextsOfLemmy(text: String, expected: String) throws {
    let ben = Pseudonyms(key: .demo, platform: "lemmy", origin: seOrigin)
      .memberID(of: "https://a.example/u/ben")
    let views = """
      {"posts": [{
        "post": {"id": 1, "name": "\(text)", "body": "\(text)", "published": "2018-01-02T10:00:00Z"},
        "creator": {"name": "ann", "actor_id": "https://a.example/u/ann"},
        "community": {"name": "ours", "actor_id": "https://a.example/c/ours"}
      }]}
      """
    let club = try importing(["posts.json": views], as: "lemmy")
    for field in ["name", "content"] {
      #expect(club.field(field, of: "post-1") == expected.replacing("@BEN", with: "@\(ben)"))
    }
    #expect(club.list("mentions", of: "post-1") == (expected.contains("@BEN") ? [ben] : []))
  }

  /// Servers mostly do not say when; what was undone is not so.
  @Test(
    arguments: [
      ("", nil), (FediverseTests.deletion, "2018-01-02T10:00:00Z"),
      ("\(FediverseTests.deletion),\(FediverseTests.undone)", nil),
    ] as [(String, String?)])
  func keepsNoWordOfWhatWasDeleted(activities: String, deleted: String?) throws {
    let note = """
      {"type": "Note", "id": "https://a.example/notes/1", "content": "<p>hello</p>",
       "published": "2018-01-02T10:00:00Z"}
      """
    let items = activities.isEmpty ? note : "\(note),\(activities)"
    let outbox = "{\"type\":\"OrderedCollection\",\"orderedItems\":[\(items)]}"
    let club = try importing(["outbox.json": outbox], as: "mastodon")
    #expect(club.field("deleted", of: "a.example/notes/1") == deleted)
    #expect(club.text.contains("hello") == (deleted == nil))
  }

  private static let deletion = """
    {"type": "Delete", "id": "https://a.example/notes/1#delete",
     "object": {"type": "Tombstone", "id": "https://a.example/notes/1"}}
    """
  private static let undone = """
    {"type": "Undo", "id": "https://a.example/notes/1#undo", "object": \(deletion)}
    """

  /// A community's name looks like a mail address.
  @Test(arguments: [
    ("ask !canoes@a.example.", "ask !canoes@a.example."),
    ("[!canoes@a.example](/c/canoes@a.example)", "[!canoes@a.example](/c/canoes@a.example)"),
    ("me!canaryann@a.example, ann@a.example", "me![e-mail removed], [e-mail removed]"),
  ])
  func keepsNamesOfCommunities(text: String, expected: String) throws {
    let views = """
      {"posts": [{
        "post": {"id": 1, "name": "\(text)", "body": "\(text)", "published": "2018-01-02T10:00:00Z"},
        "creator": {"name": "ann", "actor_id": "https://a.example/u/ann"},
        "community": {"name": "ours", "actor_id": "https://a.example/c/ours"}
      }]}
      """
    let club = try importing(["posts.json": views], as: "lemmy")
    for field in ["name", "content"] { #expect(club.field(field, of: "post-1") == expected) }
  }

  @Test(
    arguments: [
      ("Public", false, nil), ("Unlisted", false, nil), ("LocalOnlyPublic", false, nil),
      ("LocalOnly", false, "in a channel that is not public"),
      ("SomeNewWord", false, "in a channel that is not public"),
      ("Private", false, "in a channel that is not public"), ("Private", true, nil),
    ] as [(String, Bool, String?)])
  func withholdsCommunitiesThatAreNotPublic(
    visibility: String, withConsent: Bool, reason: String?
  ) throws {
    func view(_ id: Int, _ visibility: String) -> String {
      """
      {"post": {"id": \(id), "name": "title \(id)", "published": "2018-01-02T10:00:00Z"},
       "creator": {"name": "ann", "actor_id": "https://a.example/u/ann"},
       "community": {"name": "c\(id)", "actor_id": "https://a.example/c/c\(id)",
         "visibility": "\(visibility)"}}
      """
    }
    let views = "{\"posts\": [\(view(1, "Public")), \(view(2, visibility))]}"
    let club = try importing(["posts.json": views], as: "lemmy") {
      if withConsent { $0.giveConsent() }
    }
    #expect(club.counts.items == (reason == nil ? 2 : 1) && club.counts.addUp)
    #expect(club.counts.withheld == (reason.map { [$0: 1] } ?? [:]))
  }

  /// Texts tell neither the case of a name nor how its server builds addresses.
  @Test func knowsAuthorsBySpellingAndProgram() throws {
    let posts = [("PugBen", "https://a.example/u/PugBen"), ("zoe", "https://m.example/users/zoe")]
      .enumerated().map { number, creator in
        """
        {"post": {"id": \(number), "name": "t", "body": "ask @pugben@a.example, @Zoe@m.example",
           "published": "2018-01-02T10:00:00Z"},
         "creator": {"name": "\(creator.0)", "actor_id": "\(creator.1)"},
         "community": {"name": "ours", "actor_id": "https://a.example/c/ours"}}
        """
      }
    let views = "{\"posts\": [\(posts.joined(separator: ","))]}"
    let club = try importing(["posts.json": views], as: "lemmy")
    let authors = try (0...1).map { number in
      try #require(club.field("attributedTo", of: "post-\(number)"))
    }
    #expect(club.list("mentions", of: "post-0") == [authors[1]])
    #expect(club.list("mentions", of: "post-1") == [authors[0]])
    #expect(club.members.count == 2)
  }

  /// Lemmy shows what Mastodon's people write into its communities under their own addresses.
  @Test(
    arguments: [
      ("https://a.example/post/1", false, "https://a.example/post/1"),
      ("https://m.example/users/canaryann/statuses/7", false, nil),
      (
        "https://m.example/users/canaryann/statuses/7", true,
        "https://m.example/users/canaryann/statuses/7"
      ),
    ] as [(String, Bool, String?)])
  func keepsAddressesWithNamesOnlyWithConsent(
    address: String, withConsent: Bool, url: String?
  ) throws {
    let views = """
      {"posts": [{
        "post": {"id": 1, "name": "t", "published": "2018-01-02T10:00:00Z", "ap_id": "\(address)"},
        "creator": {"name": "canaryann", "actor_id": "https://m.example/users/canaryann"},
        "community": {"name": "ours", "actor_id": "https://a.example/c/ours"}
      }]}
      """
    let club = try importing(["posts.json": views], as: "lemmy") {
      if withConsent { $0.giveConsent() }
    }
    #expect(club.field("url", of: "post-1") == url)
    #expect(club.text.contains("canary") == withConsent)
  }

  private func outbox(_ items: String) -> String {
    "{\"type\":\"OrderedCollection\",\"orderedItems\":[\(items)]}"
  }

  /// Whom somebody passes a note on to may be as few as whom one is written to.
  @Test(
    arguments: [
      ("[\"https://www.w3.org/ns/activitystreams#Public\"]", false, nil),
      ("[\"https://a.example/users/zoe/followers\"]", false, "not written to everybody"),
      ("[\"https://a.example/users/zoe/followers\"]", true, nil),
      ("[\"https://a.example/users/ben\"]", true, "a direct message"),
    ] as [(String, Bool, String?)])
  func withholdsABoostForSome(to: String, withConsent: Bool, reason: String?) throws {
    let items = """
      {"type": "Announce", "id": "https://a.example/activities/2", "to": \(to),
       "actor": "https://a.example/users/zoe", "object": "https://b.example/notes/9",
       "published": "2018-01-02T10:00:00Z"},
      {"type": "Note", "id": "https://a.example/notes/1", "content": "<p>hi</p>",
       "published": "2018-01-02T10:00:00Z"}
      """
    let club = try importing(["outbox.json": outbox(items)], as: "mastodon") {
      if withConsent { $0.giveConsent() }
    }
    #expect(club.counts.items == (reason == nil ? 2 : 1))
    #expect(club.counts.withheld == (reason.map { [$0: 1] } ?? [:]))
  }

  @Test func keepsIDsThatAreNoAddresses() throws {
    let notes = (1...2).map { number in
      """
      {"type": "Note", "id": "tag:a.example,2018:\(number)", "content": "<p>hi</p>",
       "inReplyTo": "tag:b.example,2017:7", "published": "2018-01-02T10:00:00Z"}
      """
    }
    let club = try importing(
      ["outbox.json": outbox(notes.joined(separator: ","))], as: "mastodon")
    #expect(Set(club.items.keys) == ["tag:a.example,2018:1", "tag:a.example,2018:2"])
    #expect(club.field("inReplyTo", of: "tag:a.example,2018:1") == "tag:b.example,2017:7")
  }

  /// The name of a group is nobody's, wherever its server puts it.
  @Test func tellsGroupsOfOneServerApart() throws {
    let items = ["canoes", "boats"].map { name in
      """
      {"type": "Group", "id": "https://g.example/u/\(name)", "name": "\(name)"},
      {"type": "Note", "id": "https://a.example/notes/\(name)", "content": "<p>hi</p>",
       "to": ["https://www.w3.org/ns/activitystreams#Public", "https://g.example/u/\(name)"],
       "published": "2018-01-02T10:00:00Z"}
      """
    }
    let club = try importing(
      ["outbox.json": outbox(items.joined(separator: ","))], as: "mastodon")
    #expect(Set(club.channels.keys) == ["g.example/u/canoes", "g.example/u/boats"])
    #expect(club.field("channel", of: "a.example/notes/boats") == "g.example/u/boats")
  }

  /// What has several types is of the first that is known here.
  @Test func readsAnObjectOfSeveralTypes() throws {
    let notes = [#"["Note", "http://x.example/Thing"]"#, #"["x:Thing", "Article"]"#]
      .enumerated().map { number, types in
        """
        {"type": ["Create", "x:Made"], "object": {"type": \(types),
         "id": "https://a.example/notes/\(number)", "content": "<p>hi #Tea</p>",
         "attributedTo": "https://a.example/users/zoe", "published": "2018-01-02T10:00:00Z",
         "tag": [{"type": ["Hashtag", "x:Word"], "name": "#Tea"}]}}
        """
      }
    let items = notes.joined(separator: ",")
    let outbox = "{\"type\":\"OrderedCollection\",\"orderedItems\":[\(items)]}"
    let club = try importing(["outbox.json": outbox], as: "mastodon")
    #expect(club.counts.items == 2 && club.quarantine.isEmpty)
    #expect(club.list("tag", of: "a.example/notes/0") == ["tea"])
  }

  /// Pixelfed and Friendica put the name of the author between two other parts of an id.
  @Test(arguments: [
    ("p/canaryann/7", "p/canaryben/6", "7", "6"),
    ("display/canaryann/7", "display/canaryben/6", "7", "6"),
    ("p/how-to-paddle", "notes/6", "p/how-to-paddle", "notes/6"),
  ])
  func keepsNoNameInIDs(own: String, answered: String, id: String, parent: String) throws {
    let note = """
      {"type": "Note", "id": "https://pix.example/\(own)", "content": "<p>I <3 it, @canaryben</p>",
       "inReplyTo": {"type": "Note", "id": "https://pix.example/\(answered)"},
       "published": "2018-01-02T10:00:00Z"}
      """
    let club = try importing(["note.json": note], as: "mastodon")
    let item = "pix.example/\(id)"
    #expect(club.field("inReplyTo", of: item) == "pix.example/\(parent)")
    #expect(club.field("content", of: item) == "<p>I <3 it, @someone</p>")
    #expect(!club.text.contains("canary"))
  }
}
