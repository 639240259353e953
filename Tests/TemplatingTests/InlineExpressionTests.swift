import Basics
import Templating
import Testing

@Suite("expressions in Markdown")
struct InlineExpressionTests {
  private let measure = HostFunction(
    name: "measure",
    parameters: [
      HostParameter("id", isRequired: true), HostParameter("community"), HostParameter("period"),
    ]
  ) { (arguments) throws(TemplateFault) in
    guard case .text(let id) = arguments[0] else { throw TemplateFault("no id") }
    switch id {
    case "hours": return .integer(11_100)
    case "name": return .text("a < b")
    case "given": return .text("\(arguments[1] == .text("x"))-\(arguments[2] == .none)")
    default: throw TemplateFault("unknown metric `\(id)`", fix: "did you mean `hours`?")
    }
  }

  private func expression(_ text: String) throws -> InlineExpression {
    let source = SourceText(file: "Content/a.md", text: "Took {{\(text)}}.")
    return try InlineExpression(
      source, range: 7..<(7 + text.utf8.count), functions: [measure])
  }

  @Test("evaluates calls of the host with filters")
  func evaluatesCalls() throws {
    #expect(try expression(" measure(\"hours\") | duration ").text() == "3\u{A0}h\u{A0}05")
    #expect(try expression("measure('name')").html() == Array("a &lt; b".utf8))
    #expect(try expression("measure('name')").text() == "a < b")
    #expect(try expression("measure('given', community='x')").text() == "true-true")
    #expect(try expression("measure('hours') // 100 if true else 0").text() == "111")
  }

  @Test("points into the Markdown file")
  func pointsIntoMarkdown() throws {
    let failing = try expression("measure('hurs')")
    let error = #expect(throws: TemplateError.self) { try failing.html() }
    #expect(
      error?.diagnostic.text == """
        error[T016]: unknown metric `hurs`
          --> Content/a.md:1:8
        1 | Took {{measure('hurs')}}.
          |        ^^^^^^^^^^^^^^^ did you mean `hours`?
        """)
  }

  @Test(
    "refuses what is not an expression over the host's functions",
    arguments: [
      ("measur('x')", "unknown function `measur`"), ("measure()", "`measure` needs `id`"),
      ("measure('a', perod='b')", "`measure` has no parameter `perod`"),
      ("nobody", "unknown name `nobody`"),
      ("1 +", "unexpected end of the template, expected an expression"),
      ("", "unexpected end of the template, expected an expression"),
      ("(1", "`(` is never closed"),
    ])
  func refusesOthers(text: String, message: String) {
    let error = #expect(throws: TemplateError.self) { try expression(text) }
    #expect(error?.diagnostic.message == message)
  }

  private let query = HostFunction(name: "query", parameters: []) {
    (_) throws(TemplateFault) in
    let row = TemplateValue.map([
      TemplateMapEntry("room", .text("General")), TemplateMapEntry("posts", .integer(3)),
    ])
    return .map([TemplateMapEntry("first", row), TemplateMapEntry("rows", .list([row]))])
  }

  @Test(
    "names the field that is nearest to one there is not",
    arguments: [
      (
        "query().first.rom",
        """
        error[T003]: there is no field `rom`
          --> Content/a.md:1:8
        1 | Took {{query().first.rom}}.
          |        ^^^^^^^^^^^^^^^^^ did you mean `room`?
        """
      ),
      (
        "query().rows[0].pots",
        """
        error[T003]: there is no field `pots`
          --> Content/a.md:1:8
        1 | Took {{query().rows[0].pots}}.
          |        ^^^^^^^^^^^^^^^^^^^^ did you mean `posts`?
        """
      ),
      (
        "query().first.author",
        """
        error[T008]: `author` is missing
          --> Content/a.md:1:8
        1 | Took {{query().first.author}}.
          |        ^^^^^^^^^^^^^^^^^^^^ guard it with `if`, or write `|default('…')`
        """
      ),
    ])
  func namesTheNearestField(text: String, finding: String) throws {
    let source = SourceText(file: "Content/a.md", text: "Took {{\(text)}}.")
    let failing = try InlineExpression(
      source, range: 7..<(7 + text.utf8.count), functions: [query])
    let error = #expect(throws: TemplateError.self) { try failing.html() }
    #expect(error?.diagnostic.text == finding)
  }
}
