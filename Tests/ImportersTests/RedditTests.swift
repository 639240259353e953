import CommunityData
import Importers
import JSONText
import Testing

/// What each line of a small dump becomes; the dump is `Fixtures/reddit`.
struct RedditTests {
  let fixture: ConversationFixture
  let club: Imported

  init() throws {
    fixture = try ConversationFixture.named("reddit")
    club = try fixture.imported()
  }

  @Test func countsEveryLine() {
    #expect(club.counts.read == 7 && club.counts.items == 6 && club.counts.quarantined == 1)
    #expect(club.quarantine.first?["reason"]?.string == "`created_utc` is not a time: a number")
    #expect(club.quarantine.first?["place"]?.string?.hasPrefix("comments.ndjson:5:") == true)
  }

  @Test(arguments: [
    ExpectedField("t3_s1", "type", "post"), ExpectedField("t3_s1", "name", "Canoes"),
    ExpectedField("t3_s1", "content", "Which canoe? [e-mail removed]"),
    ExpectedField("t3_s1", "updated", "2011-12-08T13:13:20Z"),
    ExpectedField("t3_s1", "context", "t3_s1"), ExpectedField("t3_s1", "score", "42"),
    ExpectedField("t3_s1", "url", "https://club.example/r/club/comments/s1/canoes/"),
    ExpectedField("t3_s2", "content", nil), ExpectedField("t3_s2", "score", "-3"),
    ExpectedField("t1_c1", "type", "comment"), ExpectedField("t1_c1", "channel", "club"),
    ExpectedField("t1_c1", "published", "2011-12-08T15:22:46Z"),
    ExpectedField("t1_c1", "inReplyTo", "t3_s1"), ExpectedField("t1_c1", "context", "t3_s1"),
    ExpectedField("t1_c1", "url", "https://club.example/r/club/comments/s1/_/c1/"),
    ExpectedField("t1_c2", "attributedTo", nil), ExpectedField("t1_c2", "content", nil),
    ExpectedField("t1_c2", "deleted", "2011-12-08T15:25:00Z"),
    ExpectedField("t1_c2", "score", nil), ExpectedField("t1_c3", "updated", nil),
  ])
  func readsField(expected: ExpectedField) {
    club.check(expected)
  }

  @Test func knowsPeopleBySignAndInAddresses() {
    let (ben, chen) = (fixture.member("canaryben"), fixture.member("canary_chen"))
    #expect(
      club.field("content", of: "t1_c1")
        == "Ask @\(ben) or @\(chen); profile reddit.com/user/-/posts")
    #expect(club.list("mentions", of: "t1_c1") == [ben, chen])
    #expect(club.members[fixture.member("canaryann")]?["role"]?.string == "moderator")
    #expect(club.members[fixture.member("automoderator")]?["kind"]?.string == "bot")
    #expect(club.list("tag", of: "t3_s1") == ["question"])
  }

  @Test func takesOneSubreddit() throws {
    let one = try fixture.imported { $0.channels = ["Other"] }
    #expect(Set(one.items.keys) == ["t1_c4"])
  }

  /// The state of a link says what no text of it can.
  @Test(arguments: [
    #""selftext": "[removed]""#, #""selftext": "[ Removed by moderator ]""#,
    #""selftext": "", "removed_by_category": "moderator""#,
    #""selftext": "canarywords", "removed_by_category": "deleted""#,
  ])
  func keepsNoWordOfWhatWasTakenBack(state: String) throws {
    let line = """
      {"id": "s9", "subreddit": "club", "created_utc": 1323350000, "title": "canarytitle", \(state)}

      """
    let club = try importing(["s.ndjson": line], as: "reddit")
    #expect(club.field("deleted", of: "t3_s9") == "2011-12-08T13:13:20Z")
    #expect(club.list("derived", of: "t3_s9") == ["deleted"] && !club.text.contains("canary"))
  }

  @Test func keepsWhatNobodyTookBack() throws {
    let line = """
      {"id": "s9", "subreddit": "club", "created_utc": 1323350000, "title": "title", \
      "selftext": "", "removed_by_category": null}

      """
    let club = try importing(["s.ndjson": line], as: "reddit")
    #expect(club.field("name", of: "t3_s9") == "title")
    #expect(club.field("deleted", of: "t3_s9") == nil)
  }

  /// A page of one's own is called by its owner.
  @Test(
    arguments: [
      (#""subreddit": "u_CanaryAnn""#, true, "on somebody's own page"),
      (#""subreddit": "CanaryAnn", "subreddit_type": "user""#, false, "on somebody's own page"),
      (
        #""subreddit": "crew", "subreddit_type": "private""#, false,
        "in a channel that is not public"
      ),
      (#""subreddit": "crew", "subreddit_type": "private""#, true, nil),
      (#""subreddit": "crew", "subreddit_type": "restricted""#, false, nil),
    ] as [(String, Bool, String?)])
  func withholdsWhatIsOfNoPublicCommunity(
    place: String, withConsent: Bool, reason: String?
  ) throws {
    func line(_ id: String, _ place: String) -> String {
      "{\"id\": \"\(id)\", \(place), \"created_utc\": 1323350000, \"title\": \"t\"}\n"
    }
    let lines = line("s1", #""subreddit": "club""#) + line("s2", place)
    let club = try importing(["s.ndjson": lines], as: "reddit") {
      if withConsent { $0.giveConsent() }
    }
    #expect(club.counts.items == (reason == nil ? 2 : 1) && club.counts.addUp)
    #expect(club.counts.withheld == (reason.map { [$0: 1] } ?? [:]))
    #expect(!club.text.lowercased().contains("canary"))
  }

  @Test(arguments: [
    ("ask r/u_CanaryBen", "ask @BEN"), ("/r/u_canaryben/", "@BEN/"),
    ("reddit.com/r/u_canaryben/comments/x", "reddit.com/r/u_-/comments/x"),
    ("r/u_ and r/canoes", "r/u_ and r/canoes"),
  ])
  func namesNobodyByTheirOwnPage(text: String, expected: String) throws {
    let line = """
      {"id": "s9", "subreddit": "club", "created_utc": 1323350000, "title": "t", \
      "selftext": "\(text)"}

      """
    let club = try importing(["s.ndjson": line], as: "reddit")
    let ben = Pseudonyms(key: .demo, platform: "reddit", origin: seOrigin).memberID(of: "canaryben")
    #expect(club.field("content", of: "t3_s9") == expected.replacing("@BEN", with: "@\(ben)"))
  }

  /// As Reddit answers where it is not asked for plain JSON, and so as the dumps are.
  @Test func readsSignsWrittenAsInHTML() throws {
    let line = """
      {"id": "s9", "subreddit": "club", "created_utc": 1323350000, "title": "Q&amp;A", \
      "link_flair_text": "Q&amp;A", "selftext": "&gt; was it?\\n\\n`a &lt; b`, &amp;gt; stays"}

      """
    let club = try importing(["s.ndjson": line], as: "reddit")
    #expect(club.field("name", of: "t3_s9") == "Q&A" && club.list("tag", of: "t3_s9") == ["Q&A"])
    #expect(club.field("content", of: "t3_s9") == "> was it?\n\n`a < b`, &gt; stays")
  }
}
