import Basics
import SiteBuild
import TestSupport
import Testing

/// A name is taken out as a reader meets it, whatever stands inside it.
@Suite struct NamesInMarkupTests {
  /// A page that is copied, after the build; its community has given no consent.
  private func copied(_ html: String) throws -> String {
    let page =
      "<!doctype html>\n<html lang=\"en\"><head><title>Old</title></head><body>\(html)</body></html>"
    return try ConsentSite(["Content/static/old.html": page]).build().page("old.html")
  }

  @Test(arguments: [
    ("<p>Zörk &amp; Söhne<br>Forum</p>", "<p>[withdrawn]<br></p>"),
    ("<p>Zörk &amp; Söhne <BR/>\nForum</p>", "<p>[withdrawn]<BR/></p>"),
    ("<p>Zörk<br />&amp;<br />Söhne<br />Forum</p>", "<p>[withdrawn]<br /><br /><br /></p>"),
    ("<p>Zörk &amp; <b>Söhne</b><br>Forum</p>", "<p>[withdrawn]<b></b><br></p>"),
    ("<p>Zörk &amp; Söh<wbr/>ne Forum</p>", "<p>[withdrawn]<wbr/></p>"),
    ("<p>Qua<wbr>xly<br>there</p>", "<p>[withdrawn]<wbr><br>there</p>"),
    ("<p>Met<br>Quaxly<br>there</p>", "<p>Met<br>[withdrawn]<br>there</p>"),
    // Two paragraphs are no line.
    ("<p>Zörk &amp; Söhne</p><p>Forum</p>", "<p>Zörk &amp; Söhne</p><p>Forum</p>"),
  ]) func isOneAcross(_ html: String, _ expected: String) throws {
    #expect(try copied(html).contains(expected))
  }

  @Test(arguments: ["  \n", "\\\n", "\n"])
  func isOneAcrossLinesOfAnAuthor(_ end: String) throws {
    let about = "---\ntitle: About\n---\n\nWe met Zörk & Söhne\(end)Forum there.\n"
    let page = try ConsentSite(["Content/pages/about.md": about]).build().page("about/index.html")
    #expect(page.contains("We met [withdrawn]"))
    let seen = CanaryEncoding.folded(CanaryEncoding.readable(page))
    #expect(!seen.contains(CanaryEncoding.folded(ConsentSite.name)))
  }

  /// As the HTML standard reads references: many names, and numbers that end where no digit follows.
  @Test(arguments: [
    ("<p>Z&ouml;rk &amp; S&ouml;hne Forum</p>", "<p>[withdrawn]</p>"),
    ("<p>Z&#246rk &#38 S&#xF6hne Forum</p>", "<p>[withdrawn]</p>"),
    ("<p>Z&oumlrk &amp S&oumlhne&nbspForum</p>", "<p>[withdrawn]</p>"),
    ("<p>Qua&NoBreak;xly, &Qopf;uaxly</p>", "<p>[withdrawn], &Qopf;uaxly</p>"),
    ("<p>Qu&#x61xly</p>", "<p>[withdrawn]</p>"),
    ("<p title='Z&ouml;rk &AMP; S&#246hne Forum'>x</p>", "<p title='[withdrawn]'>x</p>"),
    // In an attribute a letter behind it makes it none.
    ("<p title='Z&oumlrk &amp; S&ouml;hne Forum'>x</p>", "<p title='Z&oumlrk"),
  ]) func isReadInReferences(_ html: String, _ expected: String) throws {
    #expect(try copied(html).contains(expected))
  }

  @Test(arguments: [
    ("a.txt", "Z&ouml;rk &amp; S&#246hne Forum!", "[withdrawn]!"),
    ("a.csv", "\"Z%C3%B6rk %26 S&ouml;hne+Forum\"", "\"[withdrawn]\""),
    ("a.json", #"{"n":"Z\u00F6rk \u0026 S\u00f6hne\tForum"}"#, #"{"n":"[withdrawn]"}"#),
    ("a.json", #"{"n":"\ud83d\ude80 of Quaxly"}"#, #"{"n":"\ud83d\ude80 of [withdrawn]"}"#),
  ]) func isReadInTexts(_ path: String, _ text: String, _ expected: String) throws {
    let build = try ConsentSite(["Content/static/\(path)": text]).build()
    #expect(build.page(path) == expected)
  }

  @Test(arguments: [
    ("\u{1F680} Fans", "a.json", #"{"n":"\ud83d\ude80 fans"}"#, #"{"n":"[withdrawn]"}"#),
    ("Müller Forum", "m%C3%BCller-forum.txt", "x", ""),
    ("Müller Forum", "m%c3%bcller+forum/a.txt", "x", ""),
    ("Müller Forum", "m%C3%BCller-forums.txt", "x", "x"),
  ]) func isReadInPaths(_ name: String, _ path: String, _ text: String, _ expected: String) throws {
    let build = try ConsentSite([
      "Content/communities/asked.md":
        "---\nname: \(name)\nkind: Chat\nsummary: Asked.\nbasis: consent\n---\n",
      "Content/static/\(path)": text,
    ]).build()
    #expect(build.page(path) == expected)
  }
}
