import Basics
import CommunityData
import Importers
import JSONText
import Testing

/// What each entry of three small feeds becomes; they are `Fixtures/feed`.
struct FeedTests {
  let feeds: Imported

  init() throws {
    feeds = try importingFixture("feed", as: "feed")
  }

  private func member(_ name: String) -> String {
    Pseudonyms(key: .demo, platform: "feed", origin: seOrigin).memberID(of: name)
  }

  /// The id of an entry that its feed gives in this form, where there are other feeds.
  private func only(_ feed: String, _ id: String) -> String {
    let place = Pseudonyms(key: .demo, platform: "feed", origin: seOrigin)
      .memberID(of: [0] + Array(feed.utf8))
    return "h-\(place.dropFirst(2))-\(id)"
  }

  private let first = "tag:club.example,2015:1"
  private let second = "tag:club.example,2015:2"

  @Test func accountsForEveryEntry() {
    let counts = feeds.result.manifest.counts
    #expect(counts.read == 7 && counts.items == 5 && counts.quarantined == 2)
    #expect(
      Set(feeds.quarantine.compactMap { $0["reason"]?.string }) == [
        "its date is not one: xxxx", "it is no feed: its root element is `html`",
      ])
  }

  @Test func readsAtom() {
    #expect(feeds.field("name", of: first) == "Colours & plots")
    #expect(feeds.field("published", of: first) == "2015-03-02T09:00:00Z")
    #expect(feeds.field("updated", of: first) == "2015-03-04T00:00:00Z")
    #expect(feeds.field("url", of: first) == "https://club.example/1")
    #expect(feeds.list("tag", of: first) == ["Plots"])
    #expect(
      feeds.field("content", of: first)?.contains(
        #"<p>I like <em>red</em> &amp; <a href="https://x.example/?a=1&amp;b=2">blue</a>; [IP removed].</p>a picture"#
      ) == true)
    #expect(feeds.field("attributedTo", of: first) == member("ann canary"))
  }

  @Test(arguments: [
    (
      "html",
      "&lt;a href='https://s.example/@canarybob/7'>he&lt;/a>, https://s.example/@canarybob",
      "he, https://s.example/@-"
    ),
    ("text", "see https://s.example/@canarybob/7", "see https://s.example/@-/7"),
  ])
  func takesOutAddressesOfProfiles(type: String, text: String, expected: String) throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><id>https://c.example/</id><entry>
      <id>https://c.example/1</id><title>t</title><updated>2018-01-01T00:00:00Z</updated>
      <content type="\(type)">\(text)</content></entry></feed>
      """
    let read = try importing(["a.atom": feed], as: "feed")
    #expect(read.field("content", of: "https://c.example/1") == expected)
  }

  @Test func readsAnswers() {
    #expect(feeds.field("inReplyTo", of: second) == first)
    #expect(feeds.field("type", of: second) == "reply" && feeds.field("type", of: first) == "post")
    #expect(feeds.result.manifest.measurable.replies)
  }

  @Test func readsRSSInTheWrongCharacterSet() {
    let a = only("https://cafe.example/", "a")
    #expect(feeds.field("name", of: a) == "Grüße")
    #expect(feeds.field("content", of: a) == "<p>Schön&nbsp;&copy; </p>")
    #expect(feeds.field("published", of: a) == "2015-03-05T07:00:00Z")
    #expect(feeds.field("attributedTo", of: a) == member("cleo canary"))
    #expect(feeds.field("language", of: a) == "de-DE")
    #expect(feeds.channels["https://cafe.example/"]?["name"]?.string == "Café")
  }

  @Test func takesTheFeedsDateForAnEntryWithoutOne() {
    let id = "https://cafe.example/b"
    #expect(feeds.field("published", of: id) == "2015-03-06T10:00:00Z")
    #expect(feeds.list("derived", of: id) == ["published"])
    #expect(feeds.field("url", of: id) == id)
  }

  @Test func readsJSONFeed() {
    let j1 = only("https://json.example/", "j1")
    #expect(feeds.field("content", of: j1) == "plain <b> text, [e-mail removed]")
    #expect(feeds.field("mediaType", of: j1) == "text/plain")
    #expect(feeds.field("attributedTo", of: j1) == member("ann canary"))
  }

  @Test func writesNoCanary() {
    let text = feeds.text.lowercased().replacing("canary-free", with: "")
    #expect(!text.contains("canary") && !text.contains("203.0.113"))
  }

  @Test func isRecognisedAndTheSameTwice() throws {
    #expect(try importingFixture("feed", as: "auto").text == feeds.text)
  }

  @Test(arguments: [
    (
      #"<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>"#,
      "it declares entities"
    ),
    (
      #"<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&x;</title></item></channel></rss>"#,
      "it declares entities"
    ),
    (#"<opml version="1.0"><body/></opml>"#, "it is a list of feeds: its root element is `opml`"),
    (#"{"version": "1"}"#, "it is no feed"), ("{", "it is not JSON"), ("", "it is no feed"),
    (
      "<rss><channel><item><title>x</title></item></channel></rss>",
      "neither it nor its feed bears a date"
    ),
  ])
  func setsAsideWhatIsNoFeed(text: String, reason: String) throws {
    let good = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><updated>2015-03-03T10:00:00Z</updated></entry></feed>
      """
    let imported = try importing(["a.xml": good, "b.rss": text], as: "feed")
    #expect(imported.items.count == 1)
    #expect(imported.quarantine.first?["reason"]?.string?.hasPrefix(reason) == true)
    #expect(imported.quarantine.count == 1)
  }

  @Test func readsOnBehindBrokenMarkup() throws {
    let broken = """
      <rss><channel><pubDate>Fri, 06 Mar 2015 10:00:00 GMT</pubDate>
      <item><guid>1</guid><title>a & b</title></item><item><guid>2</guid><title>c</item>
      """
    let imported = try importing(["a.rss": broken], as: "feed")
    #expect(imported.items["1"] != nil)
    #expect(
      imported.result.diagnostics.first?.message.hasPrefix("a.rss is not well-formed XML: ") == true
    )
    #expect(!imported.result.manifest.complete)
  }

  private static func rss(_ name: String, _ ids: [String]) -> String {
    let items = ids.map { id in
      "<item><guid isPermaLink=\"false\">\(id)</guid><title>\(name) \(id)</title></item>"
    }
    return "<rss><channel><title>\(name)</title><link>https://\(name).example/</link>"
      + "<pubDate>Fri, 06 Mar 2015 10:00:00 GMT</pubDate>\(items.joined())</channel></rss>"
  }

  /// An id that is unique in its feed alone stands for one entry; what is removed from one makes
  /// no two alike; an address is the same wherever it stands.
  @Test(arguments: [
    (["1", "2"], ["1", "2"], 4),
    (["tag:ann@example.org,2005:9"], ["tag:ben@example.org,2005:9"], 2),
    (["ann@example.org"], ["ann@example.org"], 2),
    (["https://slow.example/1", "tag:slow.example,2005:1"], ["https://slow.example/1"], 2),
  ])
  func keepsEntriesOfTwoFeedsApart(slow: [String], busy: [String], items: Int) throws {
    let slow = FeedTests.rss("slow", slow)
    let busy = FeedTests.rss("busy", busy)
    let both = try importing(["a.rss": slow, "b.rss": busy], as: "feed")
    #expect(both.items.count == items)
    // Whatever the files are called.
    let again = try importing(["b.rss": slow, "a.rss": busy], as: "feed")
    #expect(Set(again.items.keys) == Set(both.items.keys))
  }

  @Test func keepsTheIDsOfALoneFeed() throws {
    let alone = try importing(
      ["a.rss": FeedTests.rss("slow", ["1"]), "b.rss": FeedTests.rss("slow", ["1", "2"])],
      as: "feed")
    #expect(Set(alone.items.keys) == ["1", "2"])
  }

  @Test func answersWithinTheFeed() throws {
    let answering = """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/syndication/thread/1.0">
      <id>tag:x.example,2005:feed</id><updated>2015-03-03T10:00:00Z</updated>
      <entry><id>1</id></entry><entry><id>2</id><t:in-reply-to ref="1"/></entry></feed>
      """
    let both = try importing(["a.atom": answering, "b.rss": FeedTests.rss("b", ["1"])], as: "feed")
    let feed = "tag:x.example,2005:feed"
    #expect(both.field("inReplyTo", of: only(feed, "2")) == only(feed, "1"))
  }

  /// The specification of JSON Feed asks for it; else two entries without an address would be one.
  @Test func takesNumbersForIDs() throws {
    let entries = [7, 8].map {
      "{\"id\": \($0), \"content_text\": \"x\", \"date_published\": \"2018-01-02T10:00:00Z\"}"
    }
    let feed = """
      {"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://f.example/",
       "items": [\(entries.joined(separator: ", "))]}
      """
    let imported = try importing(["feed.json": feed], as: "feed")
    #expect(Set(imported.items.keys) == ["7", "8"])
  }
}
