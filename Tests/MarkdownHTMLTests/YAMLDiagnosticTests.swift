import Basics
import MarkdownHTML
import TestSupport
import Testing

@Suite struct YAMLDiagnosticTests {
  @Test(
    "says what is wrong with front matter",
    arguments: [
      (
        "---\na: b: c\n---\n",
        """
        error[F001]: a second `: ` on a line
          --> page.md:2:5
        2 | a: b: c
          |     ^ put a value with a colon in quotes
        """
      ),
      (
        "---\ntitle A\nsummary: b\n---\n",
        """
        error[F001]: a line that is not `key: value`
          --> page.md:2:1
        2 | title A
          | ^^^^^^^ write `key: value`, or indent what belongs above
        """
      ),
      (
        "---\nparts:\n  title A\n  goes on\n\n  summary: b\n---\n",
        """
        error[F001]: a line that is not `key: value`
          --> page.md:3:3
        3 |   title A
          |   ^^^^^^^ write `key: value`, or indent what belongs above
        """
      ),
      (
        "---\ntitle: A\nsummary b\ndate: c\n---\n",
        """
        error[F001]: a line that is not `key: value`
          --> page.md:3:1
        3 | summary b
          | ^^^^^^^^^ write `key: value`, or indent what belongs above
        """
      ),
      (
        "---\ntitle: A\n  goes on\n  and: b\n---\n",
        """
        error[F001]: a line that does not fit those above
          --> page.md:4:6
        4 |   and: b
          |      ^ indent it as the lines above, or quote the value
        """
      ),
      (
        "---\ntitle: \"A\nsummary: b\n---\n",
        """
        error[F001]: a quote that is not closed
          --> page.md:2:8
        2 | title: "A
          |        ^ close the quote
        """
      ),
      (
        "---\na: 1\n\tb: 2\n---\n",
        """
        error[F001]: a tab in the indent
          --> page.md:3:1
        3 | \tb: 2
          | ^ indent with spaces
        """
      ),
      (
        "---\ntitle: x\n\nText\n",
        """
        error[F002]: the front matter that starts here does not end
          --> page.md:1:1
        1 | ---
          | ^^^ end it with a line `---`
        """
      ),
      (
        "---\ntitle: \"a\u{202E}b\"\n---\n",
        """
        error[F009]: this text holds a character that overrides the text direction
          --> page.md:2:8
        2 | title: "a\u{202E}b"
          |        ^^^^^ remove it
        """
      ),
      (
        "---\ntitle: \"a\\u0001b\"\n---\n",
        """
        error[F009]: this text holds a control character
          --> page.md:2:8
        2 | title: "a\\u0001b"
          |        ^^^^^^^^^^ remove it
        """
      ),
      (
        "---\na: [\u{E0041}x]\n---\n",
        """
        error[F009]: this text holds a character that nobody sees
          --> page.md:2:5
        2 | a: [\u{E0041}x]
          |     ^^ remove it
        """
      ),
      (
        "---\n\u{F0000}: x\n---\n",
        """
        error[F009]: this text holds a private-use character that Meadow needs itself
          --> page.md:2:1
        2 | \u{F0000}: x
          | ^ remove it
        """
      ),
      (
        "---\n- a\n---\n",
        """
        error[F003]: expected lines of `key: value`, found a list
          --> page.md:2:1
        2 | - a
          | ^ write `key: value`
        """
      ),
      (
        "---\ntitle: a\ndate: b\ntitle: c\n---\n",
        """
        error[F004]: the key `title` is written twice, first on line 2
          --> page.md:4:1
        4 | title: c
          | ^^^^^ remove one
        """
      ),
      (
        "---\na: &x 1\nb: *x\n---\n",
        """
        error[F005]: aliases are not read
          --> page.md:3:4
        3 | b: *x
          |    ^ write the value out, or put the text in quotes
        """
      ),
      (
        "---\na: *y\n---\n",
        """
        error[F005]: aliases are not read
          --> page.md:2:4
        2 | a: *y
          |    ^ write the value out, or put the text in quotes
        """
      ),
      (
        "---\n[a]: 1\n---\n",
        """
        error[F007]: this key is not a text
          --> page.md:2:1
        2 | [a]: 1
          | ^ write `name: value`
        """
      ),
      (
        "---\ntitle: {{ row.room }}\n---\n",
        """
        error[F007]: a text that begins with `{{` stands in quotes
          --> page.md:2:9
        2 | title: {{ row.room }}
          |         ^ write `"{{ … }}"`
        """
      ),
    ])
  func explains(text: String, expected: String) {
    #expect(
      diagnostic(of: { () throws(Diagnostic) in
        _ = try readFrontMatter(SourceText(file: "page.md", text: text))
      })?.text == expected)
  }

  @Test func refusesSecondDocument() {
    let found = diagnostic { () throws(Diagnostic) in
      _ = try readYAML(SourceText(file: "site.yaml", text: "a: 1\n---\nb: 2\n"))
    }
    #expect(
      found?.text == """
        error[F008]: a second YAML document starts here
          --> site.yaml:2:1
        2 | ---
          | ^ remove the `---`
        """)
  }

  /// Aliases that stand for 9⁹ values, in values and in keys; nesting in every notation.
  static let bombs: [String] = {
    let names = Array("abcdefghij").map(String.init)
    let lists = zip(names, names.dropFirst()).map { name, next in
      "\(next): &\(next) [" + Array(repeating: "*\(name)", count: 9).joined(separator: ",") + "]\n"
    }
    let laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n" + lists.joined()
    let indented = (0..<1200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    return [
      laughs, laughs + "? *j\n: 1\n? *j\n: 2\n", indented,
      "a: " + String(repeating: "[", count: 100_000),
      "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
      "a: " + String(repeating: "{a: ", count: 100_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
      "a: [" + String(repeating: "1,", count: 200_000) + "]",
      "a: " + String(repeating: "x", count: 2 << 20),
    ]
  }()

  @Test(arguments: bombs.indices)
  func boundsBombs(index: Int) {
    var found: Diagnostic?
    let time = processorTime {
      found = diagnostic { () throws(Diagnostic) in
        _ = try readYAML(SourceText(file: "a.yaml", text: Self.bombs[index]))
      }
    }
    #expect(["F005", "F006"].contains(found?.code.id))
    #expect(time < .seconds(10))
  }
}

private func diagnostic(of read: () throws(Diagnostic) -> Void) -> Diagnostic? {
  do {
    try read()
    return nil
  } catch {
    return error
  }
}
