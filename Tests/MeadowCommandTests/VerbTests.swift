import Basics
import Foundation
import LinkDirectory
import Testing

/// What verbs do on a site on the disk: where nothing is there, where it is the wrong place, and what
/// they leave behind.
@Suite struct VerbTests {
  // MARK: Nothing there

  @Test func checksNoSiteThatIsNotThere() throws {
    try VerbSite.with(["empty/notes.txt": "x"]) { site in
      let missing = try site.run("check", "nowhere")
      #expect(missing.status == 66)
      #expect(
        missing.errors == """
          error[R007]: there is no folder `nowhere`
            = fix: name the folder that a site was built in

          """)
      let empty = try site.run("check", "empty", "--quiet")
      #expect(empty.status == 66)
      #expect(empty.errors.hasPrefix("error[R007]: `empty` holds no page: no file in it ends in"))
      let usual = try site.run("check")
      #expect(usual.status == 66 && usual.errors.contains("publish the site with `meadow build`"))
    }
  }

  private static let onSites = [
    ["consent", "verify"], ["consent", "show"], ["consent", "notice", "--new"],
    ["consent", "revoke", "club"], ["edition", "list"], ["edition", "seal", "2026-01-01"],
    ["edition", "diff", "2026-01-01", "2026-02-01"], ["build"], ["measure"],
    ["measure", "--inputs"], ["brief", "support"], ["explain", "insights/first/"],
    ["serve"],
  ]

  @Test(arguments: onSites) func saysThatThereIsNoSiteAndLeavesNothing(verb: [String]) throws {
    try VerbSite.with(isSite: false) { site in
      let run = try VerbRun(verb, in: site.root)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          error[S016]: cannot read Content/site.yaml: No such file or directory
            --> Content/site.yaml:1:1
            = fix: begin a site with `meadow new FOLDER`, or name its folder with --site

          """)
      #expect(!site.has(".meadow") && !site.has("Content"))
    }
  }

  @Test func namesTheFolderOfASiteThatIsNotThere() throws {
    try VerbSite.with(["garden/Content/pages/about.md": ""]) { place in
      let missing = try place.run("build", "--site", "gardn")
      #expect(missing.status == 1)
      #expect(
        missing.errors
          == "error[S016]: there is no folder `gardn`\n  = fix: did you mean `garden`?\n")
      let empty = try place.run("build", "--site", "garden")
      #expect(
        empty.errors.hasPrefix(
          "error[S016]: cannot read garden/Content/site.yaml: No such file or directory\n"))
    }
  }

  @Test func namesTheSiteAbove() throws {
    try VerbSite.with(["Content/pages/.keep": ""]) { site in
      for (folder, above) in [("Content", ".."), ("Content/pages", "../..")] {
        let run = try VerbRun(["build"], in: site.root + "/" + folder)
        #expect(run.status == 1)
        #expect(
          run.errors.hasSuffix(
            "  = fix: there is a site in `\(above)`: name it with --site \(above)\n"))
        #expect(!site.has(folder + "/.meadow"))
      }
    }
  }

  @Test func namesTheSiteAboveWhereNothingIsBuilt() throws {
    try VerbSite.with(["Content/pages/.keep": ""]) { site in
      for words in [["check"], ["explain", "insights/first/"]] {
        let run = try VerbRun(words, in: site.root + "/Content")
        #expect(
          run.errors.hasSuffix("  = fix: there is a site in `..`: name it with --site ..\n"),
          "\(run.errors)")
      }
    }
  }

  @Test func tellsOfAMistypedCodeWithoutASite() throws {
    try VerbSite.with(isSite: false) { place in
      let run = try place.run("explain", "T03")
      #expect(run.status == 64)
      #expect(
        run.errors.hasPrefix(
          "Error: there is no code, no page and no figure `T03`: did you mean `T003`?\n"))
    }
  }

  @Test(arguments: ["title: About", "titel: About"])
  func tellsAProgramNothingButFindings(matter: String) throws {
    try VerbSite.with(["Content/pages/about.md": "---\n\(matter)\n---\n"]) { site in
      let lines = try site.run("build", "--diagnostics", "json").errors.split(separator: "\n")
      #expect(
        lines.contains { $0.contains("\"severity\":\"error\"") } == (matter.hasPrefix("titel")))
      for line in lines {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      }
    }
  }

  @Test func tellsUnreadDataOnceAndWhatElseIsMissing() throws {
    let community =
      "---\nname: M\nkind: Forum\nsummary: S\nbasis: licence\nproof: https://m.example/l\n---\n"
    let page = """
      ---
      title: About
      ---

      See [them](../communities/makers.md) and [that](../notes/makers.md).

      ```chart
      title: Posts
      metric: activity.items
      community: makers
      ```

      ```quote
      community: makers
      item: q1
      words: Glue
      ```

      """
    try VerbSite.with([
      "Content/communities/makers.md": community, "Content/pages/about.md": page,
      "Content/snapshots/makers/2020-01-31/manifest.json": "{",
    ]) { site in
      let found = try site.run("build", "--diagnostics", "json", "--quiet").errors
        .split(separator: "\n")
      #expect(found.count { $0.contains("manifest.json") } == 1)
      #expect(found.count { $0.contains("../notes/makers.md") } == 1)
      #expect(found.count == 2, "\(found)")
    }
  }

  @Test("says that there is no edition, to people", arguments: ["text", "json"])
  func saysThatThereIsNoEdition(form: String) throws {
    try VerbSite.with { site in
      let run = try site.run("edition", "list", "--diagnostics", form)
      #expect(run.status == 0 && run.output == "")
      let said = "no edition is sealed yet: `meadow edition seal DATE` seals one\n"
      #expect(run.errors == (form == "text" ? said : ""), "\(run.errors)")
    }
  }

  // MARK: What is refused

  /// The key behind the pseudonyms would lie where nobody looks for it.
  @Test(
    "takes no file for a site, and says so once",
    arguments: [["build"], ["measure"], ["consent", "show"], ["consent", "revoke", "club"]])
  func takesNoFileForASite(verb: [String]) throws {
    try VerbSite.with(["notes.txt": "x"]) { site in
      let run = try VerbRun(verb + ["--site", "notes.txt"], in: site.root)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          error[S016]: there is no folder `notes.txt`
            = fix: begin a site with `meadow new FOLDER`, or name its folder with --site

          """)
    }
  }

  @Test("imports nothing into a folder that is not there", arguments: ["nowhere", "", "posts.csv"])
  func importsNothingIntoAFolderThatIsNotThere(folder: String) throws {
    try VerbSite.with(["posts.csv": Self.posts]) { site in
      for words in [["csv", "posts.csv", "--community", "tea"], ["--rotate-key"]] {
        let run = try VerbRun(["import"] + words + ["--site", folder], in: site.root)
        #expect(run.status == 1)
        #expect(
          run.errors.hasPrefix("error[S016]: there is no folder `\(folder)`\n"), "\(run.errors)")
      }
    }
  }

  @Test func refusesAnEmptyAddressThoughNothingChanged() throws {
    try VerbSite.with { site in
      #expect(try site.run("build").status == 0)
      let run = try site.run("build", "--base-url", "")
      #expect(run.status == 1)
      #expect(
        run.errors.contains("error[S004]: the base URL `` is no web address\n"), "\(run.errors)")
    }
  }

  @Test func checksNoFileAsASite() throws {
    try VerbSite.with(["page.html": "<p>Hello"]) { site in
      let run = try site.run("check", "page.html")
      #expect(run.status == 66)
      #expect(
        run.errors == """
          error[R007]: `page.html` is no folder
            = fix: name the folder that a site was built in

          """)
    }
  }

  @Test func readsNoTemplatesFromAFolderThatIsNotThere() throws {
    try VerbSite.with(["card.html": "{{ name }}", "card.json": "{\"name\": \"Ada\"}"]) { site in
      let words = ["render", "template", "card.html", "--context", "card.json"]
      #expect(try VerbRun(words, in: site.root).status == 0)
      let run = try VerbRun(words + ["--templates", "nowhere"], in: site.root)
      #expect(run.status == 74)
      #expect(run.errors == "error[W009]: cannot read nowhere: there is no such folder\n")
    }
  }

  @Test func namesTheCommunitiesThatAClusterCanMeasure() throws {
    try VerbSite.with { site in
      let run = try site.run(
        "measure", "--engine", "spark", "--out", "job", "--community", "nope")
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          """
          error[P003]: nothing is measured for community `nope`
            = fix: `meadow import` brings a community's data

          """), "\(run.errors)")
      #expect(!site.has("job"))
    }
  }

  @Test func erasesNobodyWhomNoFileKnows() throws {
    let people = #"{"id":"p-00007","name":"Ada"}"# + "\n"
    try VerbSite.with(["Content/consent/people.ndjson": people]) { site in
      let wrong = try site.run("consent", "erase", "p-00008")
      #expect(wrong.status == 1)
      #expect(
        wrong.errors == """
          error[L018]: the ledger and the people file know nobody called `p-00008`
            = fix: did you mean `p-00007`?

          """)
      #expect(!site.has("Content/consent/ledger.ndjson"))
      #expect(try site.run("consent", "erase", "p-00007").status == 0)
      #expect(try site.text("Content/consent/people.ndjson") == "")
      // An erasure that was interrupted is finished.
      #expect(try site.run("consent", "erase", "p-00007").status == 0)
    }
  }

  @Test func sealsAndImportsNoDayThatIsStillToCome() throws {
    try VerbSite.with(["posts.csv": "x"]) { site in
      let seal = try site.run("edition", "seal", "2026-03-02", "--as-of", "2026-03-01")
      #expect(seal.status == 64)
      #expect(
        seal.errors.hasPrefix(
          "Error: 2026-03-02 is still to come, and an edition keeps what is known on its day: it is "
            + "2026-03-01 as of --as-of\n"))
      #expect(try site.run("edition", "seal", "9999-01-01").status == 64)
      let imported = try site.run(
        "import", "csv", "posts.csv", "--community", "tea", "--origin", "https://tea.example",
        "--date", "9999-01-01")
      #expect(imported.status == 64)
      #expect(
        imported.errors.hasPrefix(
          "Error: --date 9999-01-01 is still to come, and the export was made on that day or before\n"
        ))
      #expect(!site.has(".meadow/key"))
    }
  }

  @Test func printsAWholeLetterOrNone() throws {
    try VerbSite.with(["Content/consent/notices/1.en.txt": "May we?\n"]) { site in
      let run = try site.run("consent", "notice", "--subject", "clb")
      #expect(run.status == 64 && run.output.isEmpty)
    }
  }

  @Test func writesNothingInADryRun() throws {
    try VerbSite.with(["posts.csv": Self.posts]) { site in
      let run = try site.run(
        "import", "csv", "posts.csv", "--community", "tea", "--origin", "https://tea.example",
        "--date", "2026-01-05", "--dry-run")
      #expect(run.status == 0, "\(run.errors)")
      #expect(!site.has(".meadow") && !site.has("Content/snapshots"))
    }
  }

  static let posts = """
    id,author,published,content
    1,ana,2026-01-01T10:00:00Z,One
    2,bob,2026-01-03T10:00:00Z,Two
    """

  /// The question comes when the snapshot is there, and another day does not take it away.
  @Test func tellsWhatToRemoveWhereTheDayIsWrong() throws {
    try VerbSite.with(["posts.csv": Self.posts]) { site in
      let run = try site.run(
        "import", "csv", "posts.csv", "--community", "tea", "--origin", "https://tea.example",
        "--date", "2026-02-04")
      #expect(run.status == 0)
      #expect(
        run.errors.contains(
          "  = the snapshot was written: if its day is wrong, remove "
            + "Content/snapshots/tea/2026-02-04\n"), "\(run.errors)")
      #expect(site.has("Content/snapshots/tea/2026-02-04"))
    }
  }

  /// A rotated key cannot be rotated back, so a trial of it must not be one.
  @Test func rotatesNoKeyInADryRun() throws {
    try VerbSite.with(["posts.csv": Self.posts]) { site in
      let export = ["import", "csv", "posts.csv", "--community", "tea", "--origin"]
      let imported = try VerbRun(
        export + ["https://tea.example", "--date", "2026-01-05"], in: site.root)
      #expect(imported.status == 0, "\(imported.errors)")
      let key = try Data(contentsOf: URL(fileURLWithPath: site.root + "/.meadow/key"))
      #expect(try site.run("import", "--rotate-key", "--dry-run").status == 64)
      #expect(try Data(contentsOf: URL(fileURLWithPath: site.root + "/.meadow/key")) == key)
      #expect(try site.run("import", "--rotate-key").status == 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: site.root + "/.meadow/key")) != key)
    }
  }

  @Test func asksWhetherTheExportIsAsYoungAsItsDay() throws {
    try VerbSite.with(["posts.csv": Self.posts]) { site in
      #expect(
        try !site.run(
          "import", "csv", "posts.csv", "--community", "tea", "--origin", "https://tea.example",
          "--date", "2026-02-04", "--dry-run"
        ).errors.contains("the snapshot was written"))
      let words = [
        "import", "csv", "posts.csv", "--community", "tea", "--origin", "https://tea.example",
        "--dry-run", "--date",
      ]
      #expect(try !VerbRun(words + ["2026-02-03"], in: site.root).errors.contains("I015"))
      let late = try VerbRun(words + ["2026-02-04"], in: site.root)
      #expect(late.status == 0)
      #expect(
        late.errors.contains(
          "warning[I015]: newest record 2026-01-03; was the export made on 2026-02-04?"))
    }
  }

  @Test(
    arguments: [
      (["build", "--as-of", "31.10.2026"], "'--as-of <as-of>': write it as 2026-10-31", "build"),
      (["edition", "seal", "x"], "'<date>': write it as 2026-10-31", "edition seal"),
      (["import", "csv", "x.csv"], "--community is missing", "import"),
      (["edition", "diff", "2026-01-01", "2026-01-02"], "no edition of", "edition diff"),
      (["consent", "grant", "clb"], "no community's file", "consent grant"),
    ])
  func tellsTheUsageOfTheVerb(words: [String], message: String, verb: String) throws {
    try VerbSite.with { site in
      let run = try VerbRun(words, in: site.root)
      #expect(run.status == 64)
      #expect(run.errors.contains(message))
      #expect(run.errors.contains("\nUsage: meadow \(verb) "))
      #expect(run.errors.hasSuffix("See 'meadow \(verb) --help' for more information.\n"))
    }
  }

  @Test func asksWhichCommunityIsMeant() throws {
    let files = ["Content/communities/tea.md": ConsentVerbTests.club, "posts.csv": Self.posts]
    try VerbSite.with(files) { site in
      for more in [[], ["--origin", "https://te.example"]] {
        let run = try VerbRun(
          ["import", "csv", "posts.csv", "--community", "te"] + more, in: site.root)
        #expect(run.status == 64)
        #expect(
          run.errors.hasPrefix("Error: there is no Content/communities/te.md: did you mean `tea`?"))
        #expect(!site.has(".meadow/key"))
      }
    }
    try VerbSite.with(isSite: false) { site in
      let run = try site.run("import", "csv", "posts.csv", "--community", "tea")
      #expect(run.status == 1 && run.errors.contains("error[S016]"))
    }
  }

  @Test func refusesWhatIsNoSlugBeforeItSaysAnything() throws {
    try VerbSite.with(["posts.csv": Self.posts]) { site in
      let run = try site.run(
        "import", "csv", "posts.csv", "--community", "Tea", "--origin", "https://tea.example")
      #expect(run.status != 0)
      #expect(run.errors.contains("error[I011]: `Tea` is not a community's slug"))
      #expect(!(run.output + run.errors).contains("taken to be public"))
    }
  }

  @Test func saysWhatAnExportDoesNotHold() throws {
    let map =
      "columns:\n  id: id\n  attributedTo: author\n  published: published\n  content: wrds\n"
    let line = #"{"id":"1","author":"a","published":"2026-01-01T00:00:00Z","words":"x"}"#
    try VerbSite.with([
      "posts.csv": Self.posts, "map.yaml": map, "posts.ndjson": line + "\n",
    ]) { site in
      try FileManager.default.createDirectory(
        atPath: site.root + "/empty", withIntermediateDirectories: false)
      func imported(_ words: String...) throws -> String {
        try VerbRun(
          ["import"] + words + [
            "--community", "tea", "--origin", "https://tea.example", "--dry-run",
          ], in: site.root
        ).errors
      }
      #expect(
        try imported("csv", "posts.csv", "--date", "2025-12-01").contains(
          "error[I008]: all 2 records are dated after --date 2025-12-01\n"))
      #expect(
        try imported("auto", "empty").contains(
          "error[I002]: there is no file in what was given\n"))
      #expect(
        try imported("stackexchange", "posts.csv", "--channel", "nope").contains(
          "error[I009]: there is no channel `nope` in the export"))
      #expect(
        try imported("ndjson", "posts.ndjson", "--columns", "map.yaml").contains(
          """
          warning[I012]: no record has the field `wrds`, which the column map names as `content`
            --> map.yaml:5:12
          """))
      #expect(
        try imported("csv", "posts.csv", "--columns", "map.yaml").contains(
          "error[I012]: posts.csv has no column `wrds`\n  --> map.yaml:5:12\n"))
    }
  }

  @Test func warnsOfWhatNothingUses() throws {
    try VerbSite.with([
      "Templates/notfound.html": "x", "Templates/querys/a.sql": "", "Templates/queries/b.sql": "",
      "Templates/mine.html": "x", "Templates/page-list.html": "{# mine.html #}",
      "Content/pages/about.md":
        "---\ntitle: About\n---\n\n```chrt\na: b\n```\n\n```node\nx\n```\n",
    ]) { site in
      let errors = try site.run("build").errors
      #expect(errors.contains("nothing uses `Templates/notfound.html`"))
      #expect(errors.contains("did you mean `not-found.html`?"))
      #expect(errors.contains("nothing uses `Templates/querys`"))
      #expect(errors.contains("did you mean `queries`?"))
      #expect(!errors.contains("`Templates/mine.html`") && !errors.contains("`node`"))
      #expect(errors.contains("warning[M025]: `chrt` is no component, and is published as code"))
    }
  }

  @Test(arguments: [
    ("--metric", "time_to", "`meadow measure --list` names every metric"),
    ("--community", "x", "`meadow import` brings a community's data"),
    ("--segment", "x", "write it as starter=newcomer; the table names its segments in a column"),
  ])
  func leadsToTheNamesThereAre(option: String, name: String, fix: String) throws {
    try VerbSite.with { site in
      let run = try site.run("measure", option, name)
      #expect(run.status == 1)
      #expect(run.errors.hasSuffix("`\(name)`\n  = fix: \(fix)\n"), "\(run.errors)")
    }
  }

  @Test func namesAFileAsItWasTyped() throws {
    try VerbSite.with(["posts.csv": Self.posts]) { site in
      for words in [
        ["render", "markdown", "notes/nope.yaml"],
        [
          "import", "csv", "posts.csv", "--community", "tea", "--origin", "https://tea.example",
          "--columns", "notes/nope.yaml",
        ],
      ] {
        let run = try VerbRun(words, in: site.root)
        #expect(run.status == 74)
        #expect(
          run.errors.hasSuffix(
            "error[W009]: cannot read notes/nope.yaml: No such file or directory\n"),
          "\(run.errors)")
      }
    }
  }

  @Test func tellsAProgramOfAnImportInFindings() throws {
    try VerbSite.with(["posts.csv": Self.posts]) { site in
      let words = [
        "import", "csv", "posts.csv", "--community", "tea", "--origin", "https://tea.example",
        "--diagnostics", "json",
      ]
      let run = try VerbRun(words + ["--columns", "notes/nope.yaml"], in: site.root)
      #expect(run.status == 74)
      let told = try run.errors.split(separator: "\n").map { line in
        let found = try JSONSerialization.jsonObject(with: Data(line.utf8))
        let members = try #require(found as? [String: Any])
        return ["code", "severity", "message"].map { members[$0] as? String }
      }
      #expect(
        told == [
          [
            "R008", "note",
            "Content/communities/tea.md is not there: the data are taken to be public",
          ],
          ["W009", "error", "cannot read notes/nope.yaml: No such file or directory"],
        ])
    }
  }

  // MARK: How it ends

  /// A table cut short in a file looks like a whole one to whoever opens it.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      (#""$0" measure --list > /dev/full"#, "No space left on device"),
      (#""$0" explain T003 >&-"#, "Bad file descriptor"),
    ])
  func tellsThatAResultCouldNotBeWritten(script: String, reason: String) throws {
    try VerbSite.with { site in
      let run = try VerbRun(script: script, in: site.root)
      #expect(run.status == 74)
      #expect(run.errors == "error: cannot write the result: \(reason)\n")
    }
  }

  @Test func printsABriefWhereItsFileIsADash() throws {
    let support =
      "---\nname: Support\nsummary: Helps.\nowner: Head of support\ntopics: [help]\n---\n"
    try VerbSite.with(["Content/departments/support.md": support]) { site in
      let run = try site.run("brief", "support", "--output", "-")
      #expect(run.status == 0 && run.output.hasPrefix("Brief for Support\n"), "\(run.errors)")
      #expect(run.errors == "" && !site.has("-"))
    }
  }

  @Test func tellsOneMistakeOnce() throws {
    try VerbSite.with(isSite: false) { place in
      #expect(try place.run("new", "g", "--title", "T", "--organisation", "O").status == 0)
      let site = VerbSite(root: place.root + "/g")
      let snapshots = site.root + "/Content/snapshots/sample-forum/"
      let day = try #require(try FileManager.default.contentsOfDirectory(atPath: snapshots).first)
      try site.remove("Content/snapshots/sample-forum/\(day)/manifest.json")
      let errors = try site.run("build").errors
      #expect(errors.contains("error[D001]"))
      #expect(errors.hasSuffix("\n1 error; nothing was published\n"), "\(errors)")
    }
    try VerbSite.with(["Content/pages/about.md": "---\ntitel: About\n---\n"]) { site in
      let errors = try site.run("build").errors
      #expect(errors.contains("error[S002]") && !errors.contains("error[S003]: a page lacks"))
    }
  }

  @Test func tellsHowABuildFailed() throws {
    try VerbSite.with(["Content/pages/about.md": "---\ntitel: About\n---\n"]) { site in
      let run = try site.run("build")
      #expect(run.status == 1)
      #expect(run.errors.hasSuffix("; nothing was published\n"))
      #expect(try !site.run("build", "--quiet").errors.contains("nothing was published"))
    }
  }

  @Test(
    "tells the warning that stops a build, quiet or not",
    arguments: [
      ("text", "warning[M025]: `chrt` is no component, and is published as code\n"),
      ("json", #""code":"M025""#),
    ])
  func tellsWhatStopsQuietly(form: String, told: String) throws {
    let page = "---\ntitle: About\nsummary: Who.\n---\n\n```chrt\na: b\n```\n"
    try VerbSite.with(["Content/pages/about.md": page]) { site in
      let run = try site.run("build", "--quiet", "--strict", "--diagnostics", form)
      #expect(run.status == 1)
      #expect(run.errors.contains(told), "\(run.errors)")
      let lenient = try site.run("build", "--quiet", "--diagnostics", form)
      #expect(lenient.status == 0 && lenient.errors == "", "\(lenient.errors)")
    }
  }

  @Test func writesNoSiteIntoItsContent() throws {
    try VerbSite.with { site in
      let run = try site.run("build", "--output", "Content/out")
      #expect(run.status == 73)
      #expect(
        run.errors == """
          error[W016]: `Content/out` is part of `Content`, which the site is made of
            = fix: name a folder outside of it

          """)
      #expect(!site.has("Content/out"))
    }
  }

  @Test func namesTheFolderThatIsNotThere() throws {
    try VerbSite.with { site in
      let run = try site.run("build", "--changed", "/nope/x")
      #expect(run.errors.contains("cannot make the folder /nope: No such file or directory"))
    }
  }
}
