import Basics
import CommunityData
import Measures
import TestSupport
import Testing

@Suite("Codex") struct CodexTests {
  private func finder(
    _ phrases: [Codex.Phrase], except exceptions: [Codex.Phrase] = []
  ) -> CodexFinder {
    let code = Codex.Code(
      id: "code", title: "Code", meaning: "A code.", phrases: phrases, exceptions: exceptions)
    return CodexFinder(Codex(codes: [code]))
  }

  private func found(
    _ phrase: String, in text: String, _ mediaType: Item.MediaType? = nil
  ) -> [String] {
    let text = JudgedText(content: text, mediaType: mediaType, judged: [:])
    return finder([Codex.Phrase(phrase)]).hits(in: text).map(\.words)
  }

  @Test(
    "finds a phrase whatever its case, accents, script and gaps",
    arguments: [
      ("how do i", "Well, HOW  do\nI?", "HOW  do\nI"),
      ("doesn't work", "It doesn’t  work.", "doesn’t  work"),
      ("cafe", "Au CAFÉ!", "CAFÉ"),
      ("café", "au cafe\u{301}", "cafe\u{301}"),
      ("straße", "STRASSE", "STRASSE"),
      ("как установить", "А как\u{A0}УСТАНОВИТЬ?", "как\u{A0}УСТАНОВИТЬ"),
      ("еще", "ЕЩЁ раз", "ЕЩЁ"),
      ("شكرا", "شُكْرًا جزيلا", "شُكْرًا"),
      ("λογος", "ΛΌΓΟΣ", "ΛΌΓΟΣ"),
      ("怎么", "请问怎么安装", "怎么"),
      ("ありがとう", "どうもありがとうございます", "ありがとう"),
      ("질문", "새로운 질문 하나", "질문"),
      ("धन्यवाद", "बहुत धन्यवाद।", "धन्यवाद"),
      ("?", "Wirklich？", "？"),
      (": (", "so sad :-(", ":-("),
      ("\u{1F44D}", "Good\u{1F44D}\u{1F3FD}", "\u{1F44D}"),
      ("crash*", "It CRASHES daily", "CRASHES"),
      ("*freundlich", "sehr umweltfreundlich.", "umweltfreundlich"),
      ("ＡＢＣ", "the abc", "abc"),
    ])
  func findsWhateverTheForm(phrase: String, text: String, words: String) {
    #expect(found(phrase, in: text) == [words])
  }

  @Test(
    "finds no phrase inside of other words or over a full stop",
    arguments: [
      ("bug", "debug bugs"), ("how", "show however"), ("not good", "It is not. Good day"),
      ("hell", "hello shell"), ("go", "gó1"), ("thank you", "thank-your"), ("का", "काम"),
      ("crash", "crashes"), ("crash*", "acrash"),
    ])
  func findsNothingInside(phrase: String, text: String) {
    #expect(found(phrase, in: text).isEmpty)
  }

  /// More states than fit into sixteen bits.
  @Test("finds each of thousands of phrases") func findsManyPhrases() {
    var dice = SeededGenerator(seed: 7)
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let phrases = (0..<3400).map { _ in
      String((0..<11).compactMap { _ in letters.randomElement(using: &dice) })
    }
    let finder = finder(phrases.map { Codex.Phrase($0) })
    for number in stride(from: 0, to: 3400, by: 340) {
      let (one, other) = (phrases[number], phrases[3399 - number])
      let text = JudgedText(content: "Well, \(one)? x\(one) \(other)", judged: [:])
      #expect(finder.hits(in: text).map(\.words) == [one, other])
    }
  }

  @Test("finds phrases that overlap and share words") func findsOverlapping() {
    let finder = finder(["a b", "b c", "b", "a b c", "c*"].map { Codex.Phrase($0) })
    let hits = finder.hits(in: JudgedText(content: "x a b cd", judged: [:]))
    #expect(hits.map(\.cue) == ["a b", "b", "c*"])
    let more = finder.hits(in: JudgedText(content: "a b c", judged: [:]))
    #expect(more.map(\.cue) == ["a b", "a b c", "b", "b c", "c*"])
  }

