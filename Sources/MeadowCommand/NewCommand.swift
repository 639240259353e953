internal import ArgumentParser
internal import Basics
internal import LinkDirectory
internal import Starter

extension StarterLanguage: ExpressibleByArgument {}

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins a site in a new folder: it builds at once, with an invented community in it.",
    discussion: helpText(
      """
      On a terminal three questions are asked, for what no flag tells; elsewhere the sample's own \
      names are taken. Nothing is written into a folder that holds anything.
      """,
      examples: [
        ("meadow new garden", "asks for title, organisation and address, then writes the folder"),
        (
          "meadow new garden --title \"Community insights\" --organisation Acme",
          "asks for the address alone; on no terminal for nothing"
        ),
        (
          "meadow new garten --language de --base-url https://insights.example.org/",
          "writes a site in German for an address"
        ),
      ]))

  @OptionGroup var reporting: ReportOptions

  @Argument(help: "The folder to make; an empty one will do.", completion: .directory)
  var folder: String

  @Option(help: "What the site is called.")
  var title: String?

  @Option(help: "Who listens and publishes.")
  var organisation: String?

  @Option(help: "The absolute address the site will have: https://insights.example.org/")
  var baseUrl: String?

  @Option(help: "The language of the texts: en, de or ar.")
  var language = StarterLanguage.english

  func run() throws {
    do throws(NewFolderRefusal) {
      let site = try NewFolder(folder)
      // Nobody is asked for names for a folder that will be refused.
      let answers = try StarterInterview(self).answers()
      let files = try site.write(answers, on: WallClock.now.day)
      reporting.say(NewSiteText.summary(folder: folder, files: files))
    } catch {
      DiagnosticPrinter(console: reporting.console, format: reporting.diagnostics)
        .print(error.diagnostics)
      throw error.exitStatus.code
    }
  }
}
