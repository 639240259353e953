internal import Basics
internal import OpenWeb
internal import TestSupport
internal import Testing

/// The words of each diagnostic, in a page that is otherwise in order.
struct DiagnosticTextTests {
  private static let policy = """
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; img-src 'self' data:; style-src 'self'">
    """

  /// Body of a page, and what is said about it.
  static let bodies: [(body: String, text: String)] = [
    (
      "<ol class=\"numbered\"><li id=\"c9\"><li id=\"c7\"><li id=\"c2\"></ol>",
      """
      warning[O9a]: the ledger of `page.html` goes from 2 to 7, and has 2 gaps
        --> page.html:3:1
      3 | <ol class="numbered"><li id="c9"><li id="c7"><li id="c2"></ol…
        | ^^^^^^^^^^^^^^^^^^^^^ publish what is missing, with what became of it
      """
    ),
    (
      "<table class=records><tr><td><data class=read value=3>3</data><data value=2>2</data></table>",
      """
      error[O9b]: of 3 records, 2 are accounted for
        --> page.html:3:22
      3 | <table class=records><tr><td><data class=read value=3>3</data><da…
        |                      ^^^^ count each record that was left out under its reason
      """
    ),
    (
      "<img alt src=\"https://cdn.example/a.png\">",
      """
      error[O1a]: an image is loaded from `https://cdn.example/a.png`
        --> page.html:3:15
      3 | <img alt src="https://cdn.example/a.png">
        |               ^^^^^^^^^^^^^^^^^^^^^^^^^ copy it into the site, or link to it
      """
    ),
    (
      "<p style=\"color:red\">",
      """
      error[O1d]: `p` has a `style` of its own
        --> page.html:3:4
      3 | <p style="color:red">
        |    ^^^^^^^^^^^^^^^^^ use a class and the style sheet
      """
    ),
    (
      "<base href=\"//cdn.example/\">",
      """
      error[O1e]: `base` makes relative addresses lead out of the site
        --> page.html:3:13
      3 | <base href="//cdn.example/">
        |             ^^^^^^^^^^^^^^ remove the element
      """
    ),
    (
      "<iframe srcdoc=\"x\"></iframe>",
      """
      error[O1f]: `srcdoc` holds a document nothing checks
        --> page.html:3:9
      3 | <iframe srcdoc="x"></iframe>
        |         ^^^^^^ put it into a file and link to it
      """
    ),
    (
      "<script>x</script>",
      """
      error[O2a]: the page runs a script
        --> page.html:3:1
      3 | <script>x</script>
        | ^^^^^^^^ show the content without it
      """
    ),
    (
      "<p onclick=\"x\">",
      """
      error[O2b]: `onclick` runs a script
        --> page.html:3:4
      3 | <p onclick="x">
        |    ^^^^^^^^^^^ remove it
      """
    ),
    (
      "<a href=\"javascript:x\">x</a>",
      """
      error[O2c]: `javascript:x` runs a script
        --> page.html:3:10
      3 | <a href="javascript:x">x</a>
        |          ^^^^^^^^^^^^ link to a page
      """
    ),
    (
      "<form>",
      """
      error[O3a]: `form` asks readers to enter something
        --> page.html:3:1
      3 | <form>
        | ^^^^^^ name a mail address or the community's own place
      """
    ),
    (
      "<meta http-equiv=\"set-cookie\">",
      """
      error[O3b]: the page sets a cookie
        --> page.html:3:1
      3 | <meta http-equiv="set-cookie">
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remove the element
      """
    ),
    (
      "<a href=\"#top\" ping=\"/count\">x</a>",
      """
      error[O3c]: a link reports who follows it to `/count`
        --> page.html:3:22
      3 | <a href="#top" ping="/count">x</a>
        |                      ^^^^^^ remove the attribute
      """
    ),
    (
      "<link rel=\"prefetch\" href=\"page.html\">",
      """
      error[O3d]: `page.html` is fetched unasked
        --> page.html:3:28
      3 | <link rel="prefetch" href="page.html">
        |                            ^^^^^^^^^ remove the `link`
      """
    ),
    (
      "<meta http-equiv=\"refresh\" content=\"9\">",
      """
      error[O3e]: the page moves or reloads by itself
        --> page.html:3:1
      3 | <meta http-equiv="refresh" content="9">
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remove the element
      """
    ),
    (
      "<meta name=\"robots\" content=\"noindex\">",
      """
      error[O4a]: `noindex` hides the page from search engines
        --> page.html:3:1
      3 | <meta name="robots" content="noindex">
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remove the element
      """
    ),
    (
      "<a rel=\"ugc\" href=\"https://f.example\">",
      """
      error[O4b]: `ugc` on the link to `https://f.example`
        --> page.html:3:4
      3 | <a rel="ugc" href="https://f.example">
        |    ^^^^^^^^^ remove `ugc`
      """
    ),
    (
      "<meta name=\"referrer\" content=\"no-referrer\">",
      """
      error[O4d]: `no-referrer` hides from communities who links to them
        --> page.html:3:1
      3 | <meta name="referrer" content="no-referrer">
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remove the element
      """
    ),
    (
      "<figure class=\"fig\" id=\"f\"></figure>",
      """
      error[O6a]: figure `#f` of `page.html` links to no CSV, no JSON, no licence
        --> page.html:3:1
      3 | <figure class="fig" id="f"></figure>
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^ link to the data as CSV and as JSON, and to the licence with \
      `rel="license"`
      """
    ),
    (
      "<a href=\"pages.html\">x</a>",
      """
      error[O8a]: no file `pages.html` in the site
        --> page.html:3:10
      3 | <a href="pages.html">x</a>
        |          ^^^^^^^^^^ did you mean `page.html`?
      """
    ),
    (
      "<a href=\"#resq\">x</a><p id=\"resp\">",
      """
      error[O8b]: no place `#resq` in `page.html`
        --> page.html:3:10
      3 | <a href="#resq">x</a><p id="resp">
        |          ^^^^^ did you mean `#resp`?
      """
    ),
    (
      "<img alt src=\"a.png\">",
      """
      error[O8c]: no file `a.png` in the site
        --> page.html:3:15
      3 | <img alt src="a.png">
        |               ^^^^^
      """
    ),
    (
      "<a href=\"../x\">x</a>",
      """
      error[O8d]: `../x` leads out of the site's folder
        --> page.html:3:10
      3 | <a href="../x">x</a>
        |          ^^^^ link to a page of the site, or write the whole address
      """
    ),
    (
      "<p id=\"a\"><p id=\"a\">",
      """
      error[O8e]: two elements of `page.html` have the id `a`
        --> page.html:3:14
      3 | <p id="a"><p id="a">
        |              ^^^^^^ rename one of them
      """
    ),
    (
      "<noscript></noscript>",
      """
      error[O2d]: `noscript` says other things to those without scripts
        --> page.html:3:1
      3 | <noscript></noscript>
        | ^^^^^^^^^^ show it to all
      """
    ),
    (
      "<html>",
      """
      warning[O8f]: the page does not say its language
        --> page.html:3:1
      3 | <html>
        | ^^^^^^ add `lang`
      """
    ),
    (
      "<img src=\"data:image/png,\">",
      """
      warning[O8h]: `img` has no words for who cannot see it
        --> page.html:3:1
      3 | <img src="data:image/png,">
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^ add `alt`
      """
    ),
    (
      "<a href=\"#\"></a>",
      """
      warning[O8i]: the link has no words
        --> page.html:3:1
      3 | <a href="#"></a>
        | ^^^^^^^^^^^^ put text into it
      """
    ),
    (
      "<article class=\"insight\"><a href=\"https://l.example/\" rel=\"license\">L</a></article>",
      """
      warning[O5]: the insight of `page.html` links to no other site
        --> page.html:3:1
      3 | <article class="insight"><a href="https://l.example/" rel="licens…
        | ^^^^^^^^^^^^^^^^^^^^^^^^^ link to the conversations it rests on
      """
    ),
    (
      "<h1>x</h1><h3>x</h3>",
      """
      warning[O8j]: an `h3` follows an `h1`
        --> page.html:3:11
      3 | <h1>x</h1><h3>x</h3>
        |           ^^^^ make it an `h2`
      """
    ),
  ]

