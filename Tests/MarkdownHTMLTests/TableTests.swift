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
