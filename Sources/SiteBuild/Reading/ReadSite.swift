package import Basics
package import CommunityData
internal import DefaultTheme
internal import LinkDirectory
internal import Templating

/// Reads a site's folder: settings, content, snapshots, theme and overrides.
///
/// Goes on after an error, so that an author sees all of them at once. With a last day, the site is
/// read as it can have been known then: without later snapshots, what was written about them, and
/// the editions of that day and later ones. With a cache, what an earlier run worked out is not
/// worked out again.
package func readSite(
  _ fileSystem: any FileSystem, upTo lastDay: CalendarDay? = nil, cache: CacheFolder? = nil
) -> SiteReading {
  var reader = SiteReader(fileSystem: fileSystem, lastDay: lastDay, cache: cache)
  return SiteReading(input: reader.read(), diagnostics: reader.diagnostics.sortedByPlace())
}

/// The folders of a site.
package enum SiteFolders {
  package static let content = "Content"
  package static let snapshots = "Content/snapshots"
  package static let templates = "Templates"
  package static let strings = "Templates/strings"
  static let templateQueries = "Templates/queries"
  package static let output = "Output"
  /// Meadow's own: its key, its lock, what it remembers.
  static let own = ".meadow"
  package static let settings = "Content/site.yaml"
  package static let codex = "Content/codex.yaml"

  /// `css/print.css` → `Content/static/css/print.css`
  static func source(ofStatic file: SitePath) -> SitePath {
    staticFolder.map { $0.appending(file) } ?? file
  }

  private static let staticFolder = try? SitePath("Content/static")

  /// What is read and never published, whatever name a copy of it has.
  package static let privateFolders = [
    snapshots, "Content/consent", "Content/editions", own,
  ].compactMap { try? SitePath($0) }
}

struct SiteReader {
  let fileSystem: any FileSystem
  let lastDay: CalendarDay?
  let cache: CacheFolder?
  var diagnostics: [Diagnostic] = []

  init(fileSystem: any FileSystem, lastDay: CalendarDay?, cache: CacheFolder?) {
    self.fileSystem = fileSystem
    self.lastDay = lastDay
    self.cache = cache
  }

  mutating func read() -> SiteInput? {
    guard var input = readContentAlone() else { return nil }
    input.cache = cache
    input.communities = input.content.communities.map { readCommunity($0) }
    warnAboutUnusedSnapshots(input.communities)
    readTheme(into: &input)
    input.staticFiles = readStaticFiles()
    let editions = readEditions(fileSystem, before: lastDay)
    input.editions = editions.editions
    diagnostics += editions.diagnostics
    goBack(&input)
    return input
  }

  /// What people wrote: settings, content and consent. Communities come without their data, which may be
  /// too many for this machine.
  mutating func readContentAlone() -> SiteInput? {
    guard var input = readSettings() else { return nil }
    input.content = readContent()
    checkReferences(of: input)
    input.communities = input.content.communities.map {
      SiteCommunity(file: $0, data: nil, credits: CreditBook())
    }
    let consent = readConsent(fileSystem)
    diagnostics += consent.diagnostics
    input.consent = consent.book ?? .empty
    return input
  }

  private mutating func goBack(_ input: inout SiteInput) {
    guard let lastDay else { return }
    do throws(FileError) {
      let next = try firstSnapshot(
        after: lastDay, of: input.communities.map(\.slug), in: fileSystem)
      input.keepWhatWasWritten(before: next)
    } catch {
      report(error)
    }
  }

  private mutating func readCommunity(_ file: ContentFile<CommunityFile>) -> SiteCommunity {
    guard let folder = try? SitePath(SiteFolders.snapshots) else {
      return SiteCommunity(file: file, data: nil, credits: CreditBook())
    }
    let reading = CommunityData.readCommunity(
      slug: file.slug, snapshotsUpTo: lastDay, in: fileSystem, at: folder, cache: cache)
    let credits = CreditBook.read(
      slug: file.slug, snapshotsUpTo: lastDay, in: fileSystem, at: folder)
    diagnostics += reading.diagnostics + credits.diagnostics
    return SiteCommunity(
      file: file, data: reading.community, credits: credits.book,
      hasUnreadData: reading.community == nil && reading.diagnostics.hasErrors)
  }

