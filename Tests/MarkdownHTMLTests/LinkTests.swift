import MarkdownHTML
import Testing

@Suite struct LinkTests {
  @Test(
    "finds where a destination stands",
    arguments: [
      ("a [b](c.md) d", "c.md"),
      ("[c.md](c.md)", "c.md"),
      ("a\n  b [c](<d e.md>) f", "d e.md"),
      ("> a\n> b [c](d.md#e)", "d.md#e"),
      ("- a\n  - b *c [d](e.md)*", "e.md"),
      ("# a [b](c.md)", "c.md"),
      ("[x]: u\na {{ v }} [b](c.md)", "c.md"),
      ("a https://x.org/ b", "https://x.org/"),
      ("a <https://x.org/>", "https://x.org/"),
      ("é ä [b](c.md)", "c.md"),
      ("a\r\nb [b](c.md)\r\n", "c.md"),
      ("n[^1]\n\n[^1]: see [b](c.md)", "c.md"),
      ("see [b]\n\n[b]: c.md", "[b]"),
      ("lead\n  x [b](c.md)\n| t |\n|---|\n| u |", "c.md"),
      ("| t |\n|---|\n| u é [b](c.md) |", "c.md"),
    ])
  func placesDestination(markdown: String, marked: String) {
    let links = render(markdown).links
    #expect(links.count == 1)
    let bytes = Array(markdown.utf8)
    #expect(links.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [marked])
  }

  @Test func leavesRelativeAddressesToTheSite() {
    let rendered = render("[a](../b.md#c) [d](#e) [f](/g) [h](https://i.org/) [j](mailto:k@l.org)")
    #expect(rendered.links.map(\.isRelative) == [true, true, true, false, false])
    #expect(rendered.links.map(\.destination).prefix(3) == ["../b.md#c", "#e", "/g"])
    #expect(rendered.pieces.contains(.destination(2)))
    #expect(!rendered.pieces.contains(.destination(3)))
  }

  @Test func writesOuterLinkOnly() {
    #expect(
      html("[a <https://b.org> www.c.org](d) https://e.org")
        == "<p><a href=\"d\">a https://b.org www.c.org</a> "
        + "<a href=\"https://e.org\">https://e.org</a></p>\n")
  }

  @Test func escapesAddresses() {
    var output: [UInt8] = []
    AddressEscaping.append("a b?c&d='\"<é".utf8, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "a%20b?c&amp;d=&#x27;%22%3C%C3%A9")
  }
}
