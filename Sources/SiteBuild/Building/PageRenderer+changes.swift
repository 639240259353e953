internal import Basics
internal import Templating

/// What changed from edition to edition.
extension PageRenderer {
  /// The lines of the section and what it says below them; no lines before there are two editions.
  struct WhatChanged {
    var rows: [ChangeRow] = []
    var note = ""
    var more: Link?
  }

  /// What changed last, as the home page tells it.
  func whatChanged(on address: SitePath) -> WhatChanged {
    guard let newest = plan.editionChanges.first else { return WhatChanged() }
    let shown = PageRenderer.shown(newest.changes)
    let left = newest.changes.count - shown.count
    let note =
      left == 0
      ? newest.note(wording)
      : newest.note(wording) + " " + wording(.moreChanges, ["n": .count(left)])
    return WhatChanged(
      rows: shown.map { row($0, on: address) }, note: note,
      more: Link(
        title: wording(.allChanges), href: SafeURL(from: address, to: SiteRoutes.changes)))
  }

  /// All changes of all editions, newest first.
  func changes() -> RenderedPage {
    let address = SiteRoutes.changes
    let editions = plan.editionChanges.map { edition in
      ChangesOfEdition(
        id: edition.anchor, title: edition.title(wording), note: edition.note(wording),
        changes: edition.changes.map { row($0, on: address) })
    }
    let feed = plan.settings.baseURL == nil ? nil : SiteRoutes.atomFeed(of: address.folder)
    let page = ChangesPage(
      site: site,
      page: frame(
        address, title: wording(.whatChanged), description: wording(.changesLead), above: [.home],
        feed: feed),
      lead: wording(.changesLead), editions: editions)
    return finish(page, at: address)
  }

  private func row(_ change: EditionChange, on address: SitePath) -> ChangeRow {
    ChangeRow(
      label: change.label(wording), words: change.words,
      href: change.target.map { SafeURL(from: address, to: $0.page, fragment: $0.fragment) })
  }

  /// At most six: figures give way to the first two of what was said, and to one of the rest.
  private static func shown(_ changes: [EditionChange]) -> [EditionChange] {
    let figures = changes.filter { $0.kind == .figure || $0.kind == .settling }
    let rest = changes.filter { $0.kind == .community || $0.kind == .address }.suffix(1)
    let said = changes.filter { change in
      !(figures + rest).contains(change)
    }.prefix(2)
    return Array(figures.prefix(6 - said.count - rest.count) + said + rest)
  }
}
