internal import ArgumentParser
internal import Basics
internal import SiteBuild

struct EditionDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Prints what moved beyond chance between two editions, and which addresses differ.",
    discussion: helpText(
      examples: [
        (
          "meadow edition diff 2018-05-31 2018-08-31",
          "tells what moved between two of them"
        )
      ]))

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The day of the older edition.", transform: DayArgument.read)
  var older: DayArgument

  @Argument(help: "The day of the newer edition.", transform: DayArgument.read)
  var newer: DayArgument

  func validate() throws {
    guard older.day < newer.day else {
      throw ValidationError("\(newer.day) is not after \(older.day): name the older edition first")
    }
  }

  func run() throws {
    try shared.requireSite()
    let reading = readEditions(shared.disk)
    try shared.report(reading.diagnostics)
    let language = readEnglish()
    guard let english = language.wording else { return try shared.report(language.diagnostics) }
    let comparison = EditionComparison(
      try edition(older.day, of: reading.editions), try edition(newer.day, of: reading.editions),
      english)
    shared.console.write(Array(EditionText.difference(comparison).utf8))
  }

  private func edition(_ day: CalendarDay, of editions: [Edition]) throws -> Edition {
    if let found = editions.first(where: { $0.day == day }) { return found }
    let known = editions.map(\.day.description).joined(separator: ", ")
    throw ValidationError(
      "no edition of \(day) is sealed; "
        + (known.isEmpty ? "there are none yet" : "there are \(known)"))
  }
}
