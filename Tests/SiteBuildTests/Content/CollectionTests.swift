import Basics
import SiteBuild
import Testing

@Suite struct CollectionTests {
  @Test func readsEveryKindOfContent() throws {
    #expect(try CollectionSample.site().build().findings == [])
  }

  @Test("wants a title that can be seen", arguments: ["''", "'  '", "'\u{A0}'"])
  func refusesABlankTitle(title: String) throws {
    let found = try SampleSite().with([
      "Content/pages/about.md": "---\ntitle: \(title)\n---\n\nText.\n"
    ]).readingFindings()
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("error[S004]: `title` wants a text, not the text `") == true)
  }

  /// A kind that is added to the folders must be added to the samples.
  @Test func samplesEveryKind() {
    let sampled = CollectionSample.all.map { $0.path.split(separator: "/")[0] }
    let rest = ["insights", "communities", "pages"]
    #expect(
      Set(sampled.map(String.init) + rest) == Set(ContentFolder.allCases.map(\.rawValue)))
  }

  @Test(arguments: CollectionSample.all)
  func findsAnUnknownKeyInEachKind(sample: CollectionSample) throws {
    let lines = sample.front.split(separator: "\n").count
    let found = try CollectionSample.site(with: sample.path, sample.front + "\ndarft: true")
      .readingFindings()
    #expect(found.count == 1)
    #expect(found[0].contains("error[S002]: unknown key `darft` in a"))
    #expect(
      found[0].hasSuffix(
        """
          --> Content/\(sample.path).md:\(lines + 2):1
        \(lines + 2) | darft: true
        \(String(repeating: " ", count: "\(lines + 2)".count)) | ^^^^^ did you mean `draft`?
        """))
  }

  /// Whatever key is required, by the reference: the file without it lacks that and nothing else.
  @Test(arguments: CollectionSample.all)
  func findsEachRequiredKeyThatIsMissing(sample: CollectionSample) throws {
    let folder = "\(sample.path.split(separator: "/")[0])/"
    let table = try #require(ContentTables().kinds.first { $0.name == folder })
    for key in table.keys where key.isRequired {
      let rest = sample.front.split(separator: "\n").filter { !$0.hasPrefix("\(key.name):") }
      let found = try CollectionSample.site(with: sample.path, rest.joined(separator: "\n"))
        .readingFindings()
      #expect(found.contains { $0.contains("error[S003]") && $0.contains("`\(key.name)`") })
      #expect(found.allSatisfy { $0.contains("lacks the key `\(key.name)`") })
    }
  }

  /// Every key with a name that no file has, and with a value of another form.
  @Test(arguments: CollectionSample.all)
  func findsEachValueOfAnotherForm(sample: CollectionSample) throws {
    let folder = "\(sample.path.split(separator: "/")[0])/"
    let table = try #require(ContentTables().kinds.first { $0.name == folder })
    for key in table.keys where sample.front.contains("\n\(key.name): ") {
      let lines = sample.front.split(separator: "\n").map { line in
        line.hasPrefix("\(key.name):") ? "\(key.name): {no: such form}" : line
      }
      let found = try CollectionSample.site(with: sample.path, lines.joined(separator: "\n"))
        .readingFindings()
      #expect(
        found.contains { $0.contains("error[S004]: `\(key.name)` wants \(key.type), not a map") },
        "\(sample.path) \(key.name)")
    }
  }

  @Test func namesTheNearestOfSomeWords() throws {
    let media = CollectionSample.all.first { $0.path.hasPrefix("media/") }?.front ?? ""
    let found = try CollectionSample.site(
      with: "media/weld-along", media.replacing("sponsored", with: "sponsered")
    ).readingFindings()
    #expect(
      found == [
        """
        error[S004]: `ownership` wants one of `earned`, `owned`, `paid`, `participatory`, \
        `sponsored`, not the text `sponsered`
          --> Content/media/weld-along.md:6:12
        6 | ownership: sponsered
          |            ^^^^^^^^^ did you mean `sponsored`?
        """
      ])
  }

  @Test(arguments: [
    ("strategy/first-weld", "time_to_first_response.median", "time_to_frist_response.median"),
    ("jobs/join-metal", "[makers]", "[maker]"),
    ("campaigns/sprint", "[support]", "[suport]"),
    ("insights/first", "sources", "jobs: [join-metl]\nsources"),
    ("corrections/first", "insights/first", "insights/frist"),
    ("reps/ines", "department: support", "department: supprt"),
  ])
  func findsANameOfNothing(path: String, name: String, typo: String) throws {
    var site = CollectionSample.site()
    let file = "Content/\(path).md"
    site.files[file] = site.files[file]?.replacing(name, with: typo)
    let found = try site.readingFindings()
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.contains("did you mean") && $0.contains(file) })
  }

  @Test func tellsWhichNameIsMissing() throws {
    let job = CollectionSample.all.first { $0.path.hasPrefix("jobs/") }?.front ?? ""
    let found = try CollectionSample.site(
      with: "jobs/join-metal", job.replacing("owner: support", with: "owner: sales")
    ).readingFindings()
    #expect(
      found == [
        """
        error[S005]: the site has no department `sales`
          --> Content/jobs/join-metal.md:9:8
        9 | owner: sales
          |        ^^^^^
        """
      ])
  }

  @Test(arguments: [
    (
      "criticism/glue", "link: https://acme.example/glue\n", "",
      "a criticism that is `changed` needs a link to the change", "add `link:`"
    ),
    (
      "criticism/glue", "status: changed", "status: declined",
      "a criticism that is `declined` needs a reason and a link to it", "add `reason:` and `link:`"
    ),
    (
      "criticism/glue", "since: 2020-01-20\n", "",
      "a criticism that is more than `heard` needs the day it became so", "add `since:`"
    ),
    (
      "criticism/glue", "since: 2020-01-20", "since: 2020-01-02",
      "the status is older than the criticism", "mend `since` or `date`"
    ),
    (
      "campaigns/sprint", "until: 2020-01-12", "until: 2020-01-02",
      "the last day lies before the first", "swap them"
    ),
    (
      "strategy/first-weld", "measure: time_to_first_response.median\n", "",
      "a target without a measure cannot be reached", "add `measure:`"
    ),
    (
      "media/weld-along", "sponsor: Acme\n", "", "sponsored media need the name of who paid",
      "add `sponsor:`"
    ),
    (
      "jobs/join-metal", "phrases: [how do i weld, \"weld #2\"]", "phrases: []",
      "a job without phrases finds nothing", "name at least one"
    ),
    (
      "departments/support", "jobs: [join-metal]\ntopics: [glue]\ncommunities: [makers]", "",
      "a department without interests gets an empty brief",
      "add `jobs:`, `topics:` or `communities:`"
    ),
  ])
  func findsKeysThatDisagree(
    path: String, text: String, other: String, message: String, fix: String
  ) throws {
    var site = CollectionSample.site()
    let file = "Content/\(path).md"
    let written = try #require(site.files[file])
    #expect(written.contains(text))
    site.files[file] = written.replacing(text, with: other)
    let found = try site.readingFindings()
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("error[S017]: \(message)\n  --> \(file):"))
    #expect(found[0].hasSuffix(" \(fix)"))
  }

  @Test func findsAFaultInsideAList() throws {
    let criticism = CollectionSample.all.first { $0.path.hasPrefix("criticism/") }?.front ?? ""
    let found = try CollectionSample.site(
      with: "criticism/glue",
      criticism.replacing("status: explained", with: "state: explained")
    ).readingFindings()
    #expect(
      found == [
        """
        error[S003]: a step of a criticism lacks the key `status`
          --> Content/criticism/glue.md:16:5
        16 |   - date: 2020-01-08
           |     ^ add `status:` with one of `heard`, `explained`, `changed`, `declined`
        """,
        """
        error[S002]: unknown key `state` in a step of a criticism
          --> Content/criticism/glue.md:17:5
        17 |     state: explained
           |     ^^^^^ known: date, status, text
        """,
      ])
  }

  @Test func findsOneNumberOnTwoCriticisms() throws {
    var site = CollectionSample.site()
    site.files["Content/criticism/late.md"] = """
      ---
      title: Late answers
      summary: They come late.
      number: 1
      date: 2020-01-08
      status: heard
      sources: [makers/q1]
      ---
      """
    #expect(
      try site.readingFindings() == [
        """
        error[S018]: criticism 1 is also `Content/criticism/glue.md`
          --> Content/criticism/late.md:4:9
        4 | number: 1
          |         ^ take 2
        """
      ])
  }

  @Test func findsThatACriticismIsMissing() throws {
    var site = CollectionSample.site()
    func criticism(_ number: Int, _ more: String = "") -> String {
      """
      ---
      title: Late answers
      summary: They come late.
      number: \(number)
      date: 2020-01-08
      status: heard
      sources: [makers/q1]\(more)
      ---
      """
    }
    site.files["Content/criticism/late.md"] = criticism(4)
    #expect(
      try site.readingFindings() == [
        """
        error[S044]: no criticism has a number between 1 and 4
          --> Content/criticism/late.md:4:9
        4 | number: 4
          |         ^ take 2, or put the file back that had it
        """
      ])
    site.files["Content/criticism/two.md"] = criticism(2)
    site.files["Content/criticism/three.md"] = criticism(3, "\ndraft: true")
    #expect(try site.readingFindings() == [])
  }

  @Test(
    "says which file is not read",
    arguments: [
      ("insights/chart.png", nil, "move what is to be copied to `Content/static/`"),
      ("notes/tea.MD", nil, "call it `tea.md`"),
      ("notes/tea.markdown", nil, "call it `tea.md`"),
      (
        "insights/2020/tea.md", "insights/2020",
        "move its files to `Content/insights/`, where they are read"
      ),
      ("tea.md", nil, "move it to `Content/pages/`"),
    ] as [(String, String?, String)])
  func saysWhichFileIsNotRead(file: String, told: String?, fix: String) throws {
    let page = "---\ntitle: Tea\n---\n\nText.\n"
    let found = try SampleSite().with(["Content/\(file)": page]).readingFindings()
    #expect(
      found == [
        """
        warning[S019]: `Content/\(told ?? file)` is not read
          --> Content/\(told ?? file):1:1
          = fix: \(fix)
        """
      ])
  }

  @Test func saysNothingOfANoteBesideTheFolders() throws {
    #expect(try SampleSite().with(["Content/LICENSES.md": "# Licences\n"]).readingFindings() == [])
  }

  @Test(arguments: ["ada@acme", "ada acme.example", "mailto:ada@acme.example", "a@b@c.example"])
  func refusesWhatIsNoContact(text: String) throws {
    let expert = CollectionSample.all.first { $0.path.hasPrefix("experts/") }?.front ?? ""
    let found = try CollectionSample.site(
      with: "experts/metal", expert.replacing("ada@acme.example", with: "\"\(text)\"")
    ).readingFindings()
    #expect(found.count == 1)
    #expect(
      found[0].hasPrefix(
        "error[S004]: `contact` wants a web address (https://…) or a mail address, not the text"))
  }
}