  @Test(
    "reads neither code nor quotations nor addresses nor markup",
    arguments: [
      ("`how to`", Item.MediaType.markdown), ("``a ` how to``", .markdown),
      ("```\nhow to\n```", .markdown), ("~~~ x\nhow to\n~~~\n", .markdown),
      ("> how to", .markdown), ("> how to", .plain), ("# how to", .markdown),
      ("<!-- how to -->", .markdown), ("https://a.example/how to", .markdown),
      ("<pre>how to</pre>", .html), ("<blockquote><p>how to</p></blockquote>", .html),
      ("<a title=\"how to\">x</a>", .html), ("<code class='x'>how\nto</code >", .html),
      ("https://a.example/how to", .html), ("how `x` to", .markdown),
      ("<h1>how to</h1>", .html), ("<H6 class='x'>how <b>to</b></H6>x", .html),
      ("<h2>x<h3>how to</h3>", .html), ("<code>x<code>y</code>how to</code>", .html),
      ("<blockquote>x<blockquote>y</blockquote>how to</blockquote>", .html),
      ("<blockquote>x<BLOCKQUOTE cite='y'>z</blockquote >how to", .html),
      ("x\n\n    how to", .markdown), ("\thow to", .markdown), ("# x\n    how to", .markdown),
      ("    x\n\n  \thow to\n", .markdown), ("x\r\n\r\n    how to\r\n", .markdown),
      ("- x\n\ny\n\n    how to", .markdown), ("~~~\nx\n~~~\n    how to", .markdown),
      ("how to\n===", .markdown), ("how to\n   ----  \r\nx", .markdown),
      ("how to\nx\n---", .markdown), ("- x\n\nhow to\n---", .markdown),
    ])
  func readsProseOnly(text: String, type: Item.MediaType) {
    #expect(found("how to", in: text, type).isEmpty)
  }

  @Test(
    "reads prose through and beside markup",
    arguments: [
      ("how <b>to</b>", Item.MediaType.html, "how <b>to"),
      ("<pre>x</pre>how&nbsp;to", .html, "how&nbsp;to"), ("a ` how to", .markdown, "how to"),
      ("`a`how to", .markdown, "how to"), ("```x``` how to", .markdown, "how to"),
      ("> quoted\nhow to", .plain, "how to"), ("how *to*", .markdown, "how *to"),
      ("#how to", .markdown, "how to"), ("how to https://a.example", .plain, "how to"),
      ("1 < 2, how to", .html, "how to"), ("`a\n\nhow to`", .markdown, "how to"),
      ("<h2>x</h2>how to", .html, "how to"), ("<h2>x</h3>how to", .html, "how to"),
      ("<header>how to</header>", .html, "how to"), ("<h7>how to</h7>", .html, "how to"),
      ("<pre>x<pre>y</pre></pre>how to", .html, "how to"),
      ("<blockquote>x<blockquote>y</blockquote></blockquote>how to", .html, "how to"),
      ("x\n    how to", .markdown, "how to"), ("> x\n    how to", .markdown, "how to"),
      ("- x\n\n    how to", .markdown, "how to"), ("12) x\n\n\thow to", .markdown, "how to"),
      ("- x\n\n  y\n\n      how to", .markdown, "how to"), ("   how to", .markdown, "how to"),
      ("    x\nhow to", .markdown, "how to"), ("---\nhow to", .markdown, "how to"),
      ("how to\n--\nAnn", .markdown, "how to"), ("how to\n\n---", .markdown, "how to"),
      ("- how to\n---", .markdown, "how to"), ("> x\nhow to\n---", .markdown, "how to"),
      ("how to\n---x", .markdown, "how to"), ("how to\n    ---", .markdown, "how to"),
      ("x\n===\nhow to", .markdown, "how to"), ("x\n\n    how to", .plain, "how to"),
    ])
  func readsProseBeside(text: String, type: Item.MediaType, words: String) {
    #expect(found("how to", in: text, type) == [words])
  }

