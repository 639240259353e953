import Basics
import Templating
import Testing

/// Texts of the site's language in templates.
@Suite("texts of the interface") struct StringsTests {
  private func options() throws -> TemplateOptions {
    var parts = WordingParts(language: "de", formats: .english)
    parts.formats.numbers.group = "."
    parts.formats.numbers.decimal = ","
    parts.formats.dates.long = try TextPattern("{day}. {month} {year}")
    parts.messages = [
      "menu": .plain(try TextPattern("Menü & <mehr>")),
      "pages": .counted([
        .one: try TextPattern("{n} Seite"), .other: try TextPattern("{n} Seiten"),
      ]),
      "by": .plain(try TextPattern("von {name}")),
    ]
    var options = TemplateOptions()
    options.wording = Wording(parts)
    return options
  }

  private let model = RecordModel(
    name: "page",
    fields: [
      FieldModel("name", .text, ""), FieldModel("count", .integer, ""),
      FieldModel("share", .number, ""),
    ])

  private func render(_ template: String, count: Int = 2) throws -> String {
    let page = TemplateValue.record([.text("A <b>"), .integer(count), .number(1234.5)])
    return try rendered(template, model, page, options())
  }

  @Test func areEscapedWhereTheyStand() throws {
    #expect(
      try render("<p title=\"{{ strings.menu }}\">{{ strings.menu }}</p>")
        == "<p title=\"Menü &amp; &lt;mehr&gt;\">Menü &amp; &lt;mehr&gt;</p>")
    #expect(try render("{{ strings.by(name=name) }}") == "von A &lt;b&gt;")
  }

  @Test func chooseTheFormOfACount() throws {
    #expect(try render("{{ strings.pages(n=count) }}", count: 1) == "1 Seite")
    #expect(try render("{{ strings.pages(n=count) }}", count: 12_345) == "12.345 Seiten")
  }

  @Test func bringTheirFormatsToFilters() throws {
    #expect(
      try render("{{ share|number }} {{ count|decimal }} {{ '2026-10-31'|date }}")
        == "1.234,5 2,0 31. October 2026")
  }

  @Test(
    "are checked before anything is rendered",
    arguments: [
      (
        "{{ strings.menue }}",
        """
        error[T003]: there is no text `menue` in the strings of the site
          --> Templates/page.html:1:12
        1 | {{ strings.menue }}
          |            ^^^^^ did you mean `menu`?
        """
      ),
      (
        "{{ strings.by }}",
        """
        error[T006]: `strings.by` has gaps to fill
          --> Templates/page.html:1:12
        1 | {{ strings.by }}
          |            ^^ write `strings.by(name=…)`
        """
      ),
      (
        "{{ strings.by(nme=name) }}",
        """
        error[T006]: `strings.by` has no parameter `nme`
          --> Templates/page.html:1:15
        1 | {{ strings.by(nme=name) }}
          |               ^^^ did you mean `name`?
        """
      ),
      (
        "{{ strings.by(name) }}",
        """
        error[T006]: `strings.by` takes its values by name
          --> Templates/page.html:1:15
        1 | {{ strings.by(name) }}
          |               ^^^^ write `name=` before it
        """
      ),
      (
        "{{ strings.pages() }}",
        """
        error[T006]: `strings.pages` needs `n`
          --> Templates/page.html:1:4
        1 | {{ strings.pages() }}
          |    ^^^^^^^^^^^^^^^
        """
      ),
      (
        "{{ strings.nothing(n=1) }}",
        """
        error[T003]: there is no text `nothing` in the strings of the site
          --> Templates/page.html:1:12
        1 | {{ strings.nothing(n=1) }}
          |            ^^^^^^^
        """
      ),
    ])
  func areChecked(template: String, expected: String) throws {
    let (set, diagnostics) = try loaded(template, model, options())
    #expect(set == nil)
    #expect(diagnostics.map(\.text) == [expected])
  }

  @Test func areANameLikeAnyOtherWhereASiteHasNone() {
    let (_, diagnostics) = loaded("{{ strings.menu }}", model)
    #expect(diagnostics.first?.message == "unknown name `strings`")
  }
}
