internal import ArgumentParser
internal import Basics
internal import LinkDirectory

/// How a verb speaks: understood by every one.
struct ReportOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print nothing but errors and results.")
  var quiet = false

  @Option(help: "How findings are printed: text or json.")
  var diagnostics = DiagnosticFormat.text

  var console: Console { Console() }

  /// Prints findings, the less weighty ones not with `--quiet`, and leaves when there are errors.
  func report(_ found: [Diagnostic], isStrict: Bool = false) throws(ExitCode) {
    let printer = DiagnosticPrinter(console: console, format: diagnostics)
    printer.print(quiet ? found.filter { $0.severity == .error } : found)
    // Nobody's no may keep a site from being built, however strict its maker is.
    let stops = found.contains { finding in
      finding.severity == .error
        || (isStrict && finding.severity == .warning
          && !LinkDirectoryCodes.neverStopping.contains(finding.code))
    }
    if stops { throw ExitStatus.contentHasErrors.code }
  }

  /// A line about what was done.
  func say(_ text: String) {
    if !quiet { console.line(text, to: .errors) }
  }

  /// A line that sums up how things went, for people: a program that reads findings gets nothing else.
  func sumUp(_ text: String) {
    if diagnostics == .text { say(text) }
  }
}
