import Basics
import CommunityData
import Foundation
import Importers
import JSONText
import Testing

/// What issues, pull requests and discussions become; the exports are `Fixtures/github-*`.
struct GitHubTests {
  /// Whoever saves answers one by one often leaves the ending out.
  @Test func readsAnswersSavedWithoutAnEnding() throws {
    let folder = URL(fileURLWithPath: fixture("github-rest"))
    let issues = Array(try Data(contentsOf: folder.appendingPathComponent("issues.json")))
    let newYear = Timestamp(try #require(CalendarDay("2026-01-01")))
    let named = try importing(["issues.json": issues], as: "github") { $0.collected = newYear }
    let bare = try importing(["issues_page_1": issues], as: "auto") { $0.collected = newYear }
    #expect(bare.items == named.items && !bare.items.isEmpty)
  }

  @Test func readsAnArchiveOfTheIETF() throws {
    let fixture = try ConversationFixture.named("github-archive")
    let club = try fixture.imported()
    #expect(club.counts.read == 8 && club.counts.items == 5)
    #expect(
      club.counts.withheld == [
        "a review without words": 1, "identical copy": 1, "not a conversation: label record": 1,
      ])
    let ben = fixture.member("canaryben")
    for expected in [
      ExpectedField("club/spec#1", "type", "issue"),
      ExpectedField("club/spec#1", "state", "closed"),
      ExpectedField("club/spec#1", "name", "Encrypt it"),
      ExpectedField("club/spec#1", "closed", "2017-04-16T17:21:21Z"),
      ExpectedField("club/spec#1", "updated", nil),
      ExpectedField("club/spec#1", "url", "https://github.com/club/spec/issues/1"),
      ExpectedField(
        "club/spec#1", "content",
        "Ask @\(ben), or [e-mail removed]\n\n```\n@decorator\n```\n"),
      ExpectedField("club/spec#2", "state", "merged"),
      ExpectedField("club/spec#2", "content", nil),
      ExpectedField("comment-R2", "content", "Fine"),
      ExpectedField("comment-R2", "inReplyTo", "club/spec#2"),
    ] { club.check(expected) }
    #expect(club.list("tag", of: "club/spec#1") == ["parked"])
    #expect(!club.result.manifest.measurable.reactions)
  }

  @Test func givesRemarksOfAReviewItsAuthor() throws {
    let fixture = try ConversationFixture.named("github-archive")
    let club = try fixture.imported()
    let remark = club.items.values.first { $0["content"]?.string == "Done." }
    #expect(remark?["attributedTo"]?.string == fixture.member("canary-bot"))
    #expect(remark?["derived"]?.array?.compactMap(\.string) == ["id", "attributedTo"])
    #expect(club.members[fixture.member("canary-bot")]?["kind"]?.string == "bot")
    #expect(club.members[fixture.member("canaryann")]?["role"]?.string == "moderator")
  }

