internal import ArgumentParser

/// For packages: `meadow manual > meadow.1`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page, for mdoc(7).", shouldDisplay: false)

  func run() throws {
    Console().write(Array(ManualPage.text.utf8))
  }
}
