package import Basics
internal import DefaultTheme

/// The texts of a language, where they can be read, and what is wrong with their files.
package struct LanguageReading: Sendable {
  package var wording: Wording?
  package var diagnostics: [Diagnostic]
}

/// The English texts that the program brings.
package func readEnglish() -> LanguageReading { readBrought("en", as: "en") }

/// The texts of a language that the program brings; nil where it does not.
package func readBrought(_ name: String, as tag: String) -> LanguageReading {
  guard let file = DefaultTheme.languages.first(where: { $0.name == name }) else {
    return LanguageReading(wording: nil, diagnostics: [])
  }
  let source = SourceText(file: "default theme/strings/\(name).yaml", bytes: file.bytes)
  var reader = LanguageFile(
    source, over: WordingParts(language: tag, formats: .english), reference: nil)
  reader.read()
  return LanguageReading(wording: Wording(reader.parts), diagnostics: reader.diagnostics)
}

/// Reads the texts of a site's language: those that the program brings, with the site's own over
/// them, or a whole file of the site's.
///
/// `de-AT` takes `strings/de.yaml` and then `strings/de-at.yaml`.
struct LanguageReader {
  let tag: String
  /// The site's own files by their names, `de-at`.
  let own: [String: SourceText]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ tag: String, own: [String: SourceText]) {
    self.tag = tag
    self.own = own
  }

  /// From the general to the particular: `de`, `de-at`.
  private var names: [String] {
    let parts = tag.lowercased().split(separator: "-")
    return parts.indices.map { parts[...$0].joined(separator: "-") }
  }

  /// nil where nobody brings the language; that is for whoever knows where it is named.
  mutating func read() -> Wording? {
    var wording: Wording?
    for name in names {
      let brought = readBrought(name, as: tag)
      diagnostics += brought.diagnostics
      wording = brought.wording ?? wording
      guard let source = own[name] else { continue }
      wording = wording.map { change($0, by: source) } ?? whole(source)
    }
    return wording
  }

  private mutating func change(_ wording: Wording, by source: SourceText) -> Wording {
    var file = LanguageFile(source, over: wording.parts, reference: wording)
    file.read()
    diagnostics += file.diagnostics
    return Wording(file.parts)
  }

  /// A language that the program does not bring: every text must be there.
  private mutating func whole(_ source: SourceText) -> Wording? {
    let english = readEnglish()
    diagnostics += english.diagnostics
    guard let reference = english.wording else { return nil }
    var parts = WordingParts(language: tag, formats: reference.formats)
    parts.messages = reference.messages
    var file = LanguageFile(source, over: parts, reference: reference)
    file.read()
    diagnostics += file.diagnostics
    diagnostics += missing(in: file, source, reference)
    return Wording(file.parts)
  }

  private func missing(
    in file: LanguageFile, _ source: SourceText, _ reference: Wording
  ) -> [Diagnostic] {
    let formats = FormatKeys.groups.flatMap { group in
      FormatKeys.keys(of: group).filter { $0 != FormatKeys.digits.key }
        .map { "formats.\(group).\($0)" }
    }
    let needed = ["direction"] + formats + reference.messages.keys.sorted().map { "texts.\($0)" }
    let missing = needed.filter { !file.found.contains($0) }
    guard let first = missing.first else { return [] }
    let more = missing.count > 1 ? " and \(missing.count - 1) more" : ""
    return [
      Diagnostic(
        LanguageCodes.missingKey, "the language `\(tag)` lacks `\(first)`\(more)",
        at: SourceLocation(file: source.file, line: 1),
        fix: "copy the key from the English file and translate it",
        notes: missing.dropFirst().prefix(12).map { "missing: `\($0)`" })
    ]
  }
}
