internal import ArgumentParser
internal import Basics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says what a finding's code means and how to mend it.")

  @Argument(help: "A code as it stands in brackets: T003.")
  var code: String

  func run() throws {
    let all = DiagnosticTable.all
    guard let found = all.first(where: { $0.id.lowercased() == code.lowercased() }) else {
      let near =
        suggestion(for: code, among: all.map(\.id)) ?? "`meadow explain` knows "
        + all.map(\.id).joined(separator: ", ")
      throw ValidationError("there is no code `\(code)`: \(near)")
    }
    Console().line("\(found.id): \(found.title)\n\n\(found.explanation)")
  }
}
