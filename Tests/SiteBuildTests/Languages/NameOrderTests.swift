import DefaultTheme
import Testing

/// Where names stand in the index, by the language of the site.
@Suite struct NameOrderTests {
  /// The index of pages with these titles, without what else a site has: `A: Apa Arm`. Languages
  /// that the program does not bring speak English.
  private func index(of titles: [String], in language: String) throws -> [String] {
    let settings = "title: T\norganisation: A\nlanguage: \(language)\ndata_licence: CC-BY-4.0\n"
    var files = ["Content/site.yaml": settings]
    if !["en", "de-AT"].contains(language) {
      let english = try #require(DefaultTheme.languages.first { $0.name == "en" })
      files["Templates/strings/\(language).yaml"] = String(decoding: english.bytes, as: UTF8.self)
        .replacing("\nlanguage: en\n", with: "\nlanguage: \(language)\n")
    }
    for (number, title) in titles.enumerated() {
      files["Content/notes/n\(number).md"] = "---\ntitle: \"\(title)\"\n---\n"
    }
    let page = try SampleSite().with(files).build().page("a-to-z/index.html")
    return page.split(separator: "<h3 ").dropFirst().compactMap { group in
      let shown = group.matches(of: #/>([^<]+)</(?:h3|a)>/#).map { String($0.1) }
      let names = shown.dropFirst().filter(titles.contains)
      return names.isEmpty ? nil : "\(shown[0]): " + names.joined(separator: " ")
    }
  }

  @Test(
    "puts letters with accents where the language has them",
    arguments: [
      (
        "de-AT",
        ["Zebra", "Äpfel", "Apfel", "Arm", "Öl", "Straße", "Strasse", "Strauß", "Éclair", "Æon"],
        ["A: Æon Apfel Äpfel Arm", "E: Éclair", "O: Öl", "S: Strasse Straße Strauß", "Z: Zebra"]
      ),
      (
        "en", ["e\u{301}a", "Eb", "Łódź", "Жук", "7"],
        ["#: 7", "E: e\u{301}a Eb", "L: Łódź", "Ж: Жук"]
      ),
      (
        "sv", ["Zebra", "Öl", "Äpple", "År", "Apa", "Édith"],
        ["A: Apa", "E: Édith", "Z: Zebra", "Å: År", "Ä: Äpple", "Ö: Öl"]
      ),
      ("da", ["Ål", "Øl", "Æble", "Zebra"], ["Z: Zebra", "Æ: Æble", "Ø: Øl", "Å: Ål"]),
      (
        "et", ["Žest", "Zen", "Šokk", "Tee", "Üks", "Õun", "Xa"],
        ["Š: Šokk", "Z: Zen", "Ž: Žest", "T: Tee", "Õ: Õun", "Ü: Üks", "X: Xa"]
      ),
      ("is", ["Þór", "Zoo", "Áb", "Az", "Ö"], ["A: Az", "Á: Áb", "Z: Zoo", "Þ: Þór", "Ö: Ö"]),
      (
        "tr", ["İzmir", "Ispanak", "Jale", "Çay", "Cuma", "Dere"],
        ["C: Cuma", "Ç: Çay", "D: Dere", "I: Ispanak", "İ: İzmir", "J: Jale"]
      ),
    ])
  func ordersNames(language: String, titles: [String], expected: [String]) throws {
    #expect(try index(of: titles, in: language) == expected)
  }
}
