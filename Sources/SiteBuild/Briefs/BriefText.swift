internal import Basics
internal import LinkDirectory

/// A brief as plain text of 72 columns, which reads as well in a chat as in a mail.
///
///     Brief for Support
///     =================
///
///     * First replies took longer
///       In September half of all conversations waited more than …
///       https://insights.example/insights/first-replies/
struct BriefText: Sendable {
  private let brief: Brief
  private let plan: SitePlan
  private static let columns = 72

  init(_ brief: Brief, _ plan: SitePlan) {
    self.brief = brief
    self.plan = plan
  }

  var text: String {
    let parts = [
      heading(brief.heading, mark: "="),
      [brief.notice, "\(brief.publisher). \(brief.known)"].compactMap(\.self).flatMap(paragraph),
      paragraph(brief.claim.title) + paragraph(brief.claim.note) + address(brief.claim, ""),
      section(.briefFindings, brief.findings.flatMap(lines)),
      section(.briefFigures, brief.figures.flatMap(lines) + note(brief.figuresNote)),
      section(
        .whatChanged,
        brief.changes.flatMap { entry("\($0.label): \($0.words)") } + note(brief.changesNote)),
      section(.briefWaiting, brief.criticism.flatMap(lines)),
      section(.briefReviews, brief.reviews.flatMap(lines)),
      section(
        .briefConversations,
        brief.conversations.prefix(brief.limits.conversations).flatMap(lines)),
      section(.briefLeavesOut, brief.leavesOut(showing: brief.limits.conversations).flatMap(entry)),
      section(.briefUnknown, brief.unknowns.flatMap(entry)),
      foot,
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var foot: [String] {
    let report = BriefItem(
      title: plan.wording(.fullReport), link: .page(SiteRoutes.brief(brief.name)))
    let owner = paragraph("\(brief.owner.title): \(brief.owner.note)")
    let contact = brief.contact.map { paragraph("\($0.title) \($0.note)") } ?? []
    let whole = address(report, "")
    return owner + contact + (whole.isEmpty ? [] : paragraph(report.title) + whole)
  }

  // MARK: Lines

  private func heading(_ text: String, mark: Character) -> [String] {
    let lines = paragraph(text)
    let width = lines.map { TextColumns.width(of: $0) }.max() ?? 0
    return lines + [String(repeating: mark, count: width)]
  }

  private func section(_ word: SiteWord, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : heading(plan.wording(word), mark: "-") + lines
  }

  private func paragraph(_ text: String) -> [String] { wrapped(text, first: "", rest: "") }

  private func entry(_ text: String) -> [String] { wrapped(text, first: "* ", rest: "  ") }

  private func note(_ text: String) -> [String] {
    text.isEmpty ? [] : wrapped(text, first: "  ", rest: "  ")
  }

  private func lines(_ item: BriefItem) -> [String] {
    entry(item.title) + note(item.note) + address(item, "  ")
  }

  private func lines(_ figure: BriefFigure) -> [String] {
    let value = [figure.figure.value, figure.figure.unit].compactMap(\.self).joined(separator: " ")
    let told = [figure.figure.delta?.words, figure.figure.note]
    let sentences = told.compactMap(\.self).filter { !$0.isEmpty }
      .map { $0.hasSuffix(".") ? $0 : $0 + "." }
    return entry("\(figure.figure.label): \(value)")
      + (figure.line.isEmpty ? [] : ["  " + figure.line])
      + note(sentences.joined(separator: " "))
  }

  /// On a line of its own, whole, however long it is.
  private func address(_ item: BriefItem, _ indent: String) -> [String] {
    item.link.flatMap { $0.text(below: plan.settings.baseURL) }.map { [indent + $0] } ?? []
  }

  /// Names that may not be told go before lines are broken, since what takes their place is longer.
  private func wrapped(_ text: String, first: String, rest: String) -> [String] {
    TextColumns.wrapped(
      BriefText.shown(plan.consent.mask.masked(text)), to: BriefText.columns, first: first,
      rest: rest)
  }

  /// Without marks that turn the direction of all that follows.
  private static func shown(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: text.unicodeScalars.filter {
        !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
      })
    return String(scalars)
  }
}
