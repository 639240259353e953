internal import Basics
internal import ChartSVG

/// How a site looks: the style sheet of the theme, with what the author put behind it.
struct SiteTheme: Sendable {
  /// The theme's own `style.css`, or the author's in its place.
  private let sheet: SourceText
  /// `Templates/tokens.css`: single tokens that are otherwise.
  private let tokens: SourceText?
  /// What the search page has besides.
  var searchSheet: [UInt8] = []
  let colours: ThemeColours

  static let tokensFile = "tokens.css"
  static let standard = SiteTheme(sheet: SourceText(file: "style.css", bytes: []), tokens: nil)

  init(sheet: SourceText, tokens: SourceText?) {
    self.sheet = sheet
    self.tokens = tokens
    colours = ThemeTokens(sheet.bytes + (tokens?.bytes ?? [])).colours()
  }

  /// One file, so that a page asks for nothing more, and nothing in it that only its author reads.
  var stylesheet: [UInt8] { StyleBytes.sent(sheet.bytes + (tokens?.bytes ?? [])) }

  /// The style sheets of a site.
  func files(withSearch: Bool) -> [OutputFile] {
    let sheet = OutputFile(path: SiteRoutes.stylesheet, bytes: stylesheet)
    guard withSearch else { return [sheet] }
    return [
      sheet, OutputFile(path: SiteRoutes.searchStylesheet, bytes: StyleBytes.sent(searchSheet)),
    ]
  }

  /// Tokens that nothing uses, and colours that some readers cannot see or tell apart; those of the
  /// default theme are fine.
  var diagnostics: [Diagnostic] {
    let misspelt = tokens.map { tokens in
      TokenNames(tokens.bytes)
        .misspelt(in: tokens, beside: TokenNames(sheet.bytes + searchSheet))
    }
    return (misspelt ?? []) + faintColours
  }

  private var faintColours: [Diagnostic] {
    guard let changed = tokens ?? (sheet.file.hasPrefix(SiteFolders.templates) ? sheet : nil) else {
      return []
    }
    let places = ThemeTokens(changed.bytes)
    func warnings(
      _ palette: Palette, _ theme: String, _ tokens: [String: ThemeTokens.Placed]
    ) -> [Diagnostic] {
      checkPalette(palette, theme: theme).map { fault in
        // The place of the first of its tokens that the author wrote.
        let place = tokens.filter { fault.message.contains("`\($0.key)`") }
          .min { $0.value.range.lowerBound < $1.value.range.lowerBound }?.value.range
        var warning = fault
        warning.severity = .warning
        warning.excerpt = place.map { changed.excerpt(of: $0) }
        warning.location =
          warning.excerpt?.location ?? SourceLocation(file: changed.file, line: 1)
        return warning
      }
    }
    let dark = places.light.merging(places.dark) { _, dark in dark }
    return warnings(colours.light, "light", places.light) + warnings(colours.dark, "dark", dark)
  }
}
