import Basics
import LinkDirectory
import Testing

/// The verbs that enter a yes and a no, on a site on the disk.
@Suite struct ConsentVerbTests {
  static let club = """
    ---
    name: Club
    kind: Forum
    summary: A club.
    basis: consent
    origin: https://club.example
    ---
    """

  /// A notice, a community and its answer to it.
  static func site(_ body: (VerbSite) throws -> Void) throws {
    let notice = "May we?\n"
    let terms = ConsentTerms(
      target: "https://club.example", scopes: ConsentScope.ofCommunities,
      notice: sha256Text(Array(notice.utf8)),
      expires: try #require(Timestamp("2027-01-01T00:00:00Z")))
    var granted = terms
    granted.granted = Timestamp("2026-01-02T00:00:00Z")
    try VerbSite.with(
      [
        "Content/communities/club.md": club, "Content/consent/notices/1.en.txt": notice,
        "wk.txt": ConsentStatement.text(granted),
      ], body)
  }

  private func ids(_ site: VerbSite) throws -> [String] {
    try site.text("Content/consent/ledger.ndjson").split(separator: "\n").compactMap { line in
      line.firstRange(of: "\"subject\":\"").map { range in
        String(line[range.upperBound...].prefix { $0 != "\"" })
      }
    }
  }

  @Test func givesAPlaceTheIDItHas() throws {
    try Self.site { site in
      let grant = ["consent", "grant", "club", "--well-known", "wk.txt", "--role", "moderator"]
      let first = try VerbRun(grant + ["--as-of", "2026-02-01"], in: site.root)
      #expect(first.status == 0, "\(first.errors)")
      let again = try VerbRun(grant + ["--as-of", "2026-02-02"], in: site.root)
      #expect(again.status == 0, "\(again.errors)")
      let ids = try ids(site)
      #expect(ids.count == 2 && Set(ids).count == 1)
      #expect(
        again.errors.contains(
          "the place https://club.example is `\(ids[0])` in the ledger: its file says so as "
            + "`subject:`"))
    }
  }

