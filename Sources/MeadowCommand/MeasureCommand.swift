internal import ArgumentParser
internal import Basics
internal import CommunityData
internal import Measures
internal import SiteBuild

struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measures communities and prints the measurement table.",
    discussion: helpText(
      examples: [
        (
          "meadow measure --list",
          "names every metric with its definition"
        ),
        (
          "meadow measure --community forum --metric time_to_first_response",
          "prints one metric of one community"
        ),
        (
          "meadow measure --community forum --period 2018-Q2 --segment starter=newcomer",
          "prints what is known of one period and one group"
        ),
        (
          "meadow measure --as csv",
          "prints the whole table for a spreadsheet"
        ),
        (
          "meadow measure --engine spark --out ../job --master yarn",
          "writes the job that measures on a cluster, and says how to start it"
        ),
      ]))

  enum Form: String, CaseIterable, ExpressibleByArgument { case table, csv, json }

  enum Engine: String, CaseIterable, ExpressibleByArgument { case embedded, spark }

  @OptionGroup var shared: SharedOptions

  @Option(help: "Only this community.")
  var community: String?

  @Option(help: "Only this metric, or one of its parts: time_to_first_response.median.")
  var metric: String?

  @Option(help: "Only this period: 2018, 2018-Q2, 2018-06, 2018-W22 or all.")
  var period: String?

  @Option(help: "Only this segment: all, or as starter=newcomer.")
  var segment: String?

  @Option(
    name: .customLong("as"), help: "How the table is printed: table, csv or json; table by default."
  )
  var form: Form?

  @Flag(help: "List the metrics instead.")
  var list = false

  @Flag(help: "Print what the site's content tells the measures, as JSON: codex, jobs and so on.")
  var inputs = false

  @Flag(help: "Tell how well the codex finds what people find, in items coded by hand.")
  var codexReport = false

  @Option(
    help: "With --codex-report: a CSV file of judged texts, instead of the site's items.",
    completion: .file())
  var labels: [String] = []

  @Option(help: "What measures: embedded, or spark, for which the job is written and not started.")
  var engine = Engine.embedded

  @Option(
    help: "With --engine spark: the folder that the job is written to.", completion: .directory)
  var out: String?

  @Option(help: "With --engine spark: the cluster, as spark-submit takes it.")
  var master: String?

  func validate() throws {
    if engine == .spark, out == nil { throw ValidationError("--engine spark needs --out FOLDER") }
    if engine == .embedded, out != nil || master != nil {
      throw ValidationError("--out and --master go with --engine spark")
    }
    if !labels.isEmpty, !codexReport {
      throw ValidationError("--labels goes with --codex-report")
    }
    try refuseWhatWouldBeIgnored()
  }

  func run() throws {
    if list { return shared.console.write(Array(MetricList.text.utf8)) }
    try shared.requireSite()
    if inputs || engine == .spark { return try prepareJob() }
    let cache = SiteCache(of: shared.disk)
    let reading = readMeasurements(shared.disk, asOf: WallClock.now, cache: cache.folder)
    try shared.report(reading.diagnostics)
    if codexReport { return try report(on: reading) }
    try table(reading)
  }

  /// For whoever measures elsewhere, without a look at the data.
  private func prepareJob() throws {
    let reading = readClusterJob(shared.disk, asOf: WallClock.now)
    try shared.report(reading.diagnostics)
    guard let job = reading.job else { return }
    if let out { return try write(job, to: out) }
    shared.console.write(job.inputs.json())
  }

  private func write(_ job: ClusterJob, to path: String) throws {
    let folder = SparkJobFolder(path, master: master)
    do throws(MeasureError) {
      try checkCommunity(among: job.communities.map(\.slug))
    } catch {
      return try shared.report([finding(error, among: job.communities.map(\.slug))])
    }
    let wanted = job.communities.filter { community == nil || $0.slug == community }
    do throws(FileError) {
      try folder.write(job.inputs.json(), job.namedItems)
    } catch {
      throw shared.refusal(error)
    }
    shared.say("the job lies in \(path); start it where Spark is, once for each community:")
    shared.console.write(Array(folder.commands(wanted, in: shared.site).utf8))
  }

  private func report(on reading: MeasurementReading) throws {
    guard let codex = reading.codex else { return }
    let texts = labels.isEmpty ? reading.humanCoded : try judgedTexts(codex)
    let scores = Measures.codexReport(codex, on: texts)
    shared.console.write(Array(CodexReportText.text(scores, of: texts.count).utf8))
  }

  private func judgedTexts(_ codex: Codex) throws -> [JudgedText] {
    let codes = codex.codes.map(\.id)
    return try labels.flatMap { path in
      do {
        return try LabelFile(try readSource(path).bytes, name: path, codes: codes).texts
      } catch let error as FileError {
        throw shared.refusal(error)
      } catch let finding as Diagnostic {
        try shared.report([finding])
        return []
      }
    }
  }

  private func table(_ reading: MeasurementReading) throws {
    guard let table = reading.table else { return }
    do throws(MeasureError) {
      let wanted = try selection(of: table)
      switch form ?? .table {
      case .table: print(wanted)
      case .csv: shared.console.write(wanted.csv())
      case .json: shared.console.write(wanted.json())
      }
    } catch {
      try shared.report([finding(error, among: table.communities)])
    }
  }

  /// A name that is near to none leads to where all of them are.
  private func finding(_ error: MeasureError, among known: [String]) -> Diagnostic {
    var finding = error.diagnostic()
    guard finding.fix == nil else { return finding }
    switch error {
    case .unknownMetric: finding.fix = "`meadow measure --list` names every metric"
    case .unknownCommunity:
      finding.fix =
        known.isEmpty
        ? "`meadow import` brings a community's data" : "there are \(known.joined(separator: ", "))"
    case .unknownSegment:
      finding.fix = "write it as starter=newcomer; the table names its segments in a column"
    default: break
    }
    return finding
  }

  /// All of it where it goes into a file or to a program; on a terminal what fits there.
  private func print(_ table: MeasurementTable) {
    let isNarrowed = period != nil || segment != nil
    if isNarrowed || !shared.console.isTerminal(.output) {
      return shared.console.write(Array(MeasurementText.text(table).utf8))
    }
    let newest = NewestRows(of: table)
    shared.console.write(Array(MeasurementText.text(newest.table).utf8))
    if newest.others > 0 { shared.say(newest.words) }
  }

  private func checkCommunity(among known: [String]) throws(MeasureError) {
    guard let community, !known.contains(community) else { return }
    throw .unknownCommunity(community, suggestion: suggestion(for: community, among: known))
  }

  private func selection(of table: MeasurementTable) throws(MeasureError) -> MeasurementTable {
    let names = try metric.map { typed throws(MeasureError) in try MetricNames(typed) }
    try checkCommunity(among: table.communities)
    let chosen = table.selection { row in
      (community.map { $0 == row.community } ?? true)
        && (names.map { $0.contains(row.metric) } ?? true)
    }
    return try chosen.narrowed(toPeriod: period, segment: segment)
  }
}

/// A whole metric, or one part of it.
private struct MetricNames {
  private let names: [MetricName]

  init(_ typed: String) throws(MeasureError) {
    if let id = MetricID(rawValue: typed) {
      names = Metrics.metric(id).names
    } else {
      names = [try Metrics.name(typed)]
    }
  }

  func contains(_ name: MetricName) -> Bool { names.contains(name) }
}
