internal import ArgumentParser
internal import Basics
internal import LinkDirectory
internal import SiteBuild

/// How a verb speaks: understood by every one.
struct ReportOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print nothing but errors and results.")
  var quiet = false

  @Option(help: "How findings are printed: text or json.")
  var diagnostics = DiagnosticFormat.text

  var console: Console { Console() }

  /// Prints findings and leaves when one of them stops the verb. With `--quiet` those alone are
  /// printed, for nobody can mend what failed without a word.
  func report(_ found: [Diagnostic], isStrict: Bool = false) throws(ExitCode) {
    let printer = DiagnosticPrinter(console: console, format: diagnostics)
    let stopping = found.filter { stops($0, isStrict: isStrict) }
    printer.print(quiet ? stopping : found)
    if !stopping.isEmpty { throw ExitStatus.contentHasErrors.code }
  }

  /// Nobody's no may keep a site from being built, however strict its maker is.
  private func stops(_ finding: Diagnostic, isStrict: Bool) -> Bool {
    switch finding.severity {
    case .error: true
    case .warning: isStrict && !LinkDirectoryCodes.neverStopping.contains(finding.code)
    case .note: false
    }
  }

  /// What to throw after telling that the disk refused something; `done` is what stands all the same.
  func refusal(_ error: FileError, after done: String = "", fix: String? = nil) -> ExitCode {
    let finding = Diagnostic(WritingCodes.disk, done + error.description, fix: fix)
    DiagnosticPrinter(console: console, format: diagnostics).print([finding])
    return ExitStatus.diskTrouble.code
  }

  /// A line about what was done, for people: a program that reads findings gets nothing else.
  func say(_ text: String) {
    if !quiet, diagnostics == .text { console.line(text, to: .errors) }
  }
}