  private mutating func warnAboutUnusedSnapshots(_ communities: [SiteCommunity]) {
    let known = Set(communities.map(\.slug))
    guard let folder = try? SitePath(SiteFolders.snapshots),
      let entries = try? fileSystem.entries(in: folder)
    else { return }
    for entry in entries where entry.kind == .folder && !known.contains(entry.path.name) {
      let file =
        "\(SiteFolders.content)/\(ContentFolder.communities.rawValue)/\(entry.path.name).md"
      // A file that cannot be read has said so.
      if diagnostics.contains(where: { $0.severity == .error && $0.location?.file == file }) {
        continue
      }
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.unusedCommunity,
          "the snapshots of `\(entry.path.name)` belong to no community file",
          at: SourceLocation(file: entry.path.text, line: 1), severity: .warning,
          fix: suggestion(for: entry.path.name, among: known)
            ?? "write `\(file)`"))
    }
  }

  // MARK: Theme and files

  private mutating func readTheme(into input: inout SiteInput) {
    let overrides = Dictionary(
      files(in: SiteFolders.templates).map { ($0.path.name, $0.path) },
      uniquingKeysWith: { first, _ in first })
    var searchSheet: [UInt8] = []
    for file in DefaultTheme.files {
      let override = overrides[file.name].flatMap { path in
        bytes(of: path).map { SourceText(file: path.text, bytes: $0) }
      }
      let text = override ?? SourceText(file: "default theme/\(file.name)", bytes: file.bytes)
      if file.name == DefaultTheme.stylesheet {
        let tokens = overrides[SiteTheme.tokensFile].flatMap { path in
          bytes(of: path).map { SourceText(file: path.text, bytes: $0) }
        }
        input.theme = SiteTheme(sheet: text, tokens: tokens)
        diagnostics += input.theme.diagnostics
      } else if file.name == DefaultTheme.searchStylesheet {
        searchSheet = text.bytes
      } else {
        input.templates.append(TemplateSource(name: file.name, text: text))
      }
    }
    input.theme.searchSheet = searchSheet
    input.templateQueries = readTemplateQueries()
    warnAboutStrayOverrides(in: input)
    let themed = Set(DefaultTheme.files.map(\.name))
    for (name, path) in overrides.sorted(by: { $0.key < $1.key })
    where !themed.contains(name) && path.fileExtension == "html" {
      if let bytes = bytes(of: path) {
        let text = SourceText(file: path.text, bytes: bytes)
        input.templates.append(TemplateSource(name: name, text: text))
      }
    }
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
      return bytes(of: entry.path).map { SourceText(file: entry.path.text, bytes: $0) }
    }
  }

  private mutating func readStaticFiles() -> [OutputFile] {
    let prefix = "\(SiteFolders.content)/static/"
    return files(in: String(prefix.dropLast()), deep: true).compactMap { entry in
      guard let bytes = bytes(of: entry.path),
        let path = try? SitePath(String(entry.path.text.dropFirst(prefix.count)))
      else { return nil }
      return OutputFile(path: path, bytes: bytes)
    }
  }

  /// The plain files of a folder; anything else in it but folders is reported. Editors mark the file that
  /// somebody works on with a hidden link beside it.
  mutating func files(
    in folder: String, deep: Bool = false, folders: Bool = false
  ) -> [FileEntry] {
    guard let path = try? SitePath(folder) else { return [] }
    return files(
      of: Result { () throws(FileError) in
        try deep ? fileSystem.walk(path) : fileSystem.entries(in: path)
      }, folders: folders)
  }

  /// The same of a folder that has been listed.
  mutating func files(
    of listing: Result<[FileEntry], FileError>, folders: Bool = false
  ) -> [FileEntry] {
    do throws(FileError) {
      let found = try listing.get()
      let plain = found.filter {
        ($0.kind == .file || folders && $0.kind == .folder) && !$0.path.name.hasPrefix(".")
      }
      for entry in found where !entry.path.name.hasPrefix(".") { refuseSpecial(entry) }
      return plain
    } catch {
      report(error)
      return []
    }
  }

  mutating func bytes(
    of path: SitePath, ifMissing code: DiagnosticCode = SiteBuildCodes.unreadable,
    fix: String? = nil
  ) -> [UInt8]? {
    do throws(FileError) {
      return try fileSystem.read(path)
    } catch {
      report(error, code, fix: fix)
      return nil
    }
  }

  /// A link may lead out of the site, to what nobody means to publish.
  private mutating func refuseSpecial(_ entry: FileEntry) {
    switch entry.kind {
    case .file, .folder: break
    case .symbolicLink:
      report(
        FileError("read", entry.path.text, reason: "a symbolic link, and links are not followed"),
        fix: "put what it leads to in its place")
    case .other:
      report(
        FileError("read", entry.path.text, reason: "not a plain file"),
        fix: "move it out of the site's folders")
    }
  }

  mutating func report(
    _ error: FileError, _ code: DiagnosticCode = SiteBuildCodes.unreadable, fix: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, error.description, at: SourceLocation(file: error.path, line: 1), fix: fix))
  }
}
