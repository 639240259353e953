internal import Basics

/// Finds the snapshots of a community, oldest first, and reports what does not belong among them.
struct SnapshotFinder {
  let fileSystem: any FileSystem
  private(set) var diagnostics: [Diagnostic] = []

  init(in fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
  }

  /// None is no fault here: whether a community needs data is known where it is to be published.
  mutating func find(
    _ slug: String, upTo lastDay: CalendarDay?, at folder: SitePath
  ) -> [SnapshotFolder] {
    do throws(FileError) {
      let community = try child(slug, of: folder)
      var found: [SnapshotFolder] = []
      for entry in try fileSystem.entries(in: community) {
        // What a killed import left behind is the next import's to clear.
        if entry.path.name.hasPrefix(".") { continue }
        guard entry.kind == .folder, let day = CalendarDay(entry.path.name) else {
          report(
            CommunityDataCodes.strangeEntry, "\(entry.path) is no snapshot",
            fix: "a snapshot is a folder named by its day, as 2026-11-21", severity: .warning)
          continue
        }
        if let lastDay, day > lastDay { continue }
        if let snapshot = try open(entry.path, day, slug) { found.append(snapshot) }
      }
      return found
    } catch {
      report(CommunityDataCodes.disk, error.description)
      return []
    }
  }

  private mutating func open(
    _ folder: SitePath, _ day: CalendarDay, _ slug: String
  ) throws(FileError) -> SnapshotFolder? {
    let path = try child("manifest.json", of: folder)
    guard try fileSystem.entry(at: path) != nil else {
      report(
        CommunityDataCodes.missingManifest, "\(folder) has no manifest.json",
        fix: "run `meadow import` again, or remove the folder")
      return nil
    }
    let source = SourceText(file: path.text, bytes: try fileSystem.read(path))
    let reading = ManifestReader.read(source)
    diagnostics += reading.diagnostics
    guard let manifest = reading.manifest else { return nil }
    if manifest.community != slug {
      report(
        CommunityDataCodes.misplaced,
        "\(path) is of community `\(manifest.community)`, but lies in the folder of `\(slug)`",
        fix: "move the snapshot, or import again with --community \(slug)")
      return nil
    }
    try reportStrangers(in: folder, manifest)
    return SnapshotFolder(folder: folder, day: day, manifest: manifest)
  }

  private mutating func reportStrangers(
    in folder: SitePath, _ manifest: SnapshotManifest
  ) throws(FileError) {
    let known = Set(manifest.files.map(\.path) + ["manifest.json"])
    for entry in try fileSystem.entries(in: folder) where !known.contains(entry.path.name) {
      report(
        CommunityDataCodes.strangeEntry, "\(entry.path) is not in the manifest and is not read",
        fix: suggestion(for: entry.path.name, among: known), severity: .warning)
    }
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, fix: String? = nil, severity: Severity = .error
  ) {
    diagnostics.append(Diagnostic(code, message, severity: severity, fix: fix))
  }

  private func child(_ name: String, of folder: SitePath) throws(FileError) -> SitePath {
    do {
      return try folder.appending(name)
    } catch {
      throw FileError("read", folder.text, reason: error.description)
    }
  }
}