  @Test(arguments: bodies)
  func saysWhatWhereAndHowToMend(body: String, text: String) throws {
    let page = "<title>T</title>\n\(DiagnosticTextTests.policy)\n\(body)\n"
    #expect(try check(["page.html": page]) == [text])
  }

  /// Files of a site, and what is said about it.
  static let sites: [(files: [String: String], text: String)] = [
    (
      ["page.html": "<title>T</title>"],
      """
      error[O1b]: the page has no content security policy
        --> page.html:1:1
      1 | <title>T</title>
        | ^^^^^^^ add the `meta` element that `meadow explain O1b` shows
      """
    ),
    (
      [
        "page.html":
          "<meta http-equiv=content-security-policy content=\"default-src *\"><title>T</title>"
      ],
      """
      error[O1c]: the content security policy allows too much by `default-src`
        --> page.html:1:1
      1 | <meta http-equiv=content-security-policy content="default-src *"><title>T</title>
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `default-src 'none'; img-src \
      'self' data:; style-src 'self'`
      """
    ),
    (
      ["robots.txt": "User-agent: x\nDisallow: /a # b\n"],
      """
      error[O4c]: robots.txt shuts somebody out of `/a`
        --> robots.txt:2:1
      2 | Disallow: /a # b
        | ^^^^^^^^^^^^^^^^ leave `Disallow:` empty
      """
    ),
    (
      ["a.svg": "<svg>\n<foreignObject/></svg>"],
      """
      error[O10]: the drawing holds foreign content
        --> a.svg:2:1
      2 | <foreignObject/></svg>
        | ^^^^^^^^^^^^^^^^ save it as plain SVG
      """
    ),
    (
      ["a.css": "@import 'https://cdn.example/b.css';"],
      """
      error[O1a]: a style sheet is loaded from `'https://cdn.example/b.css'`
        --> a.css:1:9
      1 | @import 'https://cdn.example/b.css';
        |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ copy it into the site, or link to it
      """
    ),
  ]

