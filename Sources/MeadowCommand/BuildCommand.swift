internal import ArgumentParser
internal import Basics
internal import CommunityData
internal import LinkDirectory
internal import OpenWeb
internal import SiteBuild
internal import Templating

extension Audience: ExpressibleByArgument {}

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site and publishes it whole, or not at all.",
    discussion: helpText(
      examples: [
        (
          "meadow build",
          "publishes the site in Output"
        ),
        (
          "meadow build --strict --base-url https://insights.example/",
          "stops at warnings too, for another address than that in site.yaml"
        ),
        (
          "meadow build --audience internal --output ../inside",
          "writes the edition for colleagues, with drafts"
        ),
        (
          "meadow build --changed changed.txt --removed removed.txt",
          "lists what a web host has to fetch and to forget"
        ),
      ]))

  @OptionGroup var shared: SharedOptions

  @Option(
    help: "The folder to publish in; the site's Output by default.", completion: .directory)
  var output: String?

  @Option(help: "The absolute address the site will have.")
  var baseUrl: String?

  @Option(
    help: "The moment for which consent and drafts are decided; now by default.",
    transform: MomentArgument.read)
  var asOf: MomentArgument?

  @Option(
    help: "For whom: public, or internal, with drafts and private notes, in a folder of its own.")
  var audience = Audience.everybody

  @Flag(help: "Let warnings stop publication too.")
  var strict = false

  @Flag(help: "Publish by exchanging whole folders or not at all.")
  var atomic = false

  @OptionGroup var lists: ChangeListOptions

  @Flag(help: "Tell how long each phase took.")
  var timings = false

  @Flag(help: "Tell how often each template was rendered, and for how long.")
  var templateMetrics = false

  func run() throws {
    let watch = Stopwatch()
    let times = PhaseTimes()
    let progress = PhaseProgress(console: shared.console, isQuiet: shared.quiet)
    let settings = settings(times, progress)
    let session = BuildSession(settings: settings, watch: watch, progress: progress)
    defer {
      progress.finish()
      if timings { shared.console.line(times.text, to: .errors) }
      if let meter = settings.meter {
        shared.console.line(TimeTable.text(meter.uses), to: .errors)
      }
    }
    do {
      if audience == .colleagues, output == nil {
        throw ValidationError("--audience internal needs --output with a folder of its own")
      }
      let usual = try OutputFolder("\(shared.site)/\(SiteFolders.output)")
      let folder =
        try output.map { output throws(PublishError) in try OutputFolder(output) } ?? usual
      if audience == .colleagues, folder.isSame(as: usual) {
        throw ValidationError(
          "--audience internal never goes to the public folder, `\(usual.path)`")
      }
      try shared.requireSite()
      try folder.stayOut(of: shared.site)
      let lock = try SiteLock(site: shared.site)
      try recoverOutput(folder, holding: lock)
      try folder.admit(audience)
      settings.begin(.comparing)
      let check = try UnchangedCheck(site: shared.site, output: folder, key: key(settings))
      let notes = check.edits.flatMap { BuildNotes(reading: $0.notes) }
      if let notes, check.edits?.files.isEmpty == true {
        try report(notes.findings, session, isStrict: strict)
        progress.finish()
        try lists.write(ChangedFiles(), baseURL: nil, shared)
        return shared.say("0 files changed, \(watch.text)")
      }
      var last: LastBuild?
      if let pages = notes?.pages, let edited = check.edits?.files {
        last = LastBuild(pages: pages, edited: edited, output: DiskFileSystem(root: folder.path))
      }
      try build(session, after: last, check, holding: lock)
    } catch let error as PublishError {
      progress.finish()
      DiagnosticPrinter(console: shared.console, format: shared.diagnostics)
        .print([error.diagnostic])
      throw ExitCode(error.exitStatus)
    }
  }

  /// Everything besides the files that decides about the output: time passes, and with it consents
  /// and the days until they end.
  private func key(_ settings: BuildSettings) -> BuildKey {
    let book = readConsent(shared.disk).book ?? .empty
    let live = try? book.live(asOf: settings.asOf)
    let moment = asOf?.moment.description ?? settings.asOf.day.description
    return BuildKey(
      engine: ProgramIdentity.text,
      flags: [
        // An empty one is not none: it is an error.
        "base-url=\(baseUrl.map { "`\($0)`" } ?? "")", "as-of=\(moment)",
        "audience=\(audience.rawValue)",
      ],
      live: live?.names ?? ["none"])
  }

  private func report(
    _ found: [Diagnostic], _ session: BuildSession, isStrict: Bool = false
  ) throws(ExitCode) {
    try session.progress.interrupt { () throws(ExitCode) in
      do throws(ExitCode) {
        try shared.report(found, isStrict: isStrict)
      } catch {
        shared.say(BuildFailure.text(found, isStrict: isStrict))
        throw error
      }
    }
  }

  private func build(
    _ session: BuildSession, after last: LastBuild?, _ check: UnchangedCheck,
    holding lock: borrowing SiteLock
  ) throws {
    let settings = session.settings
    let cache = SiteCache.folder(of: shared.disk, holding: lock)
    defer { cache?.finish() }
    settings.begin(.reading)
    let reading = readSite(shared.disk, cache: cache)
    guard let input = reading.input, !reading.diagnostics.hasErrors else {
      let more = reading.input.map { buildSite($0, settings).diagnostics } ?? []
      return try report(reading.findings(with: more), session)
    }
    let address = settings.baseURL ?? input.settings.baseURL?.text
    try lists.admit(baseURL: address)
    let stage = EditionStage(for: check.output, holding: lock)
    defer { stage?.clear() }
    let result = buildSite(input, settings, after: last, on: stage)
    settings.begin(.writing)
    // What is copied is looked at before names are taken out of it, too: a changed copy is a copy.
    let editions = [result.site, BuiltSite(files: input.copiedFiles)].compactMap(\.self)
    let leaked = Set(
      try privateFiles(in: editions, keeping: SiteFolders.privateFolders, of: shared.disk))
    let found = (reading.diagnostics + result.diagnostics + leaked).sortedByPlace()
    try report(found, session, isStrict: strict)
    let (notes, summary) = try alongside {
      BuildNotes(findings: found, pages: result.remembered).text
    } _: {
      try publish(
        result.files, staged: result.staged, standing: check.standing(result.standing),
        to: check.output, PublishOptions(atomic: atomic), holding: lock)
    }
    settings.begin(.remembering)
    // A page that is due later today would be overlooked.
    if asOf != nil || result.nextDue.map({ $0.day > settings.asOf.day }) ?? true {
      try check.remember(notes, after: summary)
    }
    session.progress.finish()
    leaveToExit(reading, result, check)
    try lists.write(summary.changes, baseURL: address, shared)
    try shared.report(summary.diagnostics)
    shared.say(
      "\(summary.text): \(result.pages) pages, \(result.fileCount) files, "
        + "\(result.items) items, \(heldBackText(result.heldBack))\(session.watch.text)")
    if result.withdrawals > 0 {
      shared.say("\(withdrawn(result.withdrawals)) \(ConsentText.outOfReach(gone: .now))")
    }
  }

  /// What the author wrote and nobody sees yet.
  private func heldBackText(_ count: Int) -> String {
    count == 0
      ? ""
      : "\(count) \(count == 1 ? "draft or future page" : "drafts and future pages") left out, "
  }

  private func withdrawn(_ count: Int) -> String {
    count == 1 ? "One said no." : "\(numberText(count)) said no."
  }

  private func settings(_ times: PhaseTimes, _ progress: PhaseProgress) -> BuildSettings {
    var settings = BuildSettings(asOf: asOf?.moment ?? WallClock.now, audience: audience) { phase in
      times.begin(phase)
      progress.begin(phase)
    }
    settings.baseURL = baseUrl
    settings.meter = templateMetrics ? TemplateMeter() : nil
    return settings
  }
}

/// What goes with one build from its beginning to its end.
private struct BuildSession {
  let settings: BuildSettings
  let watch: Stopwatch
  let progress: PhaseProgress
}
