import CommunityData
import SiteBuild
import Testing

@Suite struct VerbatimTests {
  @Test(arguments: [
    ("there is a problem", "There is a problem", "there is a problem" as String?),
    ("There is […] problem", "There is no doubt a problem.", nil),
    ("problem […] There", "There is a problem.", "There"),
    ("isn't it", "Well, isn’t\n  it?", nil),
    ("a b", "a\u{A0}b", nil),
    ("[…]", "anything", nil),
    ("aa", "a", "aa"),
  ])
  func findsWordsThatWereNotWritten(quote: String, written: String, missing: String?) {
    #expect(Verbatim.firstMissing(of: quote, in: written) == missing)
  }

  @Test func readsHTMLAsAReaderDoes() {
    let html = "First &amp; <b>foremost</b>, I&#39;d say<script>x</script> 2 &lt; 3"
    #expect(VisibleText.of(html, .html).hasPrefix("First & foremost, I'd say"))
    #expect(VisibleText.of("a <b> c", .plain) == "a <b> c")
  }
}