  @Test(arguments: sites)
  func saysWhatIsWrongWithFilesOfOtherKinds(files: [String: String], text: String) throws {
    #expect(try check(files) == [text])
  }

  @Test func saysThatAPageHasNoTitle() throws {
    #expect(
      try check(["page.html": DiagnosticTextTests.policy]).first?.hasPrefix(
        "warning[O8g]: the page has no title\n  --> page.html:1:1\n1 | <meta http-equiv") == true)
  }

  @Test func readsNothingButUTF8() throws {
    let page = Array("<script>x</script>".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let file = OutputFile(path: try SitePath("a.html"), bytes: [0xFF, 0xFE] + page)
    let found = checkSite(BuiltSite(files: [file])).map(\.text)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("error[O0b]: the file is not in UTF-8\n  --> a.html:1:1\n") == true)
  }

  @Test func explainsEachCode() {
    let codes = OpenWebCodes.all
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(codes.allSatisfy { $0.id.hasPrefix("O") && $0.explanation.utf8.count > 40 })
    #expect(OpenWebRule.all.map(\.id) == ["O1", "O2", "O3", "O4", "O5", "O6", "O8", "O9", "S3"])
    let ofRules = Set(OpenWebRule.all.flatMap(\.codes).map(\.id))
    #expect(ofRules.isSubset(of: Set(codes.map(\.id))))
    #expect(Set(codes.map(\.id)).subtracting(ofRules) == ["O0", "O0b", "O7", "O11"])
  }

  private func check(_ files: [String: String]) throws -> [String] {
    checkSite(try BuiltSite(reading: MemoryFileSystem(files))).map(\.text)
  }
}
