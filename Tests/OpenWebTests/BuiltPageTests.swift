internal import Basics
internal import OpenWeb
internal import TestSupport
internal import Testing

/// Cases from the HTML standard's tokenizer; `Tests/oracles/html_parse.py` has many more.
struct BuiltPageTests {
  /// HTML, and its start tags with their attributes.
  static let startTags: [(html: String, tags: String)] = [
    ("<P Class=a ID='b' title=\"c d\" hidden>", "p class=a id=b title=c d hidden="),
    ("<a href=x/>", "a href=x/"),
    ("<a/b=1//c>", "a b=1//c"),
    ("<a b=1 B=2 b>", "a b=1"),
    ("<a =b>", "a =b="),
    ("<a b = c>", "a b=c"),
    ("<a b=>x", "a b="),
    ("<a b=\"1\"c='2'>", "a b=1 c=2"),
    ("<a b=1", ""),
    ("<a b='1>", ""),
    ("<a<b>", "a<b"),
    ("< a><3><a>", "a"),
    ("</><//><b>", "b"),
    ("<!--<a>--><b>", "b"),
    ("<!--><b>-->", "b"),
    ("<!---><b>", "b"),
    ("<!--a--!><b>", "b"),
    ("<!-- -- > <a> --><b>", "b"),
    ("<!--<a>", ""),
    ("<!doctype html '><b>", "b"),
    ("<?a '><b>", "b"),
    ("<title><b></titlex></title ><i>", "title|i"),
    ("<textarea></TextArea><i>", "textarea|i"),
    ("<style><!--</style><i>", "style|i"),
    ("<script><!--<script></script><b></script><i>", "script|i"),
    ("<script><!--<script>--></script><i>", "script|i"),
    ("<script><!--x</script><i>", "script|i"),
    ("<plaintext><i>", "plaintext"),
    ("<svg><title><i></title><g></svg><title><b></title>", "svg|title|i|g|title"),
    ("<svg><style><i></style>", "svg|style|i"),
    ("<svg><![CDATA[<i>]]><g>", "svg|g"),
    ("<![CDATA[<i>]]>", ""),
    ("<![CDATA[x]]><i>", "i"),
    ("<svg><p><![CDATA[x>]]><i>", "svg|p|i"),
    ("<svg><foreignObject><style><i></style>", "svg|foreignobject|style"),
    ("<math><mi><style><i></style></mi><style><b>", "math|mi|style|style|b"),
    ("<image src=a><svg><image href=b>", "image src=a|svg|image href=b"),
    (
      "<a b='&amp;&lt;&#65;&#x42;&#0;&colon;&notit;&copy=&copy;'>",
      "a b=&<AB\u{FFFD}:&notit;&copy=©"
    ),
    ("<a b='1\r\n2\r3'>", "a b=1\n2\n3"),
  ]

  @Test(arguments: startTags)
  func findsStartTags(html: String, tags: String) {
    let page = BuiltPage(SourceText(file: "a.html", text: html))
    let found = page.tokens.filter { $0.kind == .startTag }.map { token in
      ([page.name(of: token)]
        + page.attributes(of: token).map { "\(page.name(of: $0))=\(page.value(of: $0))" })
        .joined(separator: " ")
    }
    #expect(found.joined(separator: "|") == tags)
  }

  @Test func givesThePlaceAndTheTextOfEachToken() throws {
    let page = BuiltPage(SourceText(file: "a.html", text: "<p>1 &lt; 2<!-- 3 --> é<br></p> end"))
    #expect(page.tokens.map(\.kind) == [.startTag, .comment, .startTag, .endTag])
    #expect(page.tokens.map(\.range) == [0..<3, 11..<21, 24..<28, 28..<32])
    #expect(page.text(of: 0..<2) == "1 < 2 é")
    #expect(page.text(of: 3..<4) == " end")
  }

  @Test(arguments: [
    ("<p>a<script>b &amp;</script><style>c</style>d</p>", "ad"),
    ("<xmp>a &amp; <b></xmp>", "a &amp; <b>"),
    ("<title>a &lt;b></title>", "a <b>"),
    ("<svg><text>a &gt; b<![CDATA[ &gt; <c>]]></text></svg>", "a > b &gt; <c>"),
    ("<p>&notin; &notit; &#8364;&#128;", "∉ ¬it; €€"),
  ])
  func readsTheTextThatReadersSee(html: String, text: String) {
    let page = BuiltPage(SourceText(file: "a.html", text: html))
    #expect(page.text(of: page.tokens.indices) == text)
  }

  @Test func knowsSVGFromHTML() {
    let page = BuiltPage(SourceText(file: "a.html", text: "<a><svg><a></a></svg><a>"))
    let tags = page.tokens.filter { $0.kind == .startTag }
    #expect(tags.map(\.isForeign) == [false, true, true, false])
    #expect(tags.map(\.element) == [.a, .svg, .a, .a])
  }

  /// Each would take minutes if a byte were looked at more than a few times.
  @Test(arguments: [
    "<a ", "<a b", "<!--", "<![CDATA[", "<svg>", "<svg></x>", "<svg><desc>", "</b>", "<title>",
    "<script><!--", "&", "&#", "<a b='", "<a a=1 b=2 c=3>", "<figure class=fig>", "<style>",
    "<svg><style>", "<p id=a>", "<p style=a>", "<math><mi><b>", "<",
  ])
  func readsHostileRepetitionInLinearTime(piece: String) throws {
    let path = try SitePath("a.html")
    let bytes = Array(String(repeating: piece, count: 20_000).utf8)
    let time = processorTime {
      _ = OpenWebRule.inspect(OutputFile(path: path, bytes: bytes), baseURL: nil)
      _ = BuiltPage(SourceText(file: "a.html", bytes: bytes))
    }
    #expect(time < .seconds(5))
  }

  @Test func takesOneTagWithManyAttributesInLinearTime() {
    let names = (0..<200_000).map { "a\($0)" }.joined(separator: " ")
    let page = BuiltPage(SourceText(file: "a.html", text: "<a \(names)>"))
    #expect(page.attributes(of: page.tokens[0]).count == 200_000)
  }

  @Test func takesAnyBytes() {
    var state: UInt64 = 7
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pieces: [UInt8] = Array("<>/='\"&!-[]?;# sv".utf8)
        let byte = UInt8(truncatingIfNeeded: state >> 33)
        bytes.append(byte < 200 ? pieces[Int(byte) % pieces.count] : byte)
      }
      for syntax in [BuiltPage.Syntax.html, .svg] {
        let page = BuiltPage(SourceText(file: "a.html", bytes: bytes), syntax: syntax)
        #expect(page.tokens.allSatisfy { $0.range.upperBound <= bytes.count })
        #expect(
          zip(page.tokens, page.tokens.dropFirst()).allSatisfy {
            $0.range.upperBound <= $1.range.lowerBound
          })
      }
    }
  }
}
