import MeadowCommand
import Testing

/// `docs/commands.md` says what `--help` says; `RECORD_GOLDEN=1` writes it anew.
@Suite struct CommandPageTests {
  @Test func documentsEveryCommand() throws {
    try expectRecorded(
      """
      # Commands

      Every verb with its options, as `--help` and the manual page (`make man`) have them. This page
      is written by a test from what the program declares. `meadow` alone says how to begin; a verb or
      an option that is mistyped is told with the nearest one there is.

      \(VerbInfo.root.verbs.map { section($0, below: ["meadow"]) }.joined(separator: "\n\n"))

      ## Lists of what a build changed

      `meadow build --changed FILE --removed FILE` writes two lists, since what a host has to fetch and
      what it has to forget are two commands. Each names a file a line, sorted by its bytes, in UTF-8,
      with a line end after each; a list of nothing is an empty file, and `-` is standard output.
      They are written when the site stands, and not touched where the build failed. The manifest is in
      neither. By default the names are paths below `Output`, as `rclone copy --files-from` and
      `rsync --files-from` take them:

      ```text
      data/forum/activity.csv
      insights/first-wait/index.html
      ```

      With `--changed-as addresses` they are addresses below `base_url`, percent-encoded, for caches;
      a page that is called by its folder has both of its names, one after the other:

      ```text
      https://insights.example/insights/first-wait/
      https://insights.example/insights/first-wait/index.html
      ```

      A build that was killed is completed by the next one before anything else, and what that completes
      is in no list: after such a stop, copy the whole site once and empty the cache.

      ## On a terminal

      Findings and summaries go to standard error, results to standard output. What takes longer than a
      second shows a bar on a terminal, and a line every ten seconds elsewhere. `--quiet` leaves errors,
      what stops a build with `--strict`, and results. A result that cannot be written whole, as on a full
      disk, ends with the status 74.

      \(table(("Variable", "What it does"), ManualPage.environment))

      \(table(("Exit status", "Meaning"), ManualPage.statuses))

      """, at: "docs/commands.md")
  }

  private func section(_ verb: VerbInfo, below words: [String]) -> String {
    let words = words + [verb.name]
    let mark = String(repeating: "#", count: words.count)
    var parts = ["\(mark) `\(words.joined(separator: " "))`", verb.abstract]
    if !verb.discussion.isEmpty { parts.append(verb.discussion) }
    if verb.verbs.isEmpty {
      let examples = verb.examples.map { "\($0.command)\n    \($0.effect)" }
      parts.append("```text\n\(examples.joined(separator: "\n"))\n```")
      parts.append(table(("Option", "What it does"), verb.options.map(row)))
    }
    return (parts + verb.verbs.map { section($0, below: words) }).joined(separator: "\n\n")
  }

  private func row(_ option: OptionInfo) -> (String, String) {
    let flags = option.flags.map { "`\($0)`" }.joined(separator: ", ")
    let value = option.value.map { "`\($0.uppercased())`" }
    let name = [flags, value ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let usual = option.usual.map { " By default `\($0)`." } ?? ""
    return (name, option.abstract + usual)
  }

  private func table(_ head: (String, String), _ rows: [(String, String)]) -> String {
    let lines = rows.map { name, meaning in
      let name = name.hasPrefix("`") ? name : "`\(name)`"
      return "| \(name) | \(meaning.replacing("|", with: "\\|")) |"
    }
    return (["| \(head.0) | \(head.1) |", "|---|---|"] + lines).joined(separator: "\n")
  }
}
