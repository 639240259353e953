import MarkdownHTML
import Testing

@Suite struct AddressPolicyTests {
  @Test(
    "links to what is allowed",
    arguments: [
      "http://a.org", "HTTPS://a.org/b?c=d#e", "https://a.org:8080/", "mailto:a@b.org", "tel:+431",
      "b.md", "../b.md#c", "#c", "?d", "/e", "./x:y", "a/b:c", "#a:b", "https://a.org/@b",
      "a?b%3Ac", "a/b%3Ac", "#a%3Ab",
    ])
  func links(address: String) {
    let rendered = render("[t](\(address))")
    #expect(rendered.diagnostics.isEmpty)
    #expect(rendered.links.map(\.destination) == [address])
  }

  @Test(
    "refuses everything else and keeps the text",
    arguments: [
      "javascript:x", "JaVa&#115;cript:x", "java%0ascript:x", "&#1;javascript:x",
      "<java&Tab;script:x>",
      "data:text/html,x", "vbscript:x", "blob:x", "intent://x", "file:///etc/passwd", "ftp://a.org",
      "//evil.org", "\\\\\\\\evil.org", "/\\\\evil.org", "https://a.org@evil.org", "https:a.org",
      "http://",
      "http:///a", "javascript%3Ax", "a:b", "", "<>", "mailto:", "mailto:a@b.org?x=%0d%0ay",
      "ｊavascript:x", ":x", "https:\\\\\\\\evil.org", "&#x2F;/evil.org", "&NewLine;//evil.org",
    ])
  func refuses(address: String) {
    let rendered = render("[text](\(address))")
    #expect(rendered.codes == ["M010"])
    #expect(rendered.filled == "<p>text</p>\n")
    #expect(rendered.links.isEmpty)
  }

  @Test func refusesImagesFromElsewhere() {
    let rendered = render("![a](https://a.org/b.png) ![c](data:image/png,x) ![d](e.png)")
    #expect(rendered.codes == ["M011", "M010"])
    #expect(rendered.filled == "<p>a c <img src=\"e.png\" alt=\"d\" /></p>\n")
  }
}
