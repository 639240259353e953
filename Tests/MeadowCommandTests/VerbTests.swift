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
    ["measure", "--inputs"], ["brief", "support"],
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

  @Test func namesTheSiteAbove() throws {
    try VerbSite.with(["Content/pages/.keep": ""]) { site in
      for (folder, above) in [("Content", ".."), ("Content/pages", "../..")] {
        let run = try VerbRun(["build"], in: site.root + "/" + folder)
        #expect(run.status == 1)
        #expect(
          run.errors.hasSuffix("  = fix: there is a site in `\(above)`: name it with --site \(above)\n"))
        #expect(!site.has(folder + "/.meadow"))
      }
    }
  }

  // MARK: What is refused

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
          "Error: --date 9999-01-01 is still to come, and the export was made on that day or before\n"))
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

  @Test func asksWhetherTheExportIsAsYoungAsItsDay() throws {
    try VerbSite.with(["posts.csv": Self.posts]) { site in
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

  // MARK: How it ends

  @Test func tellsHowABuildFailed() throws {
    try VerbSite.with(["Content/pages/about.md": "---\ntitel: About\n---\n"]) { site in
      let run = try site.run("build")
      #expect(run.status == 1)
      #expect(run.errors.hasSuffix("; nothing was published\n"))
      #expect(try !site.run("build", "--quiet").errors.contains("nothing was published"))
    }
  }

  @Test func namesTheFolderThatIsNotThere() throws {
    try VerbSite.with { site in
      let run = try site.run("build", "--changed", "/nope/x")
      #expect(run.errors.contains("cannot make the folder /nope: No such file or directory"))
    }
  }
}