  @Test("an exception takes back the hits it covers and no others") func takesBack() {
    let finder = finder([Codex.Phrase("problem")], except: [Codex.Phrase("no problem")])
    let hits = finder.hits(in: JudgedText(content: "No problem! A problem.", judged: [:]))
    #expect(hits.map(\.words) == ["problem"])
  }

  @Test("looks for a phrase in items of its own language and of none")
  func mindsLanguage() {
    let finder = finder([Codex.Phrase("gift", language: "de")])
    for (language, count) in [(nil, 1), ("de-AT", 1), ("en", 0)] as [(String?, Int)] {
      let text = JudgedText(content: "Ein Gift", language: language, judged: [:])
      #expect(finder.hits(in: text).count == count)
    }
  }

  @Test("another language is added by a codex that names the same codes") func addsLanguage() {
    let german = Codex(codes: [
      Codex.Code(
        id: "thanks", title: "Dank", meaning: "Jemand dankt.",
        phrases: [Codex.Phrase("danke", language: "de")])
    ])
    let joined = Codex.standard.adding(german)
    #expect(joined.codes.count == Codex.standard.codes.count)
    let finder = CodexFinder(joined)
    for text in ["Danke!", "Thanks!"] {
      #expect(finder.hits(in: JudgedText(content: text, judged: [:])).map(\.code) == ["thanks"])
    }
  }

  @Test("every example of the standard codex has its code", arguments: Codex.standard.codes)
  func codesExamples(code: Codex.Code) {
    let finder = CodexFinder(.standard)
    for example in code.examples {
      let hits = finder.hits(in: JudgedText(content: example, judged: [:]))
      #expect(hits.contains { $0.code == code.id }, "\(example)")
    }
    #expect(!code.examples.isEmpty && code.meaning.hasSuffix("."))
  }

  @Test("every phrase of the standard codex finds itself", arguments: Codex.standard.codes)
  func findsItself(code: Codex.Code) {
    for phrase in code.phrases {
      let bare = phrase.text.filter { $0 != "*" }
      #expect(found(phrase.text, in: "x \(bare) y").count == 1, "\(phrase.text)")
    }
  }

  @Test("counts hits, false alarms and misses of judged texts") func scores() throws {
    let finder = Codex(codes: [
      Codex.Code(id: "q", title: "Q", meaning: "Asks.", phrases: [Codex.Phrase("?")]),
      Codex.Code(id: "p", title: "P", meaning: "Praises.", phrases: [Codex.Phrase("fine")]),
    ])
    let judged: [(String, Bool)] = [
      ("Why?", true), ("Sure?", false), ("Tell me", true), ("Fine", false), ("Who?", true),
    ]
    let scores = codexReport(
      finder, on: judged.map { JudgedText(content: $0.0, judged: ["q": $0.1]) })
    let score = try #require(scores.first)
    #expect(scores.count == 1)
    #expect((score.hits, score.falseAlarms, score.missed, score.others) == (2, 1, 1, 1))
    #expect(score.precision == 2.0 / 3 && score.recall == 2.0 / 3 && score.f1 == 4.0 / 6)
  }

  @Test(
    "reads what is made to be slow in the time of its length",
    arguments: [
      ("<blockquote>", Item.MediaType.html), ("<blockquote></blockquote ", .html),
      ("<h1><pre", .html), ("```\nx\n```\n", .markdown), ("x\n", .markdown),
      ("x\n---\n    y\n\n", .markdown),
    ])
  func readsHostileTexts(piece: String, type: Item.MediaType) {
    let text = String(repeating: piece, count: 20_000) + "\n---"
    let time = processorTime { #expect(found("how to", in: text, type).isEmpty) }
    #expect(time < .seconds(10))
  }

  @Test("survives bytes that are no text") func survivesNoise() {
    var noise: UInt64 = 7
    let finder = CodexFinder(.standard)
    for _ in 0..<300 {
      let bytes = (0..<60).map { _ -> UInt8 in
        noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: noise >> 56)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for type in [Item.MediaType.html, .markdown, .plain] {
        for hit in finder.hits(in: JudgedText(content: text, mediaType: type, judged: [:])) {
          #expect(!hit.words.isEmpty)
        }
      }
    }
  }
}
