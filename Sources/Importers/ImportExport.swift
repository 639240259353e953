package import Basics
internal import CommunityData

/// Reads a platform's native export and writes a canonical snapshot of it.
///
/// `destination` is the site's folder; the snapshot becomes
/// `Content/snapshots/<community>/<YYYY-MM-DD>/`, named after the day of the export or, with `until`,
/// after that day. nil is a dry run: everything is read, checked and counted, nothing is written.
package func importExport(
  _ request: ImportRequest, into destination: (any FileSystem)?,
  progress: @escaping (ImportProgress) -> Void
) throws(ImportError) -> ImportResult {
  let format = try ImporterCatalogue.knownFormat(named: request.format)
  let request = try request.checked()
  let meter = ImportMeter(progress)
  let input = try ExportInput(paths: request.inputs, meter: meter)
  var manifest = SnapshotManifest(request, format)
  let folder = try snapshotFolder(of: manifest)
  let writer = destination.map {
    SnapshotWriter(manifest: manifest, folder: folder, fileSystem: $0)
  }
  var run = ImportRun(request, platform: manifest.platform, input: input, writer: writer)
  try format.read(&run)
  meter.finish()
  try manifest.complete(with: run)
  let tally = run.tally
  if var writer = run.finish() {
    writer.manifest = manifest
    do {
      manifest = try writer.finish()
    } catch {
      throw ImportError(ImportersCodes.notWritten, error.text, fix: error.fix)
    }
  }
  return ImportResult(
    manifest: manifest, notes: tally.notes, diagnostics: tally.diagnostics)
}

/// `Content/snapshots/history-meta/2018-09-02`
private func snapshotFolder(of manifest: SnapshotManifest) throws(ImportError) -> SitePath {
  do {
    return try SitePath("Content/snapshots/\(manifest.community)/\(manifest.collected.day)")
  } catch {
    throw ImportError(ImportersCodes.badRequest, error.description)
  }
}

extension SnapshotManifest {
  /// What is known before anything is read.
  fileprivate init(_ request: ImportRequest, _ format: ImportFormat) {
    let end = TimeLimit(collected: request.collected, lastDay: request.until).end
    self.init(
      community: request.community, platform: request.platform ?? format.name,
      origin: request.origin, collected: end, window: Window(from: end, to: end))
    exporter = request.exporter
    scope = request.scope
    licences = format.licences
    measurable = format.measurable
    measurable.roles = !request.staff.isEmpty
  }

  /// Adds what reading has shown.
  fileprivate mutating func complete(with run: ImportRun) throws(ImportError) {
    let tally = run.tally
    guard let earliest = tally.earliest, let latest = tally.latest else {
      if let until = run.request.until {
        throw ImportError(
          ImportersCodes.wrongDay, "the export has nothing that was published by \(until)")
      }
      throw ImportError(
        ImportersCodes.unreadableFile,
        "there is no item in \(run.input.names.joined(separator: ", "))",
        fix: "take the files that the importer's page names")
    }
    window.from = earliest
    window.to = max(window.to, latest)
    gaps = tally.allGaps
    complete = gaps.isEmpty
    counts = tally.counts
  }
}

extension SnapshotError {
  fileprivate var text: String {
    switch kind {
    case .countsDoNotAddUp(let read, let items, let withheld, let quarantined):
      "the counts do not add up: \(read) records read, but \(items) items, \(withheld) withheld "
        + "and \(quarantined) quarantined"
    case .alreadyThere: "\(folder) is there already and says something else"
    case .disk(let error): error.description
    }
  }

  fileprivate var fix: String? {
    kind == .alreadyThere ? "remove the folder, or import with another date" : nil
  }
}
