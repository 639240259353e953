internal import ArgumentParser
internal import Basics
internal import OpenWeb
internal import SiteBuild

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says where a figure comes from, or what a finding's code means and how to mend it.",
    discussion: """
      A figure is named METRIC@COMMUNITY, with /PERIOD and /SEGMENT behind it where it is not of the \
      whole window and of everybody: time_to_first_response.median@history-meta/2018-Q2. A figure of \
      the built site is named by its page: insights/fast-answers#fig-1.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A code as it stands in brackets, T003, a rule, O3, or the name of a figure.")
  var what: String

  func run() throws {
    if let found = DiagnosticTable.code(what) {
      return Console().line("\(found.id): \(found.title)\n\n\(found.explanation)")
    }
    if let rule = OpenWebRule.all.first(where: { $0.id.lowercased() == what.lowercased() }) {
      let codes = rule.codes.map { "\($0.id): \($0.title)\n\n\($0.explanation)" }
      return Console().line((["\(rule.id): \(rule.title)"] + codes).joined(separator: "\n\n"))
    }
    let cache = SiteCache(of: shared.disk)
    let explanation = explainFigure(
      what, shared.disk, asOf: WallClock.now, cache: cache.folder)
    guard let explanation else { throw ValidationError(unknown) }
    // What else is wrong with the site is told by `meadow build`.
    try shared.report(explanation.diagnostics.filter { $0.severity == .error })
    if let text = explanation.text { Console().line(text) }
  }

  private var unknown: String {
    let ids = DiagnosticTable.all.map(\.id)
    let near =
      suggestion(for: what, among: ids) ?? "figures are named METRIC@COMMUNITY/PERIOD/SEGMENT"
      + " or PAGE#fig-1, and codes are " + ids.joined(separator: ", ")
    return "there is no code and no figure `\(what)`: \(near)"
  }
}
