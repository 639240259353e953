internal import ArgumentParser
internal import Basics
internal import SiteBuild

struct EditionSealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Keeps the figures and addresses of the site as known on a day.",
    discussion: helpText(
      """
      Builds the site from the snapshots up to that day, publishes nothing, and writes \
      Content/editions/DATE.ndjson.
      """,
      examples: [
        (
          "meadow edition seal 2018-08-31",
          "keeps figures and addresses as known on that day"
        )
      ]))

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The last day whose snapshots count: 2018-08-31.", transform: DayArgument.read)
  var date: DayArgument

  @Flag(help: "Replace an edition of that day that says something else.")
  var replace = false

  @Option(
    help: "The moment for which consent and drafts are decided; now by default.",
    transform: MomentArgument.read)
  var asOf: MomentArgument?

  func run() throws {
    try shared.requireSite()
    let latest = asOf?.moment.day ?? WallClock.latestDay
    guard date.day <= latest else {
      throw ValidationError(
        "\(date.day) is still to come, and an edition keeps what is known on its day: "
          + "it is " + (asOf == nil ? "\(WallClock.now.day) (UTC)" : "\(latest) as of --as-of"))
    }
    let cache = SiteCache(of: shared.disk)
    let newest = readMeasurements(shared.disk, asOf: WallClock.now, cache: cache.folder)
    // A damaged edition must not stand in the way of sealing its day anew; those of earlier days are
    // found with the site of the day.
    try shared.report(
      newest.diagnostics.filter { error in
        error.severity == .error && !EditionCodes.all.contains { $0.id == error.code.id }
      })
    let reading = readSite(shared.disk, upTo: date.day)
    let settings = BuildSettings(asOf: asOf?.moment ?? WallClock.now)
    let sealing = newest.table.flatMap { table in
      reading.input.map { sealEdition($0, on: date.day, settings, newest: table) }
    }
    try shared.report((reading.diagnostics + (sealing?.diagnostics ?? [])).sortedByPlace())
    if let edition = sealing?.edition { try write(edition) }
  }

  private func write(_ edition: Edition) throws {
    do throws(EditionRefusal) {
      let writing = try writeEdition(edition, replacing: replace, to: shared.disk)
      shared.say("\(words(writing)): \(EditionText.summary(edition))")
    } catch {
      switch error {
      case .saysSomethingElse(let diagnostic): try shared.report([diagnostic])
      case .disk(let error):
        throw shared.refusal(error)
      }
    }
  }

  private func words(_ writing: EditionWriting) -> String {
    switch writing {
    case .written: "sealed"
    case .replaced: "sealed anew"
    case .unchanged: "sealed before and unchanged"
    }
  }
}
