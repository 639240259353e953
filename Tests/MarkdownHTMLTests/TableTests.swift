import Basics
import MarkdownHTML
import Testing

@Suite struct TableTests {
  @Test func alignsCellsByClass() {
    let expected = """
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th class="align-left">b</th>
      <th class="align-center">c</th>
      <th class="align-right">d</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td class="align-left"></td>
      <td class="align-center"></td>
      <td class="align-right"></td>
      </tr>
      </tbody>
      </table>

      """
    #expect(html("a | b | c | d\n--|:--|:-:|--:\n1\n") == expected)
  }

  @Test(
    "warns of a table that a line under it makes a heading",
    arguments: [
      ("| a | b |\n|---|---|\n| 1 | 2 |\n---\n", true), ("a | b\n---|---\n1 | 2\n===\n", true),
      ("> | a |\n> |---|\n> ---\n", true), ("| a |\n|---|\n| 1 |\n\n---\n", false),
      ("| a |\ntext\n---\n", false), ("a | b\n---\n", false), ("# a | b\n", false),
    ])
  func warnsOfUnderlinedTable(markdown: String, isWarned: Bool) {
    let found = render(markdown).diagnostics.filter { $0.code.id == "M026" }
    #expect(found.map(\.message) == (isWarned ? ["this table is read as a heading"] : []))
  }

