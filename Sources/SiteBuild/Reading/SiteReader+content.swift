internal import Basics
internal import MarkdownHTML

/// Settings and content, each file by the schema of its kind.
extension SiteReader {
  mutating func readSettings() -> SiteInput? {
    guard let path = try? SitePath(SiteFolders.settings),
      let bytes = bytes(
        of: path, ifMissing: SiteBuildCodes.noSite,
        fix: noSiteFix)
    else { return nil }
    let source = SourceText(file: path.text, bytes: bytes)
    var settings = SiteSettings()
    guard let references = read(source, by: SiteSettings.schema, into: &settings) else {
      return nil
    }
    guard let wording = readWording(settings, source) else { return nil }
    return SiteInput(
      settings: settings, settingsSource: source, settingsReferences: references, wording: wording)
  }

  mutating func readContent() -> SiteContent {
    var content = SiteContent()
    for kind in SiteContent.kinds { readShelf(kind, into: &content) }
    content.sectionPages = readSections()
    content.codex = readCodex()
    checkNumbers(of: content.criticism)
    return content
  }

  private mutating func readShelf<Kind: ContentKind>(
    _ kind: Kind.Type, into content: inout SiteContent
  ) {
    let folder = "\(SiteFolders.content)/\(Kind.folder.rawValue)"
    let found = files(in: folder, folders: true)
    for entry in found where entry.kind == .folder {
      warnOfUnread(entry.path, fix: "move its files to `\(folder)/`, where they are read")
    }
    let paths = markdown(found.filter { $0.kind == .file })
    content[keyPath: Kind.shelf] = paths.compactMap { path in
      bytes(of: path).flatMap { ContentFile.read(path, $0, diagnostics: &diagnostics) }
    }
  }

  /// Those that are Markdown and not too large to be read; others are reported.
  mutating func markdown(_ entries: [FileEntry]) -> [SitePath] {
    for entry in entries where entry.path.fileExtension != "md" {
      let isText = ["md", "markdown"].contains(entry.path.fileExtension.lowercased())
      warnOfUnread(
        entry.path,
        fix: isText
          ? "call it `\(entry.path.stem).md`"
          : "move what is to be copied to `\(SiteFolders.content)/static/`")
    }
    return entries.filter { $0.path.fileExtension == "md" && isReadable($0) }.map(\.path)
  }

  /// Pages that somebody put beside the folders; a note to colleagues has no front matter.
  mutating func warnOfPages(beside folders: [FileEntry]) {
    for entry in folders
    where entry.kind == .file && entry.path.fileExtension == "md" && isReadable(entry) {
      guard let bytes = bytes(of: entry.path), bytes.starts(with: Array("---".utf8)) else {
        continue
      }
      warnOfUnread(
        entry.path,
        fix: "move it to `\(SiteFolders.content)/\(ContentFolder.pages.rawValue)/`")
    }
  }

  private mutating func warnOfUnread(_ path: SitePath, fix: String) {
    diagnostics.append(
      Diagnostic(
        SiteBuildCodes.strayFile, "`\(path)` is not read",
        at: SourceLocation(file: path.text, line: 1), severity: .warning, fix: fix))
  }

  /// Whether a file is worth reading; a line of gigabytes is not.
  private mutating func isReadable(_ entry: FileEntry) -> Bool {
    guard let finding = findingOfMarkdownSize(entry.size, of: entry.path.text) else { return true }
    diagnostics.append(finding)
    return false
  }

  private mutating func readCodex() -> CodexFile {
    var codex = CodexFile()
    guard let path = try? SitePath(SiteFolders.codex) else { return codex }
    do throws(FileError) {
      guard try fileSystem.entry(at: path) != nil else { return codex }
    } catch {
      report(error)
      return codex
    }
    guard let bytes = bytes(of: path) else { return codex }
    codex.source = SourceText(file: path.text, bytes: bytes)
    _ = read(codex.source, by: CodexFile.schema, into: &codex)
    return codex
  }

  /// Reads a YAML file by its schema; the references it holds, or nil when it is not YAML.
  private mutating func read<Root>(
    _ source: SourceText, by schema: Schema<Root>, into root: inout Root
  ) -> [ContentReference]? {
    do throws(Diagnostic) {
      var reading = SchemaReading(source)
      schema.read(try readYAML(source), &reading, into: &root)
      diagnostics += reading.diagnostics
      return reading.references
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// Every name of other content that leads nowhere; drafts may be named.
  mutating func checkReferences(of input: SiteInput) {
    let entries = input.content.naming
    if entries.isEmpty, input.settingsReferences.isEmpty { return }
    let names = ContentNames(input.content)
    diagnostics += input.settingsReferences.compactMap {
      names.fault(of: $0, in: input.settingsSource)
    }
    for entry in entries {
      diagnostics += entry.references.compactMap { names.fault(of: $0, in: entry.source) }
    }
  }

  private mutating func checkNumbers(of ledger: [ContentFile<Criticism>]) {
    var holders: [Int: ContentFile<Criticism>] = [:]
    for entry in ledger {
      let number = entry.fields.number
      // An entry whose number is missing has been reported.
      guard number.value > 0 else { continue }
      guard let first = holders.updateValue(entry, forKey: number.value) else { continue }
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.sameNumber,
          "criticism \(number.value) is also `\(first.path)`", at: entry.excerpt(at: number.place),
          fix: "take \((ledger.map(\.fields.number.value).max() ?? 0) + 1)"))
    }
    checkGaps(between: holders)
  }

  /// Drafts count: what is not published yet has its number.
  private mutating func checkGaps(between holders: [Int: ContentFile<Criticism>]) {
    let numbers = holders.keys.sorted()
    for (before, after) in zip(numbers, numbers.dropFirst()) where after - before > 1 {
      guard let entry = holders[after] else { continue }
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.missingNumber,
          "no criticism has a number between \(before) and \(after)",
          at: entry.excerpt(at: entry.fields.number.place),
          fix: "take \(before + 1), or put the file back that had it"))
    }
  }
}
