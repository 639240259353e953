package import Basics
internal import CommunityData

/// Reads a platform's native export and writes a canonical snapshot of it.
///
/// `destination` is the site's folder; the snapshot becomes
/// `Content/snapshots/<community>/<YYYY-MM-DD>/`, named after the day of the export or, with `until`,
/// after that day. A dry run reads, checks and counts everything and writes nothing.
package func importExport(
  _ request: ImportRequest, into destination: any FileSystem,
  progress: @escaping @Sendable (ImportProgress) -> Void
) throws(ImportError) -> ImportResult {
  let request = try request.checked()
  let meter = ImportMeter(progress)
  let input = try ExportInput(paths: request.inputs, meter: meter)
  let format =
    request.format == FormatDetection.name
    ? try FormatDetection.format(of: input)
    : try ImporterCatalogue.format(named: request.format)
  if let channel = request.channels.first, !format.choosesChannels {
    throw ImportError(
      ImportersCodes.unknownChannel,
      "there is no channel `\(channel)` in the export: what is read as `\(format.name)` has none",
      fix: "leave --channel out")
  }
  let manifest = SnapshotManifest(request, format)
  var writer = SnapshotWriter(
    manifest: manifest, folder: try folder(of: manifest), fileSystem: destination,
    countsOnly: request.isDryRun)
  writer.isCompressed = request.isCompressed
  writer.parts = request.parts
  var run = ImportRun(request, input: input, writer: writer)
  let written: SnapshotManifest
  do throws(ImportError) {
    try format.read(&run)
    run.noteStaff()
    input.passedOver.gaps.forEach { run.tally.gap($0) }
    meter.finish()
    written = try finish(run)
  } catch {
    // A large export has put lines aside on the disk by now.
    run.writer.discard()
    throw error
  }
  var result = ImportResult(
    manifest: written, notes: run.tally.notes, diagnostics: run.tally.diagnostics)
  if request.until == nil, run.tally.days.endLong(before: request.collected.day),
    let newest = run.tally.days.newest
  {
    result.earlyEnd = Diagnostic(
      ImportersCodes.earlyEnd,
      "newest record \(newest); was the export made on \(request.collected.day)?",
      severity: .warning,
      fix:
        "give the day on which it was made: --date \(newest), or a later one that it knows all of")
  }
  if !request.isDryRun { result.refresh = try refresh(by: manifest, in: destination) }
  return result
}

/// Completes the manifest with what reading has shown, and writes the snapshot.
private func finish(_ run: ImportRun) throws(ImportError) -> SnapshotManifest {
  var writer = run.writer
  try writer.manifest.complete(with: run)
  do {
    guard run.request.isDryRun else { return try writer.finish() }
    defer { writer.discard() }
    try writer.settle()
    var manifest = writer.manifest
    manifest.counts = writer.counts
    return manifest
  } catch {
    throw ImportError(error.diagnostic)
  }
}

/// What the snapshot that was just written brings.
private func refresh(
  by manifest: SnapshotManifest, in destination: any FileSystem
) throws(ImportError) -> SnapshotRefresh? {
  let folder = try folder(of: manifest)
  do throws(FileError) {
    return try SnapshotRefresh.of(folder, in: destination)
  } catch {
    throw ImportError(ImportersCodes.unreadableFile, error.description)
  }
}

/// `Content/snapshots/history-meta/2018-09-02`
private func folder(of manifest: SnapshotManifest) throws(ImportError) -> SitePath {
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
    key = request.key.mark
    scope = request.scope
    licences = request.licences.isEmpty ? format.licences : request.licences
    measurable = format.measurable
  }

  /// Adds what reading has shown.
  fileprivate mutating func complete(with run: ImportRun) throws(ImportError) {
    let tally = run.tally
    guard let earliest = tally.earliest, let latest = tally.latest else {
      if run.isAllAfterExport {
        let count = run.writer.counts.quarantined
        throw ImportError(
          ImportersCodes.wrongDay,
          (count == 1 ? "the one record is" : "all \(numberText(count)) records are")
            + " dated after --date \(run.request.collected.day)",
          fix: "give the day on which the export was made")
      }
      if let until = run.request.until {
        throw ImportError(
          ImportersCodes.wrongDay, "the export has nothing that was published by \(until)")
      }
      throw ImportError(
        Diagnostic(
          ImportersCodes.unreadableFile, "there is no item in \(shortList(run.input.names))",
          fix: run.fixWithoutItems, notes: tally.faultNotes))
    }
    window.from = earliest
    window.to = max(window.to, latest)
    gaps = tally.allGaps
    // What stands in the others would else count as gone beside a snapshot that has it.
    if !run.request.channels.isEmpty { gaps.insert(ImportRun.onlySomeChannels, at: 0) }
    complete = gaps.isEmpty
  }
}

extension ImportRun {
  /// Which format the files look like, where that is another one.
  fileprivate var fixWithoutItems: String {
    if request.format != FormatDetection.name, !input.isStream,
      let likely = try? FormatDetection.format(of: input.withoutMeter),
      likely.name != request.format
    {
      return "the files look like `\(likely.name)`: give that as the format"
    }
    return "take the files that the importer's page names"
  }
}

/// `a.json, b.json and 379 more`: folders of an export hold thousands of files.
func shortList(_ names: [String]) -> String {
  if names.count <= 3 { return names.joined(separator: ", ") }
  return names.prefix(2).joined(separator: ", ") + " and \(numberText(names.count - 2)) more"
}
