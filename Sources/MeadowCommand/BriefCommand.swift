internal import ArgumentParser
internal import Basics
internal import SiteBuild

extension BriefForm: ExpressibleByArgument {}

struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Writes one department's brief as text, as a file to print, or as a mail to send on.",
    discussion: helpText(
      """
      A department is called by the name of its file in Content/departments. The same briefs lie in \
      the built site below briefs/.
      """,
      examples: [
        ("meadow brief support", "prints text, to paste into a chat"),
        (
          "meadow brief support --as html --output support.html",
          "one page to print or to attach"
        ),
        (
          "meadow brief support --as eml --to ana@acme.example --output support.eml",
          "a draft that mail programs open"
        ),
        (
          "meadow brief support --audience internal",
          "with drafts, and conversations worth joining"
        ),
      ]))

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The department, by the name of its file.")
  var department: String

  @Option(name: .customLong("as"), help: "txt, html or eml.")
  var form = BriefForm.txt

  @Option(
    help: "Whom the mail is for: ana@acme.example, or \"Ana <ana@acme.example>\"; repeatable.")
  var to: [String] = []

  @Option(help: "The file to write; printed without one, or with `-`.", completion: .file())
  var output: String?

  @Option(help: "The absolute address the site has; that of its settings by default.")
  var baseUrl: String?

  @Option(
    help: "The moment for which consent and drafts are decided; now by default.",
    transform: MomentArgument.read)
  var asOf: MomentArgument?

  @Option(help: "For whom: public, or internal, with drafts and conversations worth joining.")
  var audience = Audience.everybody

  func validate() throws {
    if !to.isEmpty, form != .eml {
      throw ValidationError("--to goes with --as eml: nothing else has somebody it is for")
    }
  }

  func run() throws {
    let readers = try readers
    try shared.requireSite()
    if let file { try admit(file) }
    let cache = SiteCache(of: shared.disk)
    let reading = readSite(shared.disk, cache: cache.folder)
    guard let input = reading.input, !reading.diagnostics.hasErrors else {
      return try shared.report(reading.diagnostics)
    }
    let result = writeBrief(of: department, as: form, to: readers, input, settings)
    // What else is wrong with the site is told by `meadow build`.
    try shared.report((reading.diagnostics + result.diagnostics).filter { $0.severity == .error })
    guard let bytes = result.bytes else { throw refusal(among: result.departments) }
    try write(bytes)
  }

  /// The file to write; nil where the brief is printed.
  private var file: String? { output == "-" ? nil : output }

  private var settings: BuildSettings {
    var settings = BuildSettings(asOf: asOf?.moment ?? WallClock.now, audience: audience)
    settings.baseURL = baseUrl
    return settings
  }

  private var readers: [Mailbox] {
    get throws {
      var found: [Diagnostic] = []
      let mailboxes = to.compactMap { text -> Mailbox? in
        do throws(MailboxFault) {
          return try Mailbox(text)
        } catch {
          found.append(BriefFaults.address(text, error))
          return nil
        }
      }
      if found.isEmpty { return mailboxes }
      DiagnosticPrinter(console: shared.console, format: shared.diagnostics).print(found)
      throw ExitStatus.wrongUsage.code
    }
  }

  private func refusal(among departments: [String]) -> ExitCode {
    DiagnosticPrinter(console: shared.console, format: shared.diagnostics)
      .print([BriefFaults.department(department, among: departments)])
    return ExitStatus.wrongUsage.code
  }

  /// What is for colleagues goes into no folder that everybody can read.
  private func admit(_ output: String) throws {
    do throws(PublishError) {
      let folder = output.lastIndex(of: "/").map { String(output[..<$0]) } ?? "."
      try OutputFolder(folder.isEmpty ? "/." : folder).admit(audience)
    } catch {
      DiagnosticPrinter(console: shared.console, format: shared.diagnostics)
        .print([error.diagnostic])
      throw ExitCode(error.exitStatus)
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    guard let file else { return shared.console.write(bytes) }
    do throws(FileError) {
      try WrittenFile.write(bytes, to: file)
    } catch {
      throw shared.refusal(error)
    }
    shared.say("\(file): \(numberText(bytes.count)) bytes")
  }
}
