internal import ArgumentParser
internal import Basics
internal import OpenWeb
internal import SiteBuild

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a page or a figure is made of, or what a finding's code means.",
    discussion: helpText(
      """
      A page is named as readers know it, by its file in Output, or by its source in Content; it may \
      be one that is not published, to learn why. A figure is named METRIC@COMMUNITY, with /PERIOD and /SEGMENT behind it where it is not of the \
      whole window and of everybody: time_to_first_response.median@history-meta/2018-Q2. A figure of \
      the built site is named by its page: insights/fast-answers#fig-1.
      """,
      examples: [
        (
          "meadow explain T003",
          "tells what a finding means and how to mend it"
        ),
        (
          "meadow explain insights/first-wait/",
          "tells what a page is made of, and what links to it"
        ),
        (
          "meadow explain Content/insights/first-wait.md",
          "tells the same, and why a page is not published"
        ),
        (
          "meadow explain insights/first-wait#fig-1",
          "tells where the number of a figure comes from"
        ),
        (
          "meadow explain activity.threads@forum/2018-Q2",
          "tells the same of any number of the table"
        ),
      ]))

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A code or rule: T003, O3; a page, its source or its address; a figure.")
  var what: String

  @Option(
    help: "The moment for which consent and drafts are decided; now by default.",
    transform: MomentArgument.read)
  var asOf: MomentArgument?

  func run() throws {
    if let found = DiagnosticTable.code(what) {
      return Console().line("\(found.id): \(found.title)\n\n\(found.explanation)")
    }
    if let rule = OpenWebRule.all.first(where: { $0.id.lowercased() == what.lowercased() }) {
      let codes = rule.codes.map { "\($0.id): \($0.title)\n\n\($0.explanation)" }
      return Console().line((["\(rule.id): \(rule.title)"] + codes).joined(separator: "\n\n"))
    }
    // A code that is mistyped is told without a site, as codes are.
    if ExplainText.isCode(what), missingSite(shared.disk) != nil {
      throw ValidationError(ExplainText.unknown(what, nearestPage: nil))
    }
    try shared.requireSite()
    let cache = SiteCache(of: shared.disk)
    let moment = asOf?.moment ?? WallClock.now
    if let figure = explainFigure(what, shared.disk, asOf: moment, cache: cache.folder) {
      return try tell(figure.text, figure.diagnostics)
    }
    let page = explainPage(what, shared.disk, asOf: moment, cache: cache.folder)
    if page.text == nil, !page.diagnostics.hasErrors || page.suggestion != nil {
      throw ValidationError(ExplainText.unknown(what, nearestPage: page.suggestion))
    }
    // A page is told of even where others have errors.
    try tell(page.text, page.text == nil ? page.diagnostics : [])
  }

  /// What else is wrong with the site is told by `meadow build`.
  private func tell(_ text: String?, _ found: [Diagnostic]) throws {
    try shared.report(found.filter { $0.severity == .error })
    if let text { shared.console.line(text) }
  }
}