  @Test(
    "reads each cell by itself",
    arguments: [
      ("| *a | b* |", ["*a", "b*"]),
      ("| `x\\|y` | z\\|w |", ["<code>x|y</code>", "z|w"]),
      ("| # a | - b |", ["# a", "- b"]),
      ("| _a_ | \"b\" |", ["<em>a</em>", "&quot;b&quot;"]),
      ("| {{ a | b }} | `{{ c | d }}` |", ["{ a | b }", "<code>{{ c | d }}</code>"]),
      ("| [r] | ~~s~~ |", ["<a href=\"u\">r</a>", "<del>s</del>"]),
      ("|     | www.a.org |", ["", "<a href=\"http://www.a.org\">www.a.org</a>"]),
    ])
  func readsCellsAlone(row: String, cells: [String]) {
    let output = html("| h | i |\n| - | - |\n\(row)\n\n[r]: u\n")
    let found = output.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("<td>"), line.hasSuffix("</td>") else { return nil }
      return String(line.dropFirst(4).dropLast(5))
    }
    #expect(found == cells)
  }

  /// Cells of plain signs do not go through libcmark; a paragraph of the same text does.
  @Test func showsPlainCellsAsParagraphsDo() {
    var random = SeededGenerator(seed: 11)
    let signs = Array("ab1 .-,%/()+=$:;?#>\"'w")
    for _ in 0..<1_000 {
      let count = Int.random(in: 1..<9, using: &random)
      let cell = String(
        (0..<count).map { _ in signs[Int.random(in: signs.indices, using: &random)] }
      )
      .drop { $0 == " " }
      // A no-break space keeps a paragraph from being something else; its own blanks are trimmed.
      let paragraph = render("\u{A0}\(cell)x", smart: true).filled
      let table = render("| h |\n| - |\n| \(cell)x |\n", smart: true).filled
      #expect(table.contains("<td>\(paragraph.dropFirst(4).dropLast(5))</td>"), "\(cell)")
    }
  }

  @Test func endsParagraphBeforeHeader() {
    let output = html("lead *x*\n    # more [r]\n| a |\n|---|\n| b |\n\n[r]: u\n")
    #expect(output.hasPrefix("<p>lead <em>x</em>\n# more <a href=\"u\">r</a></p>\n<table>\n"))
  }

  @Test func findsTablesInListsAndQuotations() {
    let output = html("- x\n\n  > | a |\n  > |---|\n  > | b |\n")
    #expect(output.contains("<blockquote>\n<table>"))
    #expect(output.contains("<td>b</td>"))
  }

  @Test(
    "ends a table in a list or quotation where a line lacks its indent or mark",
    arguments: [
      ("> | a |\n> |---|\n> | b |\nafter\nall\n", "</table>\n</blockquote>\n<p>after\nall</p>\n"),
      ("> > | a |\n> > |---|\n> after\n", "</table>\n</blockquote>\n<p>after</p>\n</blockquote>\n"),
      ("- | a |\n  |---|\n  | b |\nafter\n", "</table>\n</li>\n</ul>\n<p>after</p>\n"),
      (
        "- x\n  1. | a |\n     |---|\n  after\n- y\n",
        "</table>\n</li>\n</ol>\nafter</li>\n<li>y</li>\n</ul>\n"
      ),
      ("- > | a |\n  > |---|\n  after\n", "</table>\n</blockquote>\nafter</li>\n</ul>\n"),
      (
        "> | a |\n> |---|\nx\n> | c |\n> |---|\ny\n",
        "</table>\n</blockquote>\n<p>x</p>\n<blockquote>\n<table>\n<thead>\n<tr>\n<th>c</th>\n"
          + "</tr>\n</thead>\n</table>\n</blockquote>\n<p>y</p>\n"
      ),
    ])
  func endsTableBeforeLazyLine(markdown: String, end: String) {
    let rendered = render(markdown)
    #expect(rendered.filled.hasSuffix(end), "\(rendered.filled)")
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test(
    "makes no table of a delimiter row without the indent or mark of what is around it",
    arguments: [
      ("> | a |\n| - |\n| b |\n", "<blockquote>\n<p>| a |\n| - |\n| b |</p>\n</blockquote>\n"),
      ("- | a |\n| - |\n", "<ul>\n<li>| a |\n| - |</li>\n</ul>\n"),
      ("1. | a |\n  | - |\n", "<ol>\n<li>| a |\n| - |</li>\n</ol>\n"),
      (
        "> > | a |\n> | - |\n",
        "<blockquote>\n<blockquote>\n<p>| a |\n| - |</p>\n</blockquote>\n</blockquote>\n"
      ),
      (
        "> | a |\n| - |\n> | - |\n",
        "<blockquote>\n<p>| a |</p>\n<table>\n<thead>\n<tr>\n<th>-</th>\n</tr>\n</thead>\n"
          + "</table>\n</blockquote>\n"
      ),
    ])
  func leavesLazyDelimiter(markdown: String, expected: String) {
    let rendered = render(markdown)
    #expect(rendered.filled == expected)
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test(
    "keeps the rows of a table that stands in other blocks",
    arguments: [
      "-\t| a |\n\t|---|\n    | z |\n", "> - | a |\n>   |---|\n>   | z |\n",
      "10. x\n\n       | a |\n    |---|\n     | z |\n", ">| a |\n>   |---|\n>| z |\n",
      "-      x\n\n  | a |\n  |---|\n  | z |\n", "- - | a |\n    |---|\n    | z |\n",
      "| a |\n|---|\n   | z |\n", "x[^n]\n\n[^n]: | a |\n    |---|\n    | z |\n",
      ">\t- | a |\n>\t  |---|\n>\t  | z |\n",
    ])
  func keepsRowsInside(markdown: String) {
    #expect(html(markdown).contains("<td>z</td>\n</tr>\n</tbody>"), "\(html(markdown))")
  }

  @Test(
    "lets a wide table scroll in a region named after its columns",
    arguments: [
      ("| a | *b* | c\"<d | {{ e }} | |\n|-|-|-|-|-|\n", "a, b, c&quot;&lt;d"),
      ("| a | b | c | d |\n|-|-|-|-|\n", nil), ("||||||\n|-|-|-|-|-|\n", nil),
    ] as [(String, String?)])
  func wrapsWideTable(markdown: String, label: String?) {
    let output = html(markdown)
    guard let label else { return #expect(output.hasPrefix("<table>")) }
    let open = #"<div class="tw" tabindex="0" role="region" aria-label=""#
    #expect(output.hasPrefix("\(open)\(label)\">\n<table>\n"), "\(output)")
    #expect(output.hasSuffix("</table>\n</div>\n"))
  }

  @Test func placesFindingsBehindAnEndedTable() {
    let before = "> | a |\n> |---|\n> | b |\nx "
    let rendered = render(
      before + "[l](y.md) [r]\n\n[r]: z.md\n\n| {{ c }} [r] |\n|---|\n")
    #expect(rendered.links.map(\.destination) == ["y.md", "z.md", "z.md"])
    #expect(rendered.links[0].range.lowerBound == before.utf8.count + "[l](".utf8.count)
  }

  @Test func leavesOtherBarsAlone() {
    #expect(html("a | b\n- | -\n").contains("<table>") == false)
    #expect(html("| a | b |\n| --- |\n") == "<p>| a | b |\n| --- |</p>\n")
    #expect(html("```\na | b\n--|--\n```\n").contains("<table>") == false)
  }

  @Test func placesLinksInCells() {
    let rendered = render("| a |\n|---|\n| x [l](y.md) |\n")
    #expect(rendered.links.map(\.destination) == ["y.md"])
    #expect(rendered.links[0].range == 20..<24)
  }
}
