internal import ArgumentParser
internal import Basics

/// What every verb that works on a site understands.
struct SharedOptions: ParsableArguments {
  @Option(help: "The folder of the site.", completion: .directory)
  var site = "."

  @OptionGroup var reporting: ReportOptions

  var quiet: Bool { reporting.quiet }
  var diagnostics: DiagnosticFormat { reporting.diagnostics }
  var console: Console { reporting.console }
  var disk: DiskFileSystem { DiskFileSystem(root: site) }

  func report(_ found: [Diagnostic], isStrict: Bool = false) throws(ExitCode) {
    try reporting.report(found, isStrict: isStrict)
  }

  func refusal(_ error: FileError, after done: String = "", fix: String? = nil) -> ExitCode {
    reporting.refusal(error, after: done, fix: fix)
  }

  func say(_ text: String) { reporting.say(text) }
}