  @Test(
    "enters a no for every id of the place",
    arguments: ["club", "https://www.club.example/", "c-first1", "c-second"],
    ["revoke", "suspend"])
  func saysNoForEveryID(named: String, verb: String) throws {
    try Self.site { site in
      for (id, day) in [("c-first1", "01"), ("c-second", "02")] {
        // The second as it was entered before a place kept its id.
        let place = id == "c-first1" ? "https://club.example" : "https://elsewhere.example"
        let no = try site.run(
          "consent", "suspend", id, "--place", place, "--as-of", "2026-02-\(day)")
        #expect(no.status == 0, "\(no.errors)")
      }
      var ledger = try site.text("Content/consent/ledger.ndjson")
      ledger = ledger.replacing("https://elsewhere.example", with: "https://club.example/")
      try site.write(ledger, to: "Content/consent/ledger.ndjson")
      try site.write(
        sha256Text(Array(ledger.split(separator: "\n")[1].utf8)) + "\n",
        to: "Content/consent/head")
      let run = try site.run("consent", verb, named, "--as-of", "2026-03-01")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try Set(ids(site).dropFirst(2)) == ["c-first1", "c-second"])
    }
  }

  @Test func tellsWhenAndWhatANoTakesAway() throws {
    try Self.site { site in
      let grant = try site.run(
        "consent", "grant", "club", "--well-known", "wk.txt", "--role", "moderator", "--as-of",
        "2026-02-01")
      #expect(grant.status == 0, "\(grant.errors)")
      #expect(
        try site.run("consent", "verify", "--as-of", "2026-02-01").errors
          == "1 event, chain and evidence hold\n")
      let no = try site.run("consent", "revoke", "club", "--as-of", "2026-02-02")
      #expect(no.errors.contains("\nEvery trace is gone from the site at the next build. Out of "))
      let build = try site.run("build", "--as-of", "2026-02-03")
      #expect(
        build.errors.contains(
          "\nOne said no. Every trace is gone from the site with this build. Out of reach are"),
        "\(build.errors)")
      let shown = try site.run("consent", "show", "--as-of", "2026-02-03").output
      #expect(
        shown.contains(
          "We may not link to them, call them by their name, publish figures about them or quote "),
        "\(shown)")
    }
  }

  // MARK: What is no proof, and what is no answer

  @Test func takesTheFileFromTheAddressThatOnlyThePlaceHas() throws {
    try Self.site { site in
      let grant = [
        "consent", "grant", "club", "--well-known", "wk.txt", "--role", "owner", "--as-of",
        "2026-02-01", "--url",
      ]
      for address in ["https://other.example/x", "https://club.example/members/ada.txt"] {
        let run = try VerbRun(grant + [address], in: site.root)
        #expect(run.status == 1)
        #expect(
          run.errors == """
            error[L018]: a file at \(address) does not show that the place says so
              = fix: only who runs the place can put one up at \
            https://club.example/.well-known/community-insights.txt: capture that

            """)
        #expect(!site.has("Content/consent/ledger.ndjson"))
      }
      let address = "https://www.club.example/.well-known/community-insights.txt"
      let run = try VerbRun(grant + [address], in: site.root)
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Test(
    "says which option is at fault",
    arguments: [
      (["--scope", ""], "--scope is empty: link, name, metrics, quotes"),
      (["--scope", "link,link"], "--scope names `link` twice"),
      (
        ["--expires", "2020-01-01"],
        "--expires 2020-01-01T00:00:00Z is over at 2026-02-01T00:00:00Z"
      ),
      (
        ["--expires", "2027-03-01"],
        "--expires 2027-03-01T00:00:00Z is more than a year away: the last is 2027-02-01T00:00:00Z"
      ),
      (
        ["--captured", "2026-03-01"],
        "--captured 2026-03-01T00:00:00Z lies behind the moment of the event, 2026-02-01T00:00:00Z"
      ),
    ])
  func saysWhichOptionIsAtFault(options: [String], message: String) throws {
    try Self.site { site in
      let grant = [
        "consent", "grant", "club", "--well-known", "wk.txt", "--role", "owner", "--as-of",
        "2026-02-01",
      ]
      let run = try VerbRun(grant + options, in: site.root)
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("Error: \(message)\n"), "\(run.errors)")
      #expect(!site.has("Content/consent/ledger.ndjson"))
    }
  }

  @Test func saysThatThereIsNothingToRenewOrToResume() throws {
    try Self.site { site in
      let proof = ["club", "--well-known", "wk.txt", "--role", "owner", "--as-of", "2026-02-01"]
      let renewal = try VerbRun(["consent", "renew"] + proof, in: site.root)
      #expect(renewal.status == 1)
      #expect(
        renewal.errors.contains(
          "error[L018]: no grant gave what the evidence allows: link, name, metrics, quotes\n"),
        "\(renewal.errors)")
      let resumption = try VerbRun(["consent", "resume"] + proof, in: site.root)
      #expect(resumption.status == 1)
      #expect(
        resumption.errors.contains(
          "error[L018]: nothing is suspended that the evidence allows: link, name, metrics, quotes\n"
        ),
        "\(resumption.errors)")
      #expect(!site.has("Content/consent/ledger.ndjson"))
    }
  }

  @Test func tellsThatANoIsToSomebodyNew() throws {
    let people = #"{"id":"p-00007","name":"Ada"}"# + "\n"
    try VerbSite.with(["Content/consent/people.ndjson": people]) { site in
      let mistyped = try site.run("consent", "revoke", "p-00008", "--as-of", "2026-02-01")
      #expect(mistyped.status == 0)
      #expect(
        mistyped.errors.hasPrefix("`p-00008` was in no line before: did you mean `p-00007`?\n"),
        "\(mistyped.errors)")
      let known = try site.run("consent", "revoke", "p-00007", "--as-of", "2026-02-01")
      #expect(!known.errors.contains("was in no line before"))
    }
  }

  // MARK: The notice

  @Test func keepsNoNoticeThatSaysNothing() throws {
    try VerbSite.with(["empty.txt": " \n"]) { site in
      let run = try site.run("consent", "notice", "--new", "--from", "empty.txt")
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("Error: `empty.txt` holds no text in UTF-8\n"), "\(run.errors)")
      #expect(!site.has("Content/consent"))
    }
  }

  @Test func asksForNothingThatCouldNotBeEntered() throws {
    try Self.site { site in
      let letter = ["consent", "notice", "--as-of", "2026-02-01", "--subject"]
      for end in ["2026-02-01", "2027-02-02"] {
        let run = try VerbRun(letter + ["club", "--expires", end], in: site.root)
        #expect(run.status == 64 && run.output == "")
        #expect(
          run.errors.hasPrefix(
            "Error: --expires \(end)T00:00:00Z is over, or more than a year away from 2026-02-01"),
          "\(run.errors)")
      }
      let run = try VerbRun(letter + ["p-0007", "--scope", "quote"], in: site.root)
      #expect(run.status == 64 && run.errors.hasPrefix("Error: --scope quote goes with --item"))
      let person = try VerbRun(letter + ["p-0007"], in: site.root)
      #expect(person.output.contains("    I agree: name, expert, credit for p-0007 until "))
    }
  }

  @Test func printsTheStandardTextThatIsNotKeptYet() throws {
    try VerbSite.with { site in
      let run = try site.run("consent", "notice")
      #expect(run.status == 0)
      #expect(run.output == NoticeText.standard(organisation: "Acme", title: "Insights"))
      #expect(run.errors == "not kept yet: `meadow consent notice --new --lang en` keeps it\n")
      #expect(!site.has("Content/consent/notices/1.en.txt"))
    }
  }

  @Test("has a standard text in English alone", arguments: [[], ["--new"]])
  func hasNoStandardTextInOtherLanguages(options: [String]) throws {
    try VerbSite.with { site in
      let run = try VerbRun(["consent", "notice", "--lang", "de"] + options, in: site.root)
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(run.errors.contains("the standard text is English, and there is none in `de`"))
      #expect(!site.has("Content/consent/notices/1.de.txt"))
    }
  }

  @Test func looksAheadAlone() throws {
    try Self.site { site in
      let run = try site.run("consent", "verify", "--days=-3")
      #expect(run.status != 0 && run.errors.contains("--days looks ahead"), "\(run.errors)")
    }
  }

  @Test func printsTheTextThatIsKept() throws {
    try Self.site { site in
      let run = try site.run("consent", "notice")
      #expect(run.status == 0)
      #expect(run.output == "May we?\n" && run.errors == "")
    }
  }

  @Test func keepsNoSecondVersionOfTheSameWords() throws {
    try VerbSite.with { site in
      let first = try site.run("consent", "notice", "--new")
      #expect(first.errors.hasPrefix("kept as Content/consent/notices/1.en.txt: sha256 "))
      let again = try site.run("consent", "notice", "--new")
      let sum = sha256Text(Array(try site.text("Content/consent/notices/1.en.txt").utf8))
      #expect(again.status == 0)
      #expect(
        again.errors == "this is version 1 already; nothing was kept: "
          + "Content/consent/notices/1.en.txt: sha256 \(sum)\n")
      #expect(!site.has("Content/consent/notices/2.en.txt"))
      // In another language it is the same version, and other words are the next one.
      try site.write("Dürfen wir?\n", to: "de.txt")
      let german = try site.run("consent", "notice", "--new", "--lang", "de", "--from", "de.txt")
      #expect(german.status == 0)
      #expect(site.has("Content/consent/notices/1.de.txt"))
      try site.write("Other words.\n", to: "other.txt")
      #expect(try site.run("consent", "notice", "--new", "--from", "other.txt").status == 0)
      #expect(site.has("Content/consent/notices/2.en.txt"))
    }
  }
}
