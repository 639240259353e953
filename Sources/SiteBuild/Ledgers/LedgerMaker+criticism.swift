internal import Basics
internal import CommunityData
internal import LinkDirectory
internal import Templating

/// Criticism: never removed, in the order of its numbers, with what became of it.
extension LedgerMaker {
  /// The newest number first.
  mutating func criticism(_ files: [ContentFile<Criticism>]) -> [LedgerEntry] {
    files.sorted { $1.fields.number.value < $0.fields.number.value }.map { criticism($0) }
  }

  var criticismKey: [LedgerStatus] {
    CriticismStatus.allCases.map { status in
      LedgerStatus(
        mark: status.rawValue, name: wording(status.word), meaning: wording(status.meaning))
    }
  }

  mutating func criticism(_ file: ContentFile<Criticism>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(file, label: wording(fields.status.word))
    entry.mark = fields.status.rawValue
    entry.meta = meta(fields)
    entry.sources = sources(fields.sources, of: file)
    let change = fields.link.map { link in
      Fact(
        label: wording(fields.status == .changed ? .whatChangedThen : .reasons),
        text: link.shortText, href: SafeURL(link))
    }
    entry.facts = [
      fact(.ourAnswer, fields.answer ?? silence(fields)), fact(.reasons, fields.reason), change,
      fact(.reaction, fields.reaction), fact(.history, history(fields)),
      communities(fields.communities), others(.jobs, fields.jobs, in: .jobs), owner(fields.owner),
    ].compactMap(\.self)
    return entry
  }

  /// `Criticism 41 · 31 people · first raised 2 September 2026`
  private func meta(_ fields: Criticism) -> String {
    [
      wording(.criticismNumber, ["number": .text(String(fields.number.value))]),
      people(fields),
      wording(.firstRaised, ["day": .text(day(fields.raised))]),
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// How many people wrote the posts that raise it; few are never counted in public.
  ///
  /// The measurements tell how many people raised all criticism of a status. So as soon as one of
  /// them is about few people, none of that status is told exactly: what is left of the whole would
  /// be their number.
  private func people(_ fields: Criticism) -> String? {
    guard let own = PeopleConcerned(fields, plan) else { return nil }
    if own.isFew { return wording(.peopleFew, ["n": .count(own.threshold)]) }
    let others = plan.content.criticism.filter { $0.fields.status == fields.status }
      .compactMap { PeopleConcerned($0.fields, plan) }
    return others.contains(where: \.isFew)
      ? wording(.peopleAtLeast, ["n": .count(own.threshold)])
      : wording(.peopleMany, ["n": .count(own.count)])
  }

  /// A criticism without an answer says so, with the days it has waited.
  private func silence(_ fields: Criticism) -> String? {
    guard fields.status == .heard else { return nil }
    let days = plan.asOf.day.daysSinceEpoch - fields.raised.daysSinceEpoch
    return wording(.noAnswerYet, ["n": .count(max(days, 0))])
  }

  private func history(_ fields: Criticism) -> String? {
    let steps = fields.history.map { step in
      let what = "\(wording(step.value.status.word)), \(day(step.value.date))"
      return step.value.text.map { "\(what): \($0)" } ?? what
    }
    return steps.isEmpty ? nil : steps.joined(separator: "; ")
  }
}

/// How many people wrote the sources of a criticism, and how many there must be to be counted.
private struct PeopleConcerned {
  var count: Int
  var threshold: Int

  var isFew: Bool { count < threshold }

  /// nil where no source has an author that is known.
  init?(_ fields: Criticism, _ plan: SitePlan) {
    var authors: Set<String> = []
    threshold = 0
    for source in fields.sources {
      let parts = source.value.split(separator: "/", maxSplits: 1)
      guard parts.count == 2,
        let community = plan.communities.first(where: { $0.fileName == parts[0] }),
        let row = community.row(ofItem: String(parts[1]))
      else { continue }
      threshold = max(threshold, plan.threshold(community))
      let author = community.data.items.authors[row]
      if author >= 0 { authors.insert("\(community.slug) \(author)") }
    }
    count = authors.count
    if authors.isEmpty { return nil }
  }
}

extension CriticismStatus {
  var word: SiteWord {
    switch self {
    case .heard: .statusHeard
    case .explained: .statusExplained
    case .changed: .statusChanged
    case .declined: .statusDeclined
    }
  }

  fileprivate var meaning: SiteWord {
    switch self {
    case .heard: .statusHeardMeans
    case .explained: .statusExplainedMeans
    case .changed: .statusChangedMeans
    case .declined: .statusDeclinedMeans
    }
  }
}
