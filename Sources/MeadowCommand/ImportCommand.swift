internal import ArgumentParser
internal import Basics
internal import CommunityData
internal import Importers
internal import SiteBuild

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads a platform's export and writes a canonical snapshot of it.",
    discussion: helpText(
      """
      The format `auto` looks at the files; tables and records of your own, csv and ndjson, are named, \
      with a file for --columns: below `columns:` a line for each field, as `published: sent_at`, \
      `attributedTo: author`, `content: words`, `inReplyTo: answers`.
      """,
      examples: [
        (
          "meadow import --list",
          "names the formats and what each of them reads"
        ),
        (
          "meadow import auto export.zip --community forum --dry-run",
          "reads and counts everything and writes nothing"
        ),
        (
          "meadow import stackexchange dump --community forum --date 2018-08-31",
          "writes a snapshot of that day"
        ),
        (
          "meadow import csv messages.csv --columns columns.yaml --community forum",
          "reads a table of your own"
        ),
      ]))

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: "The format; --list names them all.",
    completion: .list(ImportCommand.formats))
  var format: String?

  @Argument(help: "Files, folders or archives of the export.", completion: .file())
  var paths: [String] = []

  @Option(help: "The community the snapshot is of, as in Content/communities/.")
  var community: String?

  @Option(help: "The address of the community's own place; from its file by default.")
  var origin: String?

  @Option(help: "When the export was made; today by default.", transform: MomentArgument.read)
  var date: MomentArgument?

  @Option(
    help: "Keep only what had happened by the end of this day (UTC).",
    transform: DayArgument.read)
  var until: DayArgument?

  @Option(help: "Only these channels; all by default.")
  var channel: [String] = []

  @Flag(help: "Read, check and count everything, and write nothing.")
  var dryRun = false

  @Flag(help: "Write the snapshot's files compressed, as .gz.")
  var compress = false

  @Option(
    help: "Write the items as so many files, .zst each, for engines that read them side by side.")
  var parts: Int?

  @Option(help: "The SPDX id of the content's licence, where the export does not tell it.")
  var licence: String?

  @Option(
    help: "A YAML file that says which column holds what, for csv and ndjson.",
    completion: .file())
  var columns: String?

  @Flag(help: "Use the published key of the demonstration, which protects nobody.")
  var demoKey = false

  @Flag(help: "Make a new key and give every member of every snapshot a new pseudonym.")
  var rotateKey = false

  @Flag(help: "List the formats instead.")
  var list = false

  func validate() throws {
    if let parts, !(1...SnapshotWriter.mostParts).contains(parts) {
      throw ValidationError("--parts takes a number from 1 to \(SnapshotWriter.mostParts)")
    }
    try refuseWhatWouldBeIgnored()
    try refuseAnExportForAFormat()
  }

  func run() throws {
    if list { return shared.console.line(ImportList.text) }
    try shared.requireFolder()
    if rotateKey { return try rotate() }
    if let date, date.moment.day > WallClock.latestDay {
      throw ValidationError(
        "--date \(date.moment.day) is still to come, and the export was made on that day or before")
    }
    let request = try request()
    let meter = ProgressMeter(console: shared.console, isQuiet: shared.quiet)
    do {
      let result = try importExport(request, into: shared.disk) { progress in
        meter.show(progress.bytesDone, of: progress.bytesTotal, records: progress.records)
      }
      meter.finish()
      try shared.report(
        result.notes.map(remark) + result.diagnostics
          + [earlyEnd(of: result)].compactMap(\.self))
      shared.say(ImportSummary.text(result.manifest, result.refresh))
    } catch let error as ImportError {
      meter.finish()
      try shared.report([error.diagnostic])
    }
  }

  private func remark(_ text: String) -> Diagnostic {
    Diagnostic(MeadowCommandCodes.importRemark, text, severity: .note)
  }

  /// The question whether the day is right; another day makes another snapshot, and the wrong one would
  /// go on saying that nobody wrote.
  private func earlyEnd(of result: ImportResult) -> Diagnostic? {
    guard var finding = result.earlyEnd else { return nil }
    if !dryRun {
      let (slug, day) = (result.manifest.community, result.manifest.collected.day)
      finding.notes.append(
        "the snapshot was written: if its day is wrong, remove "
          + "\(SiteFolders.snapshots)/\(slug)/\(day)")
    }
    return finding
  }

  private func request() throws -> ImportRequest {
    guard let format, !paths.isEmpty else {
      throw ValidationError("a format and at least one path are needed; --list names the formats")
    }
    guard let community else { throw ValidationError("--community is missing") }
    try checkSlug(community)
    let declared = try declared(of: community)
    if declared == nil { try admitUnknown(community) }
    guard let origin = origin ?? declared?.origin else {
      let lack = declared == nil ? "is not there" : "names no `origin`"
      throw ValidationError(
        "--origin, the address of the place, is missing, and \(file(of: community)) \(lack)")
    }
    var request = ImportRequest(
      format: format, inputs: paths, community: community, origin: origin,
      collected: date?.moment ?? WallClock.now, key: try key())
    request.until = until?.day
    request.channels = channel
    if let declared {
      request.take(declared)
    } else {
      try shared.report([
        remark("\(file(of: community)) is not there: the data are taken to be public")
      ])
    }
    request.isDryRun = dryRun
    request.isCompressed = compress
    request.parts = parts
    request.licences = licence.map { [SnapshotManifest.Licence(id: $0)] } ?? []
    if let columns { request.columns = try readColumns(columns) }
    request.exporter = SnapshotManifest.Exporter(name: "meadow", version: MeadowVersion.text)
    return request
  }

  private func checkSlug(_ community: String) throws {
    do throws(ImportError) {
      try ImportRequest.checkSlug(community)
    } catch {
      try shared.report([error.diagnostic])
      throw ExitStatus.contentHasErrors.code
    }
  }

  /// What the community's file says; an error in it stops the import.
  private func declared(of community: String) throws -> CommunityOrigin? {
    let reading = readCommunityOrigin(community, shared.disk)
    try shared.report(reading.diagnostics)
    return reading.declared
  }

  private func file(of community: String) -> String { "Content/communities/\(community).md" }

  /// A community without a file is imported only where its address is typed, and where its name is not
  /// nearly that of one that has a file.
  private func admitUnknown(_ community: String) throws {
    if origin == nil { try shared.requireSite() }
    let folder = try SitePath("\(SiteFolders.content)/communities")
    let known = ((try? shared.disk.entries(in: folder)) ?? [])
      .filter { $0.path.fileExtension == "md" }.map { String($0.path.name.dropLast(3)) }
    guard !known.contains(community), let near = suggestion(for: community, among: known) else {
      return
    }
    let missing = "there is no \(file(of: community)): \(near)"
    guard origin != nil, shared.console.isAsked, !shared.quiet else {
      throw ValidationError(
        missing + (origin == nil ? "" : " If it is another community, write its file first."))
    }
    shared.console.write(
      Array("\(missing) Import as `\(community)` all the same (yes or no)? ".utf8), to: .errors)
    guard readLine()?.lowercased().hasPrefix("y") == true else {
      throw ValidationError("nothing was imported")
    }
  }

  private func rotate() throws {
    do throws(ImportError) {
      let result = try KeyRotation(siteFolder: shared.site).run()
      if result.isOfEarlier {
        return shared.say("the rotation that was interrupted is finished; no other was begun")
      }
      shared.say(
        "the key was rotated: \(countText(result.members, "member")) in "
          + "\(countText(result.snapshots, "snapshot")) have new pseudonyms")
    } catch {
      try shared.report([error.diagnostic])
      throw ExitStatus.contentHasErrors.code
    }
  }

  private func readColumns(_ path: String) throws -> ColumnMap {
    do {
      return try columnMap(of: readSource(path))
    } catch let error as Diagnostic {
      try shared.report([error])
      throw ExitStatus.contentHasErrors.code
    } catch let error as FileError {
      throw shared.refusal(error)
    }
  }

  private func key() throws -> SiteKey {
    if demoKey { return .demo }
    do throws(ImportError) {
      let file = SiteKeyFile(siteFolder: shared.site)
      return dryRun ? try file.readOrImagine() : try file.readOrMake()
    } catch {
      try shared.report([error.diagnostic])
      throw ExitStatus.contentHasErrors.code
    }
  }
}
