internal import Basics
internal import DefaultTheme

/// The texts of the user interface.
extension SiteReader {
  /// The texts of the site's language; nil, with the reason, where there are none.
  mutating func readWording(_ settings: SiteSettings, _ source: SourceText) -> Wording? {
    let own = files(in: SiteFolders.strings).filter { $0.path.fileExtension == "yaml" }
    let texts = own.compactMap { entry in
      bytes(of: entry.path).map {
        (entry.path.stem.lowercased(), SourceText(file: entry.path.text, bytes: $0))
      }
    }
    var reader = LanguageReader(
      settings.language.value, own: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
    let wording = reader.read()
    diagnostics += reader.diagnostics
    guard wording == nil else { return wording }
    let known = DefaultTheme.languages.map(\.name)
    diagnostics.append(
      Diagnostic(
        LanguageCodes.unknownLanguage, "there are no texts in the language `\(reader.tag)`",
        at: source.excerpt(at: settings.language.place),
        fix: "choose one of \(known.joined(separator: ", ")), or write "
          + "`\(SiteFolders.strings)/\(reader.tag.lowercased()).yaml`"))
    return nil
  }
}
