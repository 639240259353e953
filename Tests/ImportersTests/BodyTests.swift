import Importers
import Testing

private let ann = "m-" + String(repeating: "a", count: 16)

/// What becomes of the HTML and the mark-up of platforms.
struct BodyTests {
  private func reduced(_ html: String) -> Minimisation.Result {
    Minimisation.minimised(html: Array(html.utf8)) { tag, words in
      if tag.hasClass("user-mention") { return .person(words == "@Ann" ? ann : nil) }
      if tag["href"]?.hasPrefix("/u/") == true { return .profile }
      return tag.hasClass("quote") ? .dropped : .ordinary
    }
  }

  @Test(arguments: [
    (#"<p class="x" style='y'>a <b id=z>c</b></p>"#, "<p>a <b>c</b></p>"),
    (
      #"<a href="https://x.example/?a=1&amp;b" rel=z>w</a>"#,
      #"<a href="https://x.example/?a=1&amp;b">w</a>"#
    ),
    (#"<a href="javascript:alert(1)">w</a>"#, "w"),
    (#"<a href="https://ann:secret@x.example/">w</a>"#, "w"),
    (#"<a href="/u/ann">Ann's page</a>"#, "Ann's page"),
    (#"<a href='mailto:ann@example.org'>write</a>"#, "write"),
    (#"hi <span class="a user-mention" data-user-id="7">@Ann</span>!"#, "hi @\(ann)!"),
    (#"hi <span class="user-mention">@<b>Bob</b></span>!"#, "hi @someone!"),
    ("<div class=quote>old <div>deep</div></div>new", "new"),
    (#"<img src="https://avatars.example/ann.png" alt=":smile:" title="Ann">"#, ":smile:"),
    (#"<img src="data:image/png;base64,AAAA">"#, ""),
    ("a<script>var ann = '<b>';</script>b<style>p{}</style>c", "abc"),
    ("a<!-- ann --><!doctype x><?php ann ?>b", "ab"),
    ("<div>a</div><div>b</div>", "\na\n\nb\n"),
    ("a < b && c > d", "a < b && c > d"), ("<p>a</p", "<p>a"), ("a<b x=\"", "a"),
    ("<!-- never", ""), ("<script>never", ""), ("", ""), ("</a></a>", ""),
    ("<p>ann@example.org and +44 20 7946 0958</p>", "<p>[e-mail removed] and [phone removed]</p>"),
    ("<IMG ALT=x><P>y</P>", "x<p>y</p>"), ("a <3 b", "a <3 b"),
  ])
  func reducesHTML(html: String, expected: String) {
    #expect(reduced(html).text == expected)
  }

  @Test func namesMembersAndLinks() {
    let result = reduced(
      """
      <span class="user-mention">@Ann</span> <span class="user-mention">@Ann</span>
      <a href="https://b.example/">b</a><a href="https://a.example/">a</a><a href="https://b.example/">b</a>
      """)
    #expect(result.mentions == [ann])
    #expect(result.links == ["https://b.example/", "https://a.example/"])
  }

  @Test func staysLinearOnHostileMarkup() {
    for piece in [
      "<a>", "<span ", "<!--", "<a href=\"", "&#x41;", "<div>", "</", "<", "&", "<a x=",
    ] {
      let html = String(repeating: piece, count: 100_000)
      #expect(reduced(html).text.utf8.count < 2_000_000)
      #expect(HTMLText(Array(html.utf8)).text.count < 2_000_000)
    }
  }

  @Test(arguments: [
    ("<p>a &amp; b<br>c</p><ul><li>d<li>e</ul>f", "a & b\nc\n\n- d\n- e\n\nf"),
    ("<pre>a\n  b</pre>c", "a\n  b\n\nc"), ("a   b\n\n c", "a b c"),
    ("<blockquote>old</blockquote><p>new</p>", "new"),
    ("&auml;&#246;&#xFC;&szlig; &unknown; &#0;", "äöüß &unknown; \u{FFFD}"),
    ("<td>a</td><td>b</td>", "ab"), ("<br><br><br>a<br><br><br><br>b", "a\n\nb"),
  ])
  func readsTheWordsOfHTML(html: String, expected: String) {
    let text = HTMLText(Array(html.utf8), leavingOutQuotes: true).text
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("*b* and ~s~ and _i_", "**b** and ~~s~~ and _i_"), ("2 * 3 * 4", "2 * 3 * 4"),
    ("**b**", "**b**"), ("`*c*`", "`*c*`"), ("a &lt; b &amp;&amp; c", "a < b && c"),
    ("<@U1> and <@U2|bob>", "@one and @someone"), ("<#C1|general>", "#general"),
    ("<!here> <!channel>", "@here @channel"), ("<!subteam^S1|@crew>", "@crew"),
    ("<!date^1392734382^{date}|Monday>", "Monday"), ("<https://x.example>", "https://x.example"),
    ("<https://x.example/?a&amp;b|words>", "[words](https://x.example/?a&b)"),
    ("<mailto:ann@example.org|ann@example.org>", "ann@example.org"), ("a <b", "a <b"),
    ("<>", "<>"), ("<javascript:x|y>", "<javascript:x|y>"), ("*", "*"), ("", ""),
  ])
  func writesMrkdwnAsMarkdown(text: String, expected: String) {
    let result = Mrkdwn(Array(text.utf8)) { reference in
      switch reference {
      case .user("U1", _): "@one"
      case .user: "@someone"
      case .channel(let id, let label): "#" + (label ?? id)
      }
    }
    #expect(String(decoding: result.markdown, as: UTF8.self) == expected)
  }
}
