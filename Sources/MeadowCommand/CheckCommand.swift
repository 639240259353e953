internal import ArgumentParser
internal import Basics
internal import LinkDirectory
internal import OpenWeb
internal import SiteBuild

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Holds a built site against the rules of the open web, whoever built it.",
    discussion: helpText(
      examples: [
        (
          "meadow check",
          "holds Output against the rules"
        ),
        (
          "meadow check public --base-url https://insights.example/",
          "holds a site that something else built against them"
        ),
      ]))

  @OptionGroup var shared: SharedOptions

  @Option(
    help: """
      The absolute address the site has; links below it count as its own. By default the one that \
      its home page names as canonical.
      """)
  var baseUrl: String?

  @Argument(
    help: "The folder of the built site; the site's Output by default.", completion: .directory)
  var folder: String?

  func validate() throws {
    if let baseUrl, WebAddress(ofSite: baseUrl) == nil {
      throw ValidationError(
        "--base-url takes the absolute address of a site, as https://insights.example/, not "
          + "`\(printable(baseUrl))`")
    }
  }

  func run() throws {
    let watch = Stopwatch()
    let path = folder ?? "\(shared.site)/\(SiteFolders.output)"
    do {
      let disk = DiskFileSystem(root: path)
      let entry = try disk.entry(at: .root)
      if entry?.kind == .file { throw nothing("`\(printable(path))` is no folder") }
      let site = try BuiltSite(reading: disk)
      guard site.entries.contains(where: { $0.path.fileExtension == "html" }) else {
        throw nothing(
          entry == nil
            ? "there is no folder `\(path)`"
            : "`\(path)` holds no page: no file in it ends in `.html`")
      }
      try shared.report(checkSite(site, baseURL: baseUrl ?? site.ownAddress))
      let rules = OpenWebRule.all.map(\.id).joined(separator: ", ")
      shared.say("\(site.entries.count) files hold \(rules), \(watch.text)")
    } catch let error as FileError {
      throw shared.refusal(error)
    }
  }

  /// Pages that are not there break no rule, and nobody may take that for a site that holds them.
  private func nothing(_ message: String) -> ExitCode {
    let finding = Diagnostic(MeadowCommandCodes.nothingBuilt, message, fix: fix)
    DiagnosticPrinter(console: shared.console, format: shared.diagnostics).print([finding])
    return ExitStatus.nothingThere.code
  }

  private var fix: String {
    if folder != nil { return "name the folder that a site was built in" }
    if missingSite(shared.disk) != nil, let above = shared.siteAbove {
      return "there is a site in `\(above)`: name it with --site \(above)"
    }
    return "publish the site with `meadow build`, or name the folder: `meadow check FOLDER`"
  }
}
