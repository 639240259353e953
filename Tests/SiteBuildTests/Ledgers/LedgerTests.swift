import Basics
import SiteBuild
import TestSupport
import Testing

/// Pages that show a whole collection, entry by entry.
@Suite struct LedgerTests {
  @Test func linksEachOfSeveralEntriesThatAFactNames() throws {
    var files = Self.files
    files["Content/jobs/paint.md"] = "---\ntitle: Paint a chair\nphrases: [paint]\n---\n"
    files["Content/criticism/glue.md"] = files["Content/criticism/glue.md"]?
      .replacing("jobs: [mend]", with: "jobs: [mend, paint]")
    let page = try SampleSite().with(files).build().page("criticism/index.html")
    #expect(
      page.contains(
        "<dd><a href=\"../jobs/index.html#mend\">Mend a chair</a>, "
          + "<a href=\"../jobs/index.html#paint\">Paint a chair</a></dd>"))
  }

  @Test func leavesOutTheCommunityWhosePageItIs() throws {
    var files = Self.files
    files["Content/criticism/glue.md"] = files["Content/criticism/glue.md"]?
      .replacing("jobs: [mend]", with: "communities: [makers]")
    let build = try SampleSite().with(files).build()
    #expect(build.page("criticism/index.html").contains("<dt>Community</dt>"))
    let page = build.page("communities/makers/index.html")
    #expect(page.contains("Nobody answers about glue"))
    #expect(!page.contains("<dt>Community</dt>"))
  }

  private static let files: [String: String] = [
    "Content/departments/care.md": """
    ---
    name: Care
    owner: Head of care
    topics: [glue, questions]
    ---
    """,
    "Content/jobs/mend.md": """
    ---
    title: Mend a chair
    phrases: [broken chair, glue]
    struggle: It must hold a person.
    owner: care
    ---
    """,
    "Content/criticism/glue.md": """
    ---
    title: Nobody answers about glue
    summary: The question waits.
    number: 3
    date: 2021-12-29
    status: heard
    sources: [makers/q2]
    jobs: [mend]
    owner: care
    ---

    See [the job](../jobs/mend.md).
    """,
    "Content/criticism/welding.md": """
    ---
    title: Weld slower
    summary: Too fast.
    number: 2
    date: 2020-02-03
    status: declined
    since: 2020-03-01
    reason: Slow welds crack.
    link: https://acme.example/welds
    reaction: Some agree.
    history:
      - date: 2020-02-03
        status: heard
        text: In the thread.
    sources: [makers/a1, makers/q1]
    ---
    """,
    "Content/reps/ola.md": """
    ---
    name: Ola
    role: Representative
    communities: [makers]
    contact: ola@acme.example
    languages: [de]
    ---
    """,
    "Content/corrections/who.md": """
    ---
    title: It was not all of them
    date: 2020-02-05
    kind: dissent
    about: [insights/first]
    community: makers
    answer: We count only those with a title.
    ---
    """,
    "Content/experts/somebody.md": """
    ---
    name: Somebody Private
    person: p-7f3k9q
    subjects: [glue]
    contact: https://acme.example/somebody
    ---
    """,
    "Content/media/welds.md": """
    ---
    title: Welds of the year
    address: https://acme.example/welds
    ownership: sponsored
    sponsor: Weldcorp
    ---
    """,
    "Content/pages/about.md": """
    ---
    title: About
    ---

    See [what is criticised](../criticism/glue.md) and [the chair](../jobs/mend.md#mend).
    """,
  ]

  private let build: SampleBuild

  init() throws { build = try SampleSite().with(Self.files).build() }

  @Test func findsNothingWrong() {
    #expect(build.findings == [])
  }

  @Test func showsCriticismByItsNumberNewestFirst() throws {
    let page = build.page("criticism/index.html")
    let newer = try #require(page.firstRange(of: "<li id=\"c3\">"))
    let older = try #require(page.firstRange(of: "<li id=\"c2\">"))
    #expect(newer.lowerBound < older.lowerBound)
    #expect(page.contains("<h3>Nobody answers about glue</h3>"))
    #expect(page.contains("<dt>Our answer</dt> <dd>None yet, for 10 days.</dd>"))
    #expect(page.contains("<dt>Reasons</dt> <dd>Slow welds crack.</dd>"))
    #expect(page.contains("<dd><a href=\"https://acme.example/welds\">acme.example/welds</a></dd>"))
    #expect(page.contains("<dt>Reaction</dt> <dd>Some agree.</dd>"))
    #expect(page.contains("<dd>Heard, 3\u{A0}February\u{A0}2020: In the thread.</dd>"))
    #expect(page.contains("<a href=\"https://makers.example/t/2\">And glue?</a>"))
    #expect(page.contains("<a href=\"../jobs/index.html#mend\">the job</a>"))
    #expect(page.contains("<a href=\"../departments/index.html#care\">Care</a>"))
  }

  @Test func tellsNoSmallNumberOfPeople() {
    let page = build.page("criticism/index.html")
    #expect(
      page.contains("Criticism 3 · number of people withheld · first raised 29\u{A0}December"))
    #expect(!page.contains("· 1 person") && !page.contains("· 2 people"))
  }

  @Test func leadsToEntriesFromAnywhere() {
    let about = build.page("about/index.html")
    #expect(about.contains("href=\"../criticism/index.html#c3\""))
    #expect(about.contains("href=\"../jobs/index.html#mend\""))
    #expect(about.contains("<li><a href=\"../criticism/index.html\">Criticism</a></li>"))
  }

  @Test func tellsACommunityWhatConcernsIt() {
    let page = build.page("communities/makers/index.html")
    #expect(page.contains("<h2 id=\"criticism\">Criticism and what was done</h2>"))
    #expect(page.contains("<li id=\"criticism-c3\">"))
    #expect(
      page.contains("<a href=\"../../criticism/index.html#c3\">Nobody answers about glue</a>"))
    #expect(page.contains("<h2 id=\"reps\">Who speaks for us here</h2>"))
    #expect(page.contains("<a href=\"mailto:ola@acme.example\">ola@acme.example</a>"))
    #expect(page.contains("<dt>Languages</dt> <dd>Deutsch</dd>"))
    #expect(page.contains("It was not all of them"))
  }

  @Test func remindsOfCriticismWithoutAnAnswer() {
    let page = build.page("index.html")
    #expect(page.contains("<h2 id=\"criticism\">Waiting for our answer</h2>"))
    #expect(page.contains("<a href=\"criticism/index.html#c3\">Nobody answers about glue</a>"))
    #expect(!page.contains("Weld slower"))
  }

  @Test func namesThePageThatIsCorrected() {
    #expect(
      build.page("corrections/index.html").contains(
        "<dt>About</dt> <dd><a href=\"../insights/first/index.html\">Questions are answered</a></dd>"
      ))
    #expect(
      build.page("insights/first/index.html").contains(
        "<p>Corrected or disputed: <a href=\"../../corrections/index.html#who\">"
          + "It was not all of them</a></p>"))
  }

  @Test func saysWhoPaid() {
    let page = build.page("media/index.html")
    #expect(page.contains("Made by others, paid for"))
    #expect(page.contains("<dt>Paid by</dt> <dd>Weldcorp</dd>"))
  }

  @Test(
    "tells how many people share links to an asset's site",
    arguments: [
      (6, "https://www.acme.example/other", "6 people"), (4, "https://acme.example/welds", nil),
      (6, "https://elsewhere.example/welds", nil),
    ])
  func tellsWhoSharesAnAsset(people: Int, link: String, told: String?) throws {
    var site = SampleSite().with([
      "Content/media/welds.md": """
      ---
      title: Welds of the year
      address: https://acme.example/welds
      ownership: owned
      ---
      """
    ])
    // As many others share nothing, or the number would tell who they are.
    site.earlier =
      (1...people).map { ("m-\($0)", "weld", "See \(link)") }
      + (11...20).map { ("m-\($0)", "weld", "Not me.") }
    let page = try site.build().page("media/index.html")
    let fact = told.map { "<dt>Links people share</dt> <dd>Makers: \($0)</dd>" }
    #expect(page.contains("Welds of the year"))
    #expect(fact.map(page.contains) ?? !page.contains("Links people share"), "\(page)")
  }

  @Test func leavesOutWhoDoesNotWantToBeAsked() {
    #expect(build.files["experts/index.html"] == nil)
    #expect(!build.files.values.contains { $0.contains("Somebody Private") })
  }

  @Test func makesNoPageOfAnEmptyCollection() throws {
    let build = try SampleSite().build()
    #expect(!build.files.keys.contains { $0.hasPrefix("criticism/") || $0.hasPrefix("jobs/") })
    #expect(!build.page("index.html").contains(">Criticism<"))
  }

  @Test(
    "tells where a measure stands",
    arguments: [
      (
        "strategy/grow.md", "title: Grow\nmeasure: activity.threads\ncommunities: [makers]",
        "<dt>Last measured</dt> <dd>Makers, Q3\u{A0}2020: 18 (the same as Q2\u{A0}2020)</dd>"
      ),
      // Six questions in each of 23 months; this measure has no quarters.
      (
        "strategy/grow.md", "title: Grow\nmeasure: unanswered",
        "<dt>Last measured</dt> <dd>Makers, whole time: 138</dd>"
      ),
      // Nothing is told of what is not measured there.
      ("strategy/grow.md", "title: Grow\nmeasure: response_parity", nil),
      (
        "jobs/ask.md", "title: Ask\nphrases: [of 3]",
        "<dt>Conversations</dt> <dd>Makers, Q3\u{A0}2020: 3 (the same as Q2\u{A0}2020)</dd>"
      ),
    ])
  func tellsWhereAMeasureStands(file: String, fields: String, fact: String?) throws {
    let disk = try YearSite().onDisk(days: ["2020-11-15"])
    try disk.write(Array("---\n\(fields)\n---\n".utf8), to: SitePath("Content/" + file))
    let folder = try SitePath(file).folder.text
    let page = try SampleSite.build(disk).page("\(folder)/index.html")
    #expect(fact.map(page.contains) ?? !page.contains("Last measured"), "\(page)")
  }

  @Test(
    "flags a chain that",
    arguments: [
      (
        "behaviour: They tell others.\nengagement: We listen.\nmeasure: activity.items\n"
          + "review: 2021-06-30",
        """
        warning[S022]: `Grow` was to be looked at again on 2021-06-30
          --> Content/strategy/grow.md:6:9
        6 | review: 2021-06-30
          |         ^^^^^^^^^^ look at its measure, and name the next day
        """
      ),
      (
        "behaviour: They tell others.\nreview: 2030-06-30",
        """
        warning[S021]: the chain of `Grow` breaks off: it has no `engagement`, no `measure`
          --> Content/strategy/grow.md:1:1
          = fix: say how the objective is served and how that will be known
        """
      ),
    ])
  func flags(fields: String, finding: String) throws {
    let site = SampleSite().with([
      "Content/strategy/grow.md": "---\ntitle: Grow\n\(fields)\n---\n"
    ])
    #expect(try site.build().findings == [finding])
  }
}
