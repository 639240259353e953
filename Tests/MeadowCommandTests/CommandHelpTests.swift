import Foundation
import MeadowCommand
import Testing

/// What `--help`, the manual and the completions say, and what is said to who mistypes.
@Suite struct CommandHelpTests {
  private static let shown = CommandReference.verbs.filter(\.isShown)

  @Test(arguments: shown)
  func showsExamplesThatCanBeTyped(verb: CommandReference.Verb) throws {
    let lines = verb.help.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "Examples:"), "\(verb.help)")
    let examples = lines[start...].prefix { !$0.hasPrefix("USAGE") }
      .map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("meadow ") }
    #expect(!examples.isEmpty)
    for example in examples {
      let words = shellWords(String(example))
      #expect(CommandReference.fault(of: Array(words.dropFirst())) == nil, "\(example)")
      // Each shows the verb it stands below.
      #expect(words.joined(separator: " ").hasPrefix(verb.words), "\(example)")
    }
  }

  /// `a "b c" d` → `a`, `b c`, `d`
  private func shellWords(_ line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { part in
      part.offset % 2 == 1
        ? [String(part.element)] : part.element.split(separator: " ").map(String.init)
    }
  }

  @Test func knowsEveryVerbOfTheDesign() {
    let verbs = Set(Self.shown.map(\.words))
    for verb in [
      "new", "import", "build", "check", "serve", "edition seal", "edition list", "edition diff",
      "measure", "brief", "consent grant", "consent renew", "consent revoke", "consent suspend",
      "consent resume", "consent erase", "consent show", "consent verify", "consent notice",
      "explain", "render template", "render markdown",
    ] {
      #expect(verbs.contains("meadow \(verb)"))
    }
  }

  @Test(arguments: [
    (
      ["biuld"],
      """
      error: there is no verb `biuld` of `meadow`: did you mean `build`?
      See `meadow --help`.
      """
    ),
    (
      ["edition", "sael", "2018-08-31"],
      """
      error: there is no verb `sael` of `meadow edition`: did you mean `seal`?
      See `meadow edition --help`.
      """
    ),
    (
      ["edition", "\u{1B}[2J"],
      """
      error: there is no verb `\\u{1B}[2J` of `meadow edition`: there are seal, list, diff
      See `meadow edition --help`.
      """
    ),
    (
      ["help", "buidl"],
      """
      error: there is no verb `buidl` of `meadow`: did you mean `build`?
      See `meadow --help`.
      """
    ),
    (
      ["help", "edition", "sael"],
      """
      error: there is no verb `sael` of `meadow edition`: did you mean `seal`?
      See `meadow edition --help`.
      """
    ),
    (
      ["edition", "help"],
      """
      error: there is no verb `help` of `meadow edition`: there are seal, list, diff
      See `meadow edition --help`.
      """
    ),
  ])
  func suggestsTheNearestVerb(words: [String], text: String) {
    #expect(VerbMistake(words)?.text == text)
    #expect(CommandReference.fault(of: words) == text)
  }

  @Test(arguments: [
    [], ["--help"], ["help"], ["build"], ["help", "build"], ["help", "edition", "seal"],
    ["edition"], ["explain", "T003"],
  ])
  func findsNothingWrongWithVerbs(words: [String]) {
    #expect(VerbMistake(words) == nil)
  }

  /// What a verb would not heed is an error that names what to type instead.
  @Test(arguments: [
    ("measure --inputs --community a", "--community does not go with --inputs: it prints what"),
    ("measure --inputs --metric a", "--metric does not go with --inputs: it prints what"),
    ("measure --inputs --as csv", "--as does not go with --inputs: it prints JSON"),
    ("measure --inputs --as table", "--as does not go with --inputs: it prints JSON"),
    (
      "measure --engine spark --out o --metric a",
      "--metric does not go with --engine spark: give it to measure_on_spark.py"
    ),
    (
      "measure --engine spark --out o --as csv",
      "--as does not go with --engine spark: print the table with --as once"
    ),
    (
      "measure --engine spark --out o --inputs",
      "--inputs does not go with --engine spark: the job holds them, as inputs.json"
    ),
    ("measure --codex-report --metric a", "--metric does not go with --codex-report: it tells"),
    ("measure --list --community a", "--community does not go with --list: it names"),
    ("measure --list --period 2024", "--period does not go with --list: it names"),
    ("measure --inputs --segment all", "--segment does not go with --inputs: it prints what"),
    ("measure --codex-report --period 2024", "--period does not go with --codex-report: it tells"),
    (
      "measure --engine spark --out o --segment all",
      "--segment does not go with --engine spark: the job measures every period"
    ),
    ("import --rotate-key --dry-run", "--dry-run does not go with --rotate-key: nothing is"),
    ("import auto x --rotate-key", "an export does not go with --rotate-key: nothing is imported"),
    ("import slack x --columns c", "--columns does not go with `slack`: of csv and ndjson alone"),
    ("import auto x --columns c", "--columns does not go with `auto`: of csv and ndjson alone"),
    ("import list.mbox --community a", "`list.mbox` is no format: write `auto` before the export"),
    ("import slak", "`slak` is no format: did you mean `slack`?"),
    ("consent grant p-0007 --role owner", "a person speaks as `self`: --role `owner` goes with"),
    ("consent revoke p-0007 --role boss", "a person speaks as `self`: --role `boss` goes with"),
    ("consent grant new --person --role owner", "a person speaks as `self`: --role `owner`"),
    ("consent grant c-7f3k9q --role boss", "unknown role `boss`: owner, board, administrator"),
    ("consent grant p-0007 --by p-0008", "--by goes with communities: a person speaks for"),
    ("consent grant forum --person", "--person goes with `new`: an id tells"),
    ("consent grant forum --by Ada", "--by takes an id of people.ndjson (p-…), not `Ada`"),
    ("consent grant forum --by c-7f3k9q", "--by takes an id of people.ndjson (p-…), not `c-"),
    ("consent grant forum --by new", "--by new goes with --name, the name of whoever spoke"),
    ("consent grant forum --contact a", "--contact goes with --name, the name of the person"),
    ("consent grant forum --profile a", "--profile goes with --name, the name of the person"),
    ("consent grant forum --note a", "--note goes with --name, the name of the person"),
    ("consent grant forum --name Ada --profile a", "--profile takes a web address, not `a`"),
    ("edition diff 2026-02-01 2026-01-01", "2026-01-01 is not after 2026-02-01: name the older"),
    ("edition diff 2026-01-01 2026-01-01", "2026-01-01 is not after 2026-01-01: name the older"),
    ("serve --port 0", "--port takes a number from 1 to 65535"),
    ("check --base-url nope", "--base-url takes the absolute address of a site, as https://"),
    ("build --changed a --removed a", "--changed and --removed both name `a`, and nobody"),
    ("build --changed - --removed -", "--changed and --removed both name `-`, and nobody"),
    ("consent verify --days 9223372036854775807", "--days looks ahead: write a number from 0 to"),
  ])
  func refusesWhatWouldBeIgnored(line: String, message: String) {
    let text = CommandReference.fault(of: line.split(separator: " ").map(String.init)) ?? ""
    #expect(text.hasPrefix("Error: \(message)"), "\(text)")
  }

  @Test(
    "refuses of consent what would be ignored, or could never be taken back",
    arguments: [
      ("revoke p-0007 --item a/b", "--item goes with --scope quote: without a scope the no is"),
      ("suspend p-0007 --item a/b", "--item goes with --scope quote: without a scope the no is"),
      ("revoke forum --scope quotes --item a/b", "--item goes with a person (p-…): a community"),
      ("grant p-0007 --scope name --item a/b", "--item goes with --scope quote"),
      ("grant p-0007 --item b", "--item is written as community/item id, not `b`"),
      ("grant forum --well-known a --post b", "--post does not go with --well-known: a yes is"),
      ("renew p-0007 --post a --message b", "--message does not go with --post: a yes is"),
      ("grant forum --well-known a --community b", "--community goes with --post, and not with"),
      ("resume forum --post a --url https://a.example/", "--url does not go with --post: a post"),
      ("grant forum --key a", "--key goes with --statement, the text that was signed"),
      ("grant forum --statement a --well-known b", "--well-known does not go with --statement"),
      ("grant forum --statement a --captured 2026-01-01", "--url and --captured do not go with"),
      ("grant forum --as-of 9999-01-01", "--as-of 9999-01-01T00:00:00Z is still to come: it is"),
      ("erase p-0007 --as-of 9999-01-01", "--as-of 9999-01-01T00:00:00Z is still to come: it is"),
      ("notice --lang e", "--lang takes a language as en or de-AT, not `e`"),
      ("notice --new --lang ../x", "--lang takes a language as en or de-AT, not `../x`"),
      ("notice --from a", "--from goes with --new, which keeps the text"),
      ("notice --new --subject forum", "--subject does not go with --new: it keeps a text"),
      ("notice --subject forum --item a/b", "--item goes with a person (p-…): a community"),
    ])
  func refusesOfConsent(line: String, message: String) {
    let words = line.split(separator: " ").map(String.init)
    let text = CommandReference.fault(of: ["consent"] + words) ?? ""
    #expect(text.hasPrefix("Error: \(message)"), "\(text)")
  }

  @Test(arguments: ["--changed", "--removed"])
  func refusesAListWithoutAName(option: String) {
    let text = CommandReference.fault(of: ["build", option, ""]) ?? ""
    #expect(
      text.hasPrefix("Error: \(option) takes a file to write, or `-` to print the list\n"),
      "\(text)")
  }

  @Test(arguments: [["--name", ""], ["--name", "Ada", "--note", ""]])
  func refusesEmptyDetailsOfAPerson(options: [String]) {
    let text = CommandReference.fault(of: ["consent", "grant", "forum"] + options) ?? ""
    #expect(text.hasPrefix("Error: \(options[options.count - 2]) is empty\n"), "\(text)")
  }

  @Test(arguments: [
    "import --rotate-key --site a", "import csv a --columns c", "import ndjson a --columns c",
    "import --list", "measure --inputs",
    "measure --engine spark --out o --community a --master yarn",
    "measure --community a --metric b --as json", "measure --codex-report --labels l.csv",
    "consent grant p-0007 --role self", "consent grant new --person --name Ada --contact a",
    "consent grant forum --by new --name Ada --profile https://ada.example/",
    "consent grant forum --by p-0007 --role owner", "build --changed a --removed b",
    "consent revoke p-0007 --scope quote --item a/b", "edition diff 2026-01-01 2026-01-02",
    "consent grant p-0007 --scope name,quote --item a/b --message m",
    "consent grant new --person --item a/b --post p --community c",
    "consent notice --new --lang zh-Hant --from n.txt", "check --base-url https://x.example:8080",
  ])
  func takesWhatIsHeeded(line: String) {
    #expect(CommandReference.fault(of: line.split(separator: " ").map(String.init)) == nil)
  }

  @Test func suggestsTheNearestOption() {
    let text = CommandReference.fault(of: ["build", "--tiimngs"]) ?? ""
    #expect(text.contains("Did you mean '--timings'?"), "\(text)")
  }

  @Test func greetsWhoTypesNothing() {
    #expect(
      WelcomeText.text(isSite: false) == """
        Meadow builds community insight sites from Markdown and snapshots of community data.

          There is no site in this folder.

            meadow new garden                    begins one, with a sample in it
            meadow serve --site garden --open    shows it while you write
            meadow build --site garden           publishes it in garden/Output

        All verbs: meadow --help. One of them: meadow build --help.
        """)
    for isSite in [true, false] {
      let lines = WelcomeText.text(isSite: isSite).split(separator: "\n")
      for line in lines where line.hasPrefix("    meadow ") {
        let command = line.drop { $0 == " " }.prefix { $0 != "\u{2003}" }
        let words = String(command).components(separatedBy: "  ")[0].split(separator: " ")
        #expect(CommandReference.fault(of: words.dropFirst().map(String.init)) == nil, "\(line)")
      }
    }
  }

  @Test func documentsEveryVerbAndOptionInTheManual() {
    let manual = ManualPage.text
    for verb in Self.shown where verb.words != "meadow" {
      #expect(manual.contains("\n.Ss \(verb.words)\n"), "\(verb.words)")
    }
    for option in ["atomic", "changed", "removed", "as\\-of", "base\\-url", "codex\\-report"] {
      #expect(manual.contains(".It Fl \\-\(option)"), "\(option)")
    }
    #expect(!manual.contains("manual\n.Op"), "a hidden verb is shown")
    #expect(manual == ManualPage.text)
  }

  /// A line that begins with a dot is a request, and one that nobody knows is lost without a word.
  @Test func writesNoRequestThatMdocDoesNotKnow() {
    let known: Set<String> = [
      "Dd", "Dt", "Os", "Sh", "Ss", "Nm", "Nd", "Cm", "Ar", "Op", "Pp", "Bl", "El", "It",
    ]
    for line in ManualPage.text.split(separator: "\n") where line.hasPrefix(".") {
      #expect(known.contains(String(line.dropFirst().prefix { $0 != " " })), "\(line)")
    }
  }

  /// Who types a word completes it: a format, or a file of the export.
  @Test func completesFormatsAndFiles() throws {
    let script = try #require(CommandReference.completions(for: "fish"))
    let lines = script.split(separator: "\n").filter { $0.contains("meadow import") }
    #expect(lines.contains { $0.contains("stackexchange") && $0.contains("auto") }, "\(lines)")
    #expect(lines.contains { $0.contains("columns") && !$0.contains(" -rfka ''") }, "\(lines)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completesEveryVerb(shell: String) throws {
    let script = try #require(CommandReference.completions(for: shell))
    for verb in Self.shown {
      let word = try #require(verb.words.split(separator: " ").last)
      #expect(script.contains(word), "\(verb.words)")
    }
    #expect(!script.contains("stream") && !script.contains("manual"), "hidden verbs")
  }
}