  @Test func readsAnswersOfREST() throws {
    let fixture = try ConversationFixture.named("github-rest")
    let club = try fixture.imported()
    #expect(club.counts.read == 6 && club.counts.items == 5)
    #expect(
      club.quarantine.first?["reason"]?.string == "it is no issue, discussion or comment")
    let ann = fixture.member("canaryann")
    for expected in [
      ExpectedField("club/tool#7", "content", "It crashes. Call [phone removed]"),
      ExpectedField("club/tool#8", "attributedTo", nil),
      ExpectedField("comment-71", "content", "Which version, @\(ann)? cc @someone"),
      ExpectedField("comment-71", "inReplyTo", "club/tool#7"),
      ExpectedField("comment-71", "updated", "2021-01-01T13:00:00Z"),
      ExpectedField("comment-72", "updated", nil),
      ExpectedField("comment-81", "inReplyTo", "comment-80"),
      ExpectedField("comment-81", "context", "club/tool#8"),
    ] { club.check(expected) }
    #expect(club.reactions(of: "club/tool#7") == "+1 2, heart 1")
    #expect(club.members[fixture.member("canary[bot]")]?["kind"]?.string == "bot")
  }

  private static let issue = """
    {"number":2,"title":"Alone","user":{"login":"canaryben"},\
    "labels":[{"name":"bug"},{"name":"ui"}],"created_at":"2018-01-02T00:00:00Z",\
    "html_url":"https://github.com/club/tool/issues/2",\
    "body":"Ask @canaryben"}
    """
  private static let labelsFirst = """
    {"labels":[{"name":"bug"},{"name":"ui"}],"number":3,"title":"Sorted",\
    "created_at":"2018-01-03T00:00:00Z","html_url":"https://github.com/club/tool/issues/3"}
    """

  /// `…/issues/2` answers one object, whose labels are its own and no list of records.
  @Test(arguments: [
    ("a.json", issue, ["club/tool#2"]), ("a.json", labelsFirst, ["club/tool#3"]),
    ("a.ndjson", issue + "\n" + labelsFirst + "\n", ["club/tool#2", "club/tool#3"]),
  ])
  func readsIssuesByThemselves(file: String, text: String, ids: [String]) throws {
    let club = try importing([file: text], as: "github")
    #expect(club.items.keys.sorted() == ids)
    #expect(club.counts.read == ids.count && club.counts.withheld.isEmpty)
    for id in ids { #expect(club.list("tag", of: id) == ["bug", "ui"]) }
  }

  /// A title names nobody, and a label tells nobody's address.
  @Test func namesNobodyBesideTheBody() throws {
    let ben = Pseudonyms(key: .demo, platform: "github", origin: seOrigin).memberID(of: "canaryben")
    let club = try importing(
      [
        "a.json": """
        {"number":4,"title":"Ping @canaryben about `@Override`","user":{"login":"canaryben"},
         "labels":[{"name":"mail canaryben@example.org"}],"created_at":"2018-01-02T00:00:00Z",
         "html_url":"https://github.com/club/tool/issues/4"}
        """
      ], as: "github")
    let id = "club/tool#4"
    #expect(club.field("name", of: id) == "Ping @\(ben) about `@Override`")
    #expect(club.list("tag", of: id) == ["mail [e-mail removed]"])
    #expect(club.list("mentions", of: id).isEmpty)
    #expect(!club.text.contains("canaryben"))
  }

  private static let thing = """
    {"number":9,"title":"d","createdAt":"2018-01-02T00:00:00Z"}
    """

  /// One answer, and several as `--slurp` puts them into a list.
  @Test(arguments: [
    "\"repository\":{\"discussion\":\(thing)}", "\"repository\":{\"issue\":\(thing)}",
    "\"repository\":{\"pullRequest\":\(thing)}",
    "\"repository\":{\"discussions\":{\"nodes\":[\(thing)]}}",
    "\"repository\":{\"pullRequests\":{\"nodes\":[\(thing)]}}", "\"search\":{\"nodes\":[\(thing)]}",
  ])
  func readsAnswersOfGraphQL(data: String) throws {
    let answer = "{\"data\":{\(data)}}"
    for text in [answer, "[\(answer)]"] {
      let club = try importing(["a.json": text], as: "github") {
        $0.origin = "https://github.com/club/tool"
      }
      #expect(Array(club.items.keys) == ["club/tool#9"])
      #expect(club.counts.read == 1)
    }
  }

  /// A name in a link would say whose the sign beside it is.
  @Test(arguments: [
    ("[her](https://github.com/canaryann)", "[her](https://github.com/-)"),
    ("by https://www.github.com/canary-ann/.", "by https://www.github.com/-/."),
    ("see https://github.com/club/tool/issues/7", "see https://github.com/club/tool/issues/7"),
    ("https://docs.github.com/en", "https://docs.github.com/en"),
  ])
  func takesOutAddressesOfProfiles(text: String, expected: String) throws {
    let issue = """
      {"number":5,"title":"\(text)","created_at":"2018-01-02T00:00:00Z","body":"\(text)",
       "html_url":"https://github.com/club/tool/issues/5"}
      """
    let club = try importing(["a.json": issue], as: "github")
    for field in ["name", "content"] { #expect(club.field(field, of: "club/tool#5") == expected) }
  }

  @Test func setsAsideAnAnswerAboutSomethingElse() throws {
    let other = "{\"data\":{\"repository\":{\"name\":\"tool\"}}}"
    let club = try importing(["a.json": GitHubTests.issue, "b.json": other], as: "github")
    #expect(club.counts.read == 2 && club.counts.items == 1)
    #expect(
      club.quarantine.map { $0["reason"]?.string } == ["it holds no issue or discussion"])
  }

  @Test func readsDiscussions() throws {
    let fixture = try ConversationFixture.named("github-graphql")
    let club = try fixture.imported { $0.origin = "https://github.com/club/tool" }
    for expected in [
      ExpectedField("club/tool#3", "type", "question"),
      ExpectedField("club/tool#3", "accepted", "comment-DC_2"),
      ExpectedField("club/tool#3", "updated", "2022-01-01T10:30:00Z"),
      ExpectedField("club/tool#3", "score", "5"),
      ExpectedField("comment-DC_1", "attributedTo", nil),
      ExpectedField("comment-DC_1", "inReplyTo", "club/tool#3"),
      ExpectedField("comment-DC_2", "type", "answer"),
      ExpectedField("comment-DC_3", "inReplyTo", "comment-DC_1"),
      ExpectedField("comment-DC_3", "context", "club/tool#3"),
    ] { club.check(expected) }
    #expect(club.reactions(of: "club/tool#3") == "thumbs_up 2")
    #expect(club.counts.read == 4 && club.counts.items == 4)
  }

  /// A list of issues tells of a pull request's end in another place than a list of those.
  @Test(arguments: [
    ("\"pull_request\":{\"merged_at\":\"2018-01-03T00:00:00Z\"}", "merged"),
    ("\"pull_request\":{\"merged_at\":null}", "closed"),
    ("\"merged_at\":\"2018-01-03T00:00:00Z\"", "merged"), ("\"merged_at\":null", "closed"),
  ])
  func tellsMergedFromClosed(field: String, state: String) throws {
    let request = """
      {"number":5,"title":"P","state":"closed","created_at":"2018-01-02T00:00:00Z",\(field),
       "html_url":"https://github.com/club/tool/pull/5"}
      """
    let club = try importing(["a.json": request], as: "github")
    #expect(club.field("state", of: "club/tool#5") == state)
  }

  @Test(arguments: [
    (["issues.json"], ["1 thread has more comments than the export holds"], false),
    (["issues.json", "comments.json"], [String](), true),
  ])
  func saysWhichCommentsAreMissing(files: [String], gaps: [String], hasReplies: Bool) throws {
    let folder = URL(fileURLWithPath: fixture("github-rest"))
    var export: [String: [UInt8]] = [:]
    for file in files {
      export[file] = Array(try Data(contentsOf: folder.appendingPathComponent(file)))
    }
    let newYear = Timestamp(try #require(CalendarDay("2026-01-01")))
    let club = try importing(export, as: "github") { $0.collected = newYear }
    let manifest = club.result.manifest
    #expect(manifest.gaps.filter { $0.contains("comments") } == gaps)
    #expect(manifest.measurable.replies == hasReplies)
    #expect(manifest.measurable.threads == hasReplies)
  }

  @Test func countsWhatAPageOfCommentsLeavesOut() throws {
    let comment = "{\"id\":\"c1\",\"createdAt\":\"2018-01-02T00:00:00Z\",\"body\":\"x\"}"
    let thing = """
      {"number":9,"title":"d","createdAt":"2018-01-02T00:00:00Z",
       "comments":{"totalCount":2,"nodes":[\(comment)]}}
      """
    let answer = "{\"data\":{\"repository\":{\"discussion\":\(thing)}}}"
    let club = try importing(["a.json": answer], as: "github")
    #expect(club.result.manifest.gaps == ["1 thread has more comments than the export holds"])
    #expect(club.result.manifest.measurable.replies)
  }
}
