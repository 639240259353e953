import Basics
import DefaultTheme
import Testing

/// A site's own language files: single texts, and whole languages.
@Suite struct LanguageFileTests {
  private func site(_ language: String, _ strings: [String: String]) -> SampleSite {
    let settings = "title: T\norganisation: A\nlanguage: \(language)\ndata_licence: CC-BY-4.0\n"
    var files = ["Content/site.yaml": settings]
    for (name, text) in strings { files["Templates/strings/\(name).yaml"] = text }
    return SampleSite().with(files)
  }

  @Test func changesSingleTexts() throws {
    let strings = ["en": "texts:\n  menu: Pages\n", "en-gb": "texts:\n  about: Regarding\n"]
    let build = try site("en-GB", strings).build()
    #expect(build.findings == [])
    let page = build.page("insights/first/index.html")
    #expect(page.contains("<html lang=\"en-GB\" dir=\"ltr\">"))
    #expect(page.contains(">Pages</button>"))
    #expect(page.contains("<dt>Regarding</dt>"))
    #expect(page.contains("Skip to content"))
  }

  @Test func speaksGermanAndArabic() throws {
    let german = try site("de", [:]).build()
    #expect(german.findings == [])
    #expect(german.page("index.html").contains("<html lang=\"de\" dir=\"ltr\">"))
    #expect(german.page("insights/first/index.html").contains("1. Februar 2020".nonBreaking))
    let arabic = try site("ar", [:]).build()
    #expect(arabic.findings == [])
    #expect(arabic.page("index.html").contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(arabic.page("insights/first/index.html").contains("1 فبراير 2020".nonBreaking))
    #expect(arabic.page("insights/first/index.html").contains("دقيقة واحدة"))
  }

  @Test func curlsQuotesAsTheLanguageDoes() throws {
    var german = site("de", [:]).with(["Content/pages/about.md": "---\ntitle: A\n---\n\n\"Hallo\""])
    german.files["Content/site.yaml"]? += "\nsmart_punctuation: true"
    #expect(try german.build().page("about/index.html").contains("<p>„Hallo“</p>"))
  }

  @Test func writesTheDigitsOfALanguage() throws {
    let digits = "formats:\n  numbers:\n    digits: ٠١٢٣٤٥٦٧٨٩\n"
    let build = try site("ar", ["ar": digits]).build()
    #expect(build.findings == [])
    #expect(build.page("insights/first/index.html").contains("١ فبراير ٢٠٢٠".nonBreaking))
    // What machines read keeps its own.
    #expect(build.page("insights/first/index.html").contains("datetime=\"2020-02-01\""))
  }

  @Test(
    "says what is wrong with a language file",
    arguments: [
      (
        "texts:\n  meny: x\n",
        """
        error[U002]: there is no text `meny`
          --> Templates/strings/en.yaml:2:3
        2 |   meny: x
          |   ^^^^ did you mean `menu`?
        """
      ),
      (
        "quotation_marks: „“\n",
        """
        error[U004]: `„“` is not four quotation marks
          --> Templates/strings/en.yaml:1:18
        1 | quotation_marks: „“
          |                  ^^ write the outer and the inner ones: `“”‘’`
        """
      ),
      (
        "texts:\n  built_from: Up to {date}\n",
        """
        error[U004]: `built_from` has no gap `{date}`
          --> Templates/strings/en.yaml:2:15
        2 |   built_from: Up to {date}
          |               ^^^^^^^^^^^^ it has {day}
        error[U004]: `built_from` leaves out `{day}`
          --> Templates/strings/en.yaml:2:15
        2 |   built_from: Up to {date}
          |               ^^^^^^^^^^^^
        """
      ),
      (
        "texts:\n  minutes: {one: a minute}\n",
        """
        error[U004]: `minutes` lacks the plural form `other`
          --> Templates/strings/en.yaml:2:3
        2 |   minutes: {one: a minute}
          |   ^^^^^^^
        """
      ),
      (
        "texts:\n  minutes: {one: a minute, few: some, other: \"{n} min\"}\n",
        """
        error[U002]: there is no text `few`
          --> Templates/strings/en.yaml:2:28
        2 |   minutes: {one: a minute, few: some, other: "{n} min"}
          |                            ^^^ known: one, other
        """
      ),
      (
        "texts:\n  menu: a {b\n",
        """
        error[U004]: a brace that opens or closes no gap
          --> Templates/strings/en.yaml:2:9
        2 |   menu: a {b
          |         ^^^^ write a gap as `{name}`
        """
      ),
      (
        "formats:\n  dates:\n    long: \"{month} {year}\"\n",
        """
        error[U004]: `long` has other gaps than it needs
          --> Templates/strings/en.yaml:3:11
        3 |     long: "{month} {year}"
          |           ^^^^^^^^^^^^^^^^ it needs {day}, {month}, {year}
        """
      ),
      (
        "formats:\n  dates:\n    months: [J, F]\n",
        """
        error[U004]: `months` is a list of twelve names
          --> Templates/strings/en.yaml:3:13
        3 |     months: [J, F]
          |             ^
        """
      ),
      (
        "direction: up\n",
        """
        error[U004]: `direction` is `ltr` or `rtl`
          --> Templates/strings/en.yaml:1:12
        1 | direction: up
          |            ^^
        """
      ),
      (
        "small_after_colon: maybe\n",
        """
        error[U004]: `small_after_colon` is `true` or `false`
          --> Templates/strings/en.yaml:1:20
        1 | small_after_colon: maybe
          |                    ^^^^^
        """
      ),
      (
        "texts:\n  menu: [a]\n",
        """
        error[U004]: `menu` is a text, not a list
          --> Templates/strings/en.yaml:2:9
        2 |   menu: [a]
          |         ^
        """
      ),
      (
        "texts: none\n",
        """
        error[U004]: `texts` is a map of keys, not the text `none`
          --> Templates/strings/en.yaml:1:8
        1 | texts: none
          |        ^^^^
        """
      ),
      (
        "metrics:\n  activty: {title: x}\n",
        """
        error[U002]: there is no text `activty`
          --> Templates/strings/en.yaml:2:3
        2 |   activty: {title: x}
          |   ^^^^^^^ did you mean `activity`?
        """
      ),
    ])
  func saysWhatIsWrong(file: String, expected: String) throws {
    #expect(try site("en", ["en": file]).build().findings.joined(separator: "\n") == expected)
  }

  @Test func namesTheLanguagesThereAre() throws {
    #expect(
      try site("fr", [:]).build().findings == [
        """
        error[U001]: there are no texts in the language `fr`
          --> Content/site.yaml:3:11
        3 | language: fr
          |           ^^ choose one of ar, de, en, or write `Templates/strings/fr.yaml`
        """
      ])
  }

  @Test func wantsEveryTextOfANewLanguage() throws {
    let found = try site("fr", ["fr": "texts:\n  menu: Menu\n"]).build().findings
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(first.hasPrefix("error[U003]: the language `fr` lacks `direction` and "))
    #expect(first.contains("missing: `formats.numbers.percent`"))
  }

  @Test func takesAWholeNewLanguage() throws {
    let file = try #require(DefaultTheme.languages.first { $0.name == "en" })
    let text = String(decoding: file.bytes, as: UTF8.self)
      .replacing("menu: Menu", with: "menu: Le menu")
    let build = try site("fr", ["fr": text]).build()
    #expect(build.findings == [])
    #expect(build.page("index.html").contains(">Le menu</button>"))
  }
}

extension String {
  /// With spaces that do not break, as dates are written.
  fileprivate var nonBreaking: String { replacing(" ", with: "\u{A0}") }
}
