internal import Basics
internal import Templating

/// Ledgers, and what of them concerns a community.
extension PageRenderer {
  func ledger(_ ledger: Ledger) -> RenderedPage {
    let address = SiteRoutes.ledger(ledger)
    var maker = LedgerMaker(self, on: address, showsText: true)
    let entries = maker.entries(of: ledger)
    let page = LedgerPage(
      site: site,
      page: frame(
        address, title: wording(ledger.title), description: wording(ledger.lead), above: [.home]),
      ledger: LedgerBody(
        lead: wording(ledger.lead), key: ledger == .criticism ? maker.criticismKey : [],
        entries: entries))
    return finish(
      page, at: address, figures: maker.prose.figures,
      diagnostics: maker.diagnostics + maker.prose.diagnostics)
  }

  /// What of the ledgers is about a community: its criticism, what it says against us, and who
  /// speaks for us there. Their texts stand in the ledgers alone.
  func ledgerSections(
    of community: PublishedCommunity, on address: SitePath
  ) -> [CommunitySection] {
    var maker = LedgerMaker(self, on: address, showsText: false)
    let name = community.fileName
    func concerns(_ communities: [Placed<String>], _ sources: [Placed<String>]) -> Bool {
      communities.contains { $0.value == name }
        || sources.contains { $0.value.hasPrefix(name + "/") }
    }
    let content = plan.content
    let criticism = maker.criticism(
      content.criticism.filter { concerns($0.fields.communities, $0.fields.sources) })
    let corrections = content.corrections.filter { $0.fields.community?.value == name }
      .map { maker.correction($0) }
    let reps = content.reps.filter { concerns($0.fields.communities, []) }.map { maker.rep($0) }
    return [
      section(.criticism, wording(.criticismAndWhatWasDone), criticism, on: address),
      section(.corrections, wording(.corrections), corrections, on: address),
      section(.reps, wording(.whoSpeaksForUs), reps, on: address),
    ].compactMap(\.self)
  }

  /// Criticism that has no answer yet, the one that waits longest first.
  func unansweredCriticism(on address: SitePath, atMost limit: Int) -> [LedgerEntry] {
    var maker = LedgerMaker(self, on: address, showsText: false)
    return plan.content.criticism.filter { $0.fields.status == .heard }
      .sorted { ($0.fields.raised, $0.slug) < ($1.fields.raised, $1.slug) }
      .prefix(limit).map { maker.criticism($0).brief(of: .criticism, on: address) }
  }

  private func section(
    _ ledger: Ledger, _ title: String, _ entries: [LedgerEntry], on address: SitePath
  ) -> CommunitySection? {
    if entries.isEmpty { return nil }
    return CommunitySection(
      id: ledger.rawValue, title: title,
      intro: ledger == .reps ? wording(.howToCorrectUs) : nil,
      entries: entries.map { $0.brief(of: ledger, on: address) })
  }
}

extension LedgerEntry {
  /// The entry as it stands on another page: a way to its ledger.
  fileprivate func brief(of ledger: Ledger, on address: SitePath) -> LedgerEntry {
    var brief = self
    brief.id = "\(ledger.rawValue)-\(id)"
    brief.href = href ?? SafeURL(from: address, to: SiteRoutes.ledger(ledger), fragment: id)
    return brief
  }
}
