internal import Basics
internal import DefaultTheme

/// What lies in `Templates/` and is used by nothing, such as `notfound.html` for `not-found.html`.
extension SiteReader {
  mutating func warnAboutStrayOverrides(in input: SiteInput) {
    guard let folder = try? SitePath(SiteFolders.templates),
      let entries = try? fileSystem.entries(in: folder)
    else { return }
    let themed = DefaultTheme.files.map(\.name) + [SiteTheme.tokensFile]
    let folders = [SiteFolders.strings, SiteFolders.templateQueries].map { path in
      String(path.dropFirst(SiteFolders.templates.count + 1))
    }
    for entry in entries where !entry.path.name.hasPrefix(".") {
      let name = entry.path.name
      switch entry.kind {
      case .folder where !folders.contains(name):
        warn(entry.path, fix: suggestion(for: name, among: folders), known: folders)
      case .file where isTemplate(entry.path) && !themed.contains(name):
        if isNamed(name, in: input, folder) { continue }
        warn(entry.path, fix: suggestion(for: name, among: themed), known: nil)
      default: continue
      }
    }
  }

  private func isTemplate(_ path: SitePath) -> Bool {
    ["html", "css"].contains(path.fileExtension)
  }

  /// Whether another template, a text or the settings name a template, as `extends` and `include` do.
  private func isNamed(_ name: String, in input: SiteInput, _ folder: SitePath) -> Bool {
    let overrides = ((try? fileSystem.entries(in: folder)) ?? [])
      .filter { $0.path.name != name && $0.path.fileExtension == "html" }
      .compactMap { try? fileSystem.read($0.path) }
    let texts =
      overrides + input.content.entries.map(\.source.bytes) + [input.settingsSource.bytes]
    return texts.contains { String(decoding: $0, as: UTF8.self).contains(name) }
  }

  private mutating func warn(_ path: SitePath, fix: String?, known: [String]?) {
    diagnostics.append(
      Diagnostic(
        SiteBuildCodes.unusedOverride, "nothing uses `\(path)`",
        at: SourceLocation(file: path.text, line: 1), severity: .warning,
        fix: fix ?? known.map { "folders there are \($0.joined(separator: " and "))" }
          ?? "a template is used by its name in the theme, or where another one names it"))
  }
}
