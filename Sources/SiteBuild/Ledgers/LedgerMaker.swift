internal import Basics
internal import LinkDirectory
internal import MarkdownHTML
internal import Templating

/// Makes the entries of ledgers for one page.
struct LedgerMaker {
  let renderer: PageRenderer
  /// The page that the entries stand on.
  let page: SitePath
  /// Whether their texts stand below them; on other pages than the ledger's they do not.
  private let showsText: Bool
  private(set) var prose: ProseRenderer
  private(set) var diagnostics: [Diagnostic] = []

  init(_ renderer: PageRenderer, on page: SitePath, showsText: Bool) {
    self.renderer = renderer
    self.page = page
    self.showsText = showsText
    prose = renderer.prose(on: page)
  }

  var plan: SitePlan { renderer.plan }
  var wording: Wording { renderer.wording }

  mutating func entries(of ledger: Ledger) -> [LedgerEntry] {
    let content = plan.content
    switch ledger {
    case .criticism: return criticism(content.criticism)
    case .jobs: return content.jobs.map { job($0) }
    case .strategy: return content.strategy.map { chain($0) }
    case .sketches: return newest(content.sketches).map { sketch($0) }
    case .explainers: return newest(content.explainers).map { explainer($0) }
    case .media: return content.media.map { asset($0) }
    case .corrections: return newest(content.corrections).map { correction($0) }
    case .experts: return content.experts.map { expert($0) }
    case .reps: return content.reps.map { rep($0) }
    case .departments: return content.departments.map { department($0) }
    }
  }

  private func newest<Fields: PageFields>(
    _ files: [ContentFile<Fields>]
  ) -> [ContentFile<Fields>] {
    files.sorted { left, right in
      guard let l = left.head.date, let r = right.head.date, l != r else {
        return left.slug < right.slug
      }
      return l > r
    }
  }

  // MARK: Parts of an entry

  /// An entry with what files of every kind have.
  mutating func entry(_ file: some ContentEntry, label: String) -> LedgerEntry {
    LedgerEntry(
      id: Ledger.anchor(of: file), title: file.head.title, label: label,
      summary: file.head.summary, prose: text(of: file), remarks: plan.remarks(on: file.head))
  }

  private mutating func text(of file: some ContentEntry) -> SafeHTML? {
    guard showsText, file.source.bytes[file.bodyStart...].contains(where: { $0 > 0x20 }) else {
      return nil
    }
    return prose.html(of: file.source, from: file.bodyStart)
  }

  /// The conversations that front matter names, as links to where they are; what does not lead
  /// anywhere is a finding, and what is withdrawn is left out.
  mutating func sources(_ names: [Placed<String>], of file: some ContentEntry) -> [Link] {
    renderer.sourceLinks(names, of: file, diagnostics: &diagnostics)
  }

  func fact(_ label: SiteWord, _ text: String?) -> Fact? {
    text.map { Fact(label: wording(label), text: $0) }
  }

  func day(_ day: CalendarDay) -> String { wording.formats.longDate(day) }

  /// `3 June 2026`, or nothing to show.
  func dayLabel(_ head: PageHead) -> String { head.date.map { day($0.day) } ?? "" }

  func list(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: wording.listSeparator)
  }

  /// Communities by their names, without those that may not be named; nothing where it is the one whose
  /// page this is.
  func communities(_ names: [Placed<String>]) -> Fact? {
    let known = names.compactMap { name in
      plan.communities.first { $0.fileName == name.value }
    }
    let target = known.count == 1 ? known.first : nil
    if let target, SiteRoutes.community(target.slug) == page { return nil }
    return list(known.map(\.name)).map { text in
      Fact(
        label: wording(.community), text: text,
        href: target.map { SafeURL(from: page, to: SiteRoutes.community($0.slug)) })
    }
  }

  /// Files of another ledger by their titles, each with its link.
  func others(
    _ label: SiteWord, _ names: [Placed<String>], in ledger: Ledger
  ) -> Fact? {
    let files = plan.content.files(of: ledger).filter { file in
      names.contains { $0.value == file.slug }
    }
    return list(files.map(\.head.title)).map { text in
      Fact(
        label: wording(label), text: text,
        href: files.count == 1 ? files.first.map { href($0, in: ledger) } : nil,
        links: files.count == 1
          ? [] : files.map { Link(title: $0.head.title, href: href($0, in: ledger)) })
    }
  }

  func owner(_ name: Placed<String>?) -> Fact? {
    others(.owner, name.map { [$0] } ?? [], in: .departments)
  }

  private func href(_ file: any ContentEntry, in ledger: Ledger) -> SafeURL {
    SafeURL(from: page, to: SiteRoutes.ledger(ledger), fragment: Ledger.anchor(of: file))
  }

  func contact(_ address: ContactAddress?) -> Fact? {
    guard let address else { return nil }
    switch address {
    case .web(let place):
      return Fact(label: wording(.contact), text: place.shortText, href: SafeURL(place))
    case .mail(let mail):
      return Fact(label: wording(.contact), text: mail, href: SafeURL("mailto:" + mail))
    }
  }

  func languages(_ tags: [Placed<String>]) -> Fact? {
    fact(.languages, list(tags.map { ownName(ofLanguage: $0.value) }))
  }
}
