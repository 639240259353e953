internal import Basics
internal import CommunityData
internal import LinkDirectory

/// Reads what a site is made of, and goes on after an error.
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
}
