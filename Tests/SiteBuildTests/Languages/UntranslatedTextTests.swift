import Basics
import DefaultTheme
import Measures
import Testing

/// A language in which every text stands in brackets shows what does not go through it.
@Suite struct UntranslatedTextTests {
  @Test func givesEveryWordThroughTheLanguage() throws {
    let build = try SampleSite().with(["Templates/strings/en.yaml": bracketed]).build()
    #expect(build.findings == [])
    let own = Set(SampleSite().files.values.flatMap(words) + Self.ofTheCommunity)
    for (path, page) in build.files.sorted(by: { $0.key < $1.key }) where isChecked(path) {
      // Markup to be copied has no language.
      let text = page.replacing(/<code>.*?<\/code>/, with: "")
      let loose = outsideOfBrackets(text).flatMap(words).filter { !own.contains($0) }
      // Single letters head the index.
      #expect(Set(loose.filter { $0.count > 1 }) == [], "\(path)")
    }
  }

  /// Names and titles from the snapshot, what is written the same everywhere, the names of formats,
  /// licences and fields; and metrics, which are defined in English.
  private static let ofTheCommunity =
    words(
      """
      How do I b weld And glue CSV JSON SVG datapackage json meadow sqlite CC BY ODC all c n ltr
      community metric period segment value unit low high note
      """)
    + Metrics.all.flatMap { metric in
      words(metric.title + " " + metric.definition)
        + metric.parts.flatMap { words($0.meaning) + words($0.meaning.lowercased()) }
    }

  /// Formulas, sources and worked examples of metrics are documentation, in English.
  private func isChecked(_ path: String) -> Bool {
    path.hasSuffix(".html") && !path.hasPrefix("method/")
  }

  /// The English texts, each in brackets; names of months too.
  private var bracketed: String {
    let file = DefaultTheme.languages.first { $0.name == "en" }
    let text = String(decoding: file?.bytes ?? [], as: UTF8.self)
    var isInTexts = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line == "texts:" || line == "formats:" { isInTexts = true }
      guard isInTexts, line.hasPrefix("  "), let colon = line.firstIndex(of: ":"),
        !line.contains("#")
      else { return String(line) }
      var value = line[line.index(after: colon)...].drop { $0 == " " }
      let head = line[...colon]
      if value.isEmpty { return String(line) }
      if value.hasPrefix("[") {
        let names = value.dropFirst().dropLast().split(separator: ",").map { "⟦\($0)⟧" }
        return "\(head) [\(names.joined(separator: ","))]"
      }
      if value.hasPrefix("\"") { value = value.dropFirst().dropLast() }
      return "\(head) \"⟦\(value)⟧\""
    }
    return lines.joined(separator: "\n")
  }
}

private func words(_ text: String) -> [String] {
  text.split { !$0.isLetter }.map(String.init)
}

/// What readers see and hear of a page outside of ⟦…⟧.
private func outsideOfBrackets(_ page: String) -> [String] {
  var found: [String] = []
  for name in ["aria-label", "title", "alt", "data-l"] {
    for part in page.split(separator: " \(name)=\"").dropFirst() {
      found.append(String(part.prefix { $0 != "\"" }))
    }
  }
  let body = page.split(separator: "<body>").last ?? ""
  var isInTag = false
  var text = ""
  for character in body {
    if character == "<" { isInTag = true }
    if !isInTag { text.append(character) }
    if character == ">" {
      isInTag = false
      text.append(" ")
    }
  }
  found.append(text)
  return found.map { text in
    var depth = 0
    var rest = ""
    for character in text {
      if character == "⟦" { depth += 1 }
      if depth == 0 { rest.append(character) }
      if character == "⟧" { depth -= 1 }
    }
    return rest.replacing("&amp;", with: " ").replacing("&lt;", with: " ")
      .replacing("&gt;", with: " ").replacing("&quot;", with: " ").replacing("&#39;", with: " ")
      .replacing("&#34;", with: " ")
  }
}
