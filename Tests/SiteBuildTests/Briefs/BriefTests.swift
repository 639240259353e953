import Basics
import SiteBuild
import Testing

/// What a department is told, in every form.
@Suite struct BriefTests {
  @Test func writesTheTextOfABrief() throws {
    let text = try BriefSite().brief("care", as: .txt)
    #expect(
      text == """
        Brief for Care & Co
        ===================

        Acme, Insights. Built from data up to 31\u{A0}January\u{A0}2020.

        Questions are answered
        All of them.
        https://insights.example/reports/insights/first/

        In numbers
        ----------
        * Median time to a first response, whole time: 1\u{A0}d
        * People who wrote, whole time: [c] too few people, not shown
          Withheld: it is about fewer than 5 people, or would tell such a
          number.
        * Posts and comments, whole time: 5
          Source: The Yard, up to 31\u{A0}January\u{A0}2020.

        Waiting for your answer
        -----------------------
        * Nobody answers about glue
          Criticism 7 · number of people withheld · first raised
          29\u{A0}December\u{A0}2021 · waiting for 10 days
          https://insights.example/reports/criticism/#c7

        To be reviewed
        --------------
        * People mend more
          Review on 1\u{A0}February\u{A0}2022. Measured by: Unanswered questions. None
          waits for a week.
          https://insights.example/reports/strategy/#faster

        What this brief leaves out
        --------------------------
        * 1 finding that is not for this department.
        * Conversations worth joining: they are in the internal edition alone.
        * Who said what: nobody is named, and nobody is ranked.

        What we do not know
        -------------------
        * Whether the answers helped.
        * One of the numbers above is missing or withheld.
        * What those think who read without writing, and why those left who left
          without a word.
        * How many people have the same job and tell of it in other words than
          those we look for.

        Who answers: Head of care
        Questions about this brief: listen@acme.example
        The full report:
        https://insights.example/reports/briefs/care/

        """)
  }

  @Test func publishesEachBriefInEveryForm() throws {
    let build = try BriefSite().build()
    #expect(build.findings == [])
    for name in ["index.html", "brief.html", "brief.txt", "brief.eml"] {
      #expect(build.page("briefs/care/\(name)").contains("Care"), "\(name)")
    }
    #expect(try build.page("briefs/care/brief.txt") == BriefSite().brief("care", as: .txt))
    #expect(try build.page("briefs/care/brief.html") == BriefSite().brief("care", as: .html))
    #expect(try build.page("briefs/care/brief.eml") == BriefSite().brief("care", as: .eml))
    #expect(build.page("sitemap.xml").contains("/briefs/care/<"))
    #expect(!build.page("sitemap.xml").contains("brief.html"))
  }

  /// All forms tell the same: every line of the text is in the file, in the mail and on the page.
  @Test func tellsTheSameInEveryForm() throws {
    let build = try BriefSite().build()
    let told = [
      "Questions are answered", "Nobody answers about glue", "People mend more",
      "Who said what: nobody is named, and nobody is ranked.", "Whether the answers helped.",
      "Head of care", "listen@acme.example", "None waits for a week.",
    ]
    let forms =
      ["index.html", "brief.html"].map { build.page("briefs/care/\($0)") }
      + [ParsedMail(build.page("briefs/care/brief.eml")).parts[1]]
    for form in forms {
      for line in told { #expect(form.contains(line), "\(line)") }
    }
  }

  @Test func leadsToWholeAddressesInWhatTravels() throws {
    let file = try BriefSite().brief("care", as: .html)
    #expect(file.contains("listen@acme.example</a></p><p>The full report:"))
    #expect(file.contains("href=\"https://insights.example/reports/criticism/#c7\""))
    #expect(!file.contains("href=\"../"))
    let site = BriefSite().with([
      "Content/site.yaml": "title: I\norganisation: A\ndata_licence: CC-BY-4.0"
    ])
    for form in [BriefForm.html, .txt, .eml] {
      let brief = try site.brief("care", as: form)
      #expect(!brief.contains("criticism/") && !brief.contains("href=\"../"), "\(form)")
    }
    #expect(
      try site.build().page("briefs/care/index.html").contains("../../criticism/index.html#c7"))
  }

  @Test func keepsLinesWithinSeventyTwoColumns() throws {
    let title = "家具を直す人たちは接着剤についてもっと知りたいと言っています、そして答えを待っています"
    let word = String(repeating: "e\u{301}", count: 100)
    let site = BriefSite().with([
      "Content/insights/third.md": """
      ---
      title: \(title)
      summary: "\(word) 👩‍👩‍👧‍👦 \(String(repeating: "👍🏽 ", count: 20)) https://makers.example/\(String(repeating: "x", count: 90))"
      date: 2020-02-03
      communities: [makers]
      departments: [care]
      sources: [makers/q1]
      ---
      """
    ])
    let lines = try site.brief("care", as: .txt).split(separator: "\n")
    #expect(lines.contains { $0.contains("家具を直す") && $0.count == 36 })
    for line in lines where !line.contains("https://") {
      // Here Han, kana and pictures are two wide, and what stands over a letter has no width.
      let width = line.reduce(0) { sum, character in
        sum
          + (character.unicodeScalars.first.map { $0.value >= 0x1100 && $0.value != 0x2026 } == true
            ? 2 : 1)
      }
      #expect(width <= 72, "\(line)")
    }
    #expect(lines.contains { $0.trimmingSpaces.hasPrefix("https://makers.example/xxx") })
  }

  @Test func saysWhenThereIsNothingToTell() throws {
    let site = BriefSite().with([
      "Content/departments/night.md": """
      ---
      name: Night
      owner: Nobody
      topics: [stars]
      ---
      """
    ])
    let text = try site.brief("night", as: .txt)
    #expect(
      text.contains("No finding so far\nNo finding of this report is about what Night follows."))
    #expect(text.contains("* 2 findings that are not for this department."))
  }

  /// However much there is, nothing is lost without being counted.
  @Test(arguments: [1, 4, 9])
  func countsWhatItHasNoRoomFor(number: Int) throws {
    let long = String(repeating: "words and more words ", count: 30)
    var files: [String: String] = [:]
    for index in 0..<number {
      files["Content/insights/more-\(index).md"] = """
        ---
        title: Finding \(index) \(long)
        summary: \(long)
        date: 2020-02-03
        communities: [makers]
        departments: [care]
        sources: [makers/q1]
        ---
        """
      files["Content/criticism/more-\(index).md"] = """
        ---
        title: Criticism \(index) \(long)
        summary: S.
        number: \(index + 10)
        date: 2020-02-03
        status: heard
        sources: [makers/q2]
        owner: care
        ---
        """
    }
    let text = try BriefSite().with(files).brief("care", as: .txt)
    // With those that the site has anyway.
    #expect(
      told("Finding", in: text) + told("Questions are answered", in: text)
        + left(" older finding", in: text) == number + 1)
    #expect(
      told("* Criticism", in: text) + told("* Nobody answers", in: text)
        + left(" more criticism", in: text) == number + 1)
    #expect(text.contains("…"))
  }

  /// Between the days of the last two editions: the older one's is past, the newer one's counts.
  @Test func tellsOnlyTheAnswersBetweenTheEditions() throws {
    var files = [
      "Content/editions/2018-01-31.ndjson": EditionFixture.text("2018-01-31"),
      "Content/editions/2020-01-31.ndjson": EditionFixture.text("2020-01-31"),
    ]
    for (number, day) in [(11, "2018-01-31"), (12, "2020-01-31"), (13, "2020-02-01")] {
      files["Content/criticism/no-\(number).md"] = """
        ---
        title: Criticism \(number)
        summary: S.
        number: \(number)
        date: 2018-01-01
        status: explained
        since: \(day)
        answer: So it is.
        sources: [makers/q2]
        owner: care
        ---
        """
    }
    let text = try BriefSite().with(files).brief("care", as: .txt)
    #expect(text.contains("Criticism 12"), "\(text)")
    #expect(!text.contains("Criticism 11") && !text.contains("Criticism 13"), "\(text)")
  }

  private func told(_ start: String, in text: String) -> Int {
    text.split(separator: "\n").count { $0.hasPrefix(start) || $0.hasPrefix("* \(start)") }
  }

  /// The number before some words of what is left out; 0 where they do not stand there.
  private func left(_ words: String, in text: String) -> Int {
    let line = text.split(separator: "\n").first { $0.contains(words) }
    return line.flatMap { Int($0.dropFirst(2).prefix { $0.isNumber }) } ?? 0
  }

  @Test func allowsTheOwnStyleOfAFileAndNothingElse() throws {
    let file = try BriefSite().brief("care", as: .html)
    let style = try #require(
      file.split(separator: "<style>").last?.split(separator: "</style>").first)
    // Known from OpenSSL: printf %s 'p{color:red}' | openssl dgst -sha256 -binary | base64
    let site = BriefSite().with([
      "Templates/brief-file.html": """
      <!doctype html><html lang="en"><head><title>B</title><style>p{color:red}</style></head>\
      <body><main><h1>{{ brief.claim.title }}</h1></main></body></html>
      """
    ])
    #expect(!style.isEmpty)
    #expect(
      try site.brief("care", as: .html).contains(
        "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          + "style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='\">"))
    #expect(try site.build().findings == [])
  }

  @Test func ordersTheDepartmentsNobodyHas() throws {
    let reading = readSite(try BriefSite().onDisk())
    let input = try #require(reading.input)
    let result = writeBrief(
      of: "car", as: .txt, input, BuildSettings(asOf: BriefSite.asOf))
    #expect(result.bytes == nil)
    #expect(result.departments == ["care", "press"])
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring { drop { $0 == " " } }
}
