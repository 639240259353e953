import Basics
import ChartSVG
import DefaultTheme
import Foundation
import Measures
import SiteBuild
import Testing

/// Sites speak English in these tests unless they say otherwise.
let english: Wording = {
  guard let wording = readEnglish().wording else { preconditionFailure("no English") }
  return wording
}()

/// The languages that the program brings.
@Suite struct BroughtLanguageTests {
  @Test(arguments: DefaultTheme.languages.map(\.name))
  func hasEveryTextWithItsGaps(language: String) throws {
    // Read as a site's own change of itself, so that every rule for such files is applied.
    let file = try #require(DefaultTheme.languages.first { $0.name == language })
    let text = String(decoding: file.bytes, as: UTF8.self)
    let own = SampleSite().with([
      "Content/site.yaml": """
      title: T
      organisation: A
      language: \(language)
      data_licence: CC-BY-4.0
      """,
      "Templates/strings/\(language).yaml": text,
    ])
    #expect(try own.build().findings == [])
    let reading = readBrought(language, as: language)
    #expect(reading.diagnostics == [])
    let wording = try #require(reading.wording)
    #expect(Set(wording.messages.keys) == Set(english.messages.keys))
    for (key, message) in english.messages {
      #expect(wording.messages[key]?.gaps == message.gaps, "\(key)")
    }
  }

  @Test(arguments: DefaultTheme.languages.map(\.name).filter { $0 != "en" })
  func saysWhatEveryMetricIs(language: String) throws {
    let wording = try #require(readBrought(language, as: language).wording)
    for metric in Metrics.all {
      let words = try #require(wording.metrics[metric.id.rawValue], "\(metric.id.rawValue)")
      #expect(words.title != metric.title)
      #expect(words.definition != metric.definition)
      #expect(Set(words.meanings.keys) == Set(metric.parts.map(\.name)), "\(metric.id.rawValue)")
    }
  }

  @Test func agreesWithTheFormatsOfTheProgram() throws {
    #expect(english.formats == .english)
  }

  @Test func hasNoTextThatNobodyUses() {
    let program = ChartWord.allCases.map(\.rawValue) + SiteWord.allCases.map(\.rawValue)
    let templates = DefaultTheme.files.map { String(decoding: $0.bytes, as: UTF8.self) }
    for key in english.messages.keys.sorted() where !program.contains(key) {
      #expect(
        templates.contains { $0.contains("strings.\(key) ") || $0.contains("strings.\(key)(") },
        "\(key)")
    }
    for key in program { #expect(english.messages[key] != nil, "\(key)") }
  }

  /// Letters in a template that stand outside of tags, values and comments would be English in
  /// every language.
  @Test(arguments: DefaultTheme.files.filter { $0.name.hasSuffix(".html") }.map(\.name))
  func leavesNoWordsInTemplates(name: String) throws {
    let file = try #require(DefaultTheme.files.first { $0.name == name })
    let words = visibleLetters(String(decoding: file.bytes, as: UTF8.self))
      .filter {
        !["CSV", "JSON", "SVG", "article", "datapackage.json", "meadow.sqlite"].contains($0)
      }
    #expect(words == [])
  }

  @Test(
    "writes numbers, days and durations as each language does",
    arguments: [
      ("en", ["−1,284.5", "71%", "31 October 2026", "3–30 Mar 2025", "3 h 05"]),
      ("de", ["−1.284,5", "71 %", "31. Oktober 2026", "3.–30. März 2025", "3 Std. 05"]),
      ("ar", ["−1,284.5", "71%", "31 أكتوبر 2026", "3–30 مارس 2025", "3 س 05 د"]),
    ])
  func writesFormats(language: String, expected: [String]) throws {
    let formats = try #require(readBrought(language, as: language).wording).formats
    let day = try #require(CalendarDay("2026-10-31"))
    let march = try #require(CalendarDay("2025-03-03"))
    let written = [
      formats.numbers.text(-1284.5, places: 1), formats.numbers.percent(0.714),
      formats.longDate(day), formats.dayRange(march, march.adding(days: 27)),
      formats.duration(seconds: 11_100),
    ]
    #expect(written.map { $0.replacing("\u{A0}", with: " ") } == expected)
  }

  /// The examples of CLDR's plural rules.
  @Test(
    "counts as each language does",
    arguments: [
      ("en", 1, "1 minute"), ("en", 0, "0 minutes"), ("en", 21, "21 minutes"),
      ("de", 1, "1 Minute"), ("de", 2, "2 Minuten"), ("ar", 0, "أقل من دقيقة"),
      ("ar", 1, "دقيقة واحدة"), ("ar", 2, "دقيقتان"), ("ar", 3, "3 دقائق"),
      ("ar", 10, "10 دقائق"), ("ar", 11, "11 دقيقة"), ("ar", 99, "99 دقيقة"),
      ("ar", 100, "100 دقيقة"), ("ar", 103, "103 دقائق"),
    ])
  func counts(language: String, count: Int, text: String) throws {
    let wording = try #require(readBrought(language, as: language).wording)
    #expect(wording.text(key: "minutes", ["n": .count(count)]) == text)
  }
}

/// The words of a template outside of `<…>`, `{{…}}`, `{%…%}` and `{#…#}`, and in attributes that
/// readers hear.
private func visibleLetters(_ template: String) -> [String] {
  var text = template
  for element in ["script", "style"] {
    while let start = text.range(of: "<\(element)"), let end = text.range(of: "</\(element)>") {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
  }
  for pattern in ["{#", "{{", "{%"] {
    let end = pattern == "{#" ? "#}" : pattern == "{{" ? "}}" : "%}"
    while let start = text.range(of: pattern), let stop = text[start.upperBound...].range(of: end) {
      text.replaceSubrange(start.lowerBound..<stop.upperBound, with: "")
    }
  }
  var words: [String] = []
  for name in ["aria-label", "data-l", "alt", "title"] {
    for part in text.components(separatedBy: " \(name)=\"").dropFirst() {
      words.append(String(part.prefix { $0 != "\"" }))
    }
  }
  var isInTag = false
  var word = ""
  for character in text {
    switch character {
    case "<": isInTag = true
    case ">": isInTag = false
    default: if !isInTag { word.append(character) }
    }
    if isInTag { word.append(" ") }
  }
  return (words + [word]).flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    .filter { $0.contains(where: \.isLetter) && !$0.hasPrefix("&") }
}
