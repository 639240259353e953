internal import Basics
internal import DefaultTheme
internal import Templating

extension SiteReader {
  /// The default theme, with the author's files in the place of its own.
  mutating func readTheme(into input: inout SiteInput) {
    let overrides = Dictionary(
      files(in: SiteFolders.templates).map { ($0.path.name, $0.path) },
      uniquingKeysWith: { first, _ in first })
    var searchSheet: [UInt8] = []
    for file in DefaultTheme.files {
      let text =
        source(at: overrides[file.name])
        ?? SourceText(file: "default theme/\(file.name)", bytes: file.bytes)
      switch file.name {
      case DefaultTheme.stylesheet:
        input.theme = SiteTheme(sheet: text, tokens: source(at: overrides[SiteTheme.tokensFile]))
      case DefaultTheme.searchStylesheet: searchSheet = text.bytes
      default: input.templates.append(TemplateSource(name: file.name, text: text))
      }
    }
    input.theme.searchSheet = searchSheet
    diagnostics += input.theme.diagnostics
    input.templateQueries = readTemplateQueries()
    warnAboutStrayOverrides(in: input)
    input.templates += readTemplates(beside: Set(DefaultTheme.files.map(\.name)), in: overrides)
  }

  /// Templates of the author's own, which others extend, include or name.
  private mutating func readTemplates(
    beside themed: Set<String>, in overrides: [String: SitePath]
  ) -> [TemplateSource] {
    let own = overrides.filter { !themed.contains($0.key) && $0.value.fileExtension == "html" }
    return own.sorted { $0.key < $1.key }.compactMap { name, path in
      source(at: path).map { TemplateSource(name: name, text: $0) }
    }
  }

  private mutating func source(at path: SitePath?) -> SourceText? {
    guard let path else { return nil }
    return bytes(of: path).map { SourceText(file: path.text, bytes: $0) }
  }

  private mutating func readTemplateQueries() -> [SourceText] {
    files(in: SiteFolders.templateQueries).compactMap { entry in
      guard entry.path.fileExtension == "sql" else {
        diagnostics.append(
          Diagnostic(
            SiteBuildCodes.strayFile, "`\(entry.path)` is not read",
            at: SourceLocation(file: entry.path.text, line: 1), severity: .warning,
            fix: "give queries the ending `.sql`"))
        return nil
      }
      return source(at: entry.path)
    }
  }

  mutating func readStaticFiles() -> [OutputFile] {
    let prefix = "\(SiteFolders.content)/static/"
    return files(in: String(prefix.dropLast()), deep: true).compactMap { entry in
      guard let bytes = bytes(of: entry.path),
        let path = try? SitePath(String(entry.path.text.dropFirst(prefix.count)))
      else { return nil }
      return OutputFile(path: path, bytes: bytes)
    }
  }
}
