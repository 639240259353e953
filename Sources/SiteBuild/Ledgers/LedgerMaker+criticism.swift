internal import Basics
internal import CommunityData
internal import LinkDirectory
internal import Measures
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
    entry.meta = meta(file)
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

  /// `Criticism 41 · 31 people · first raised 2 September 2026 · Changed, 14 October 2026`
  private func meta(_ file: ContentFile<Criticism>) -> String {
    let fields = file.fields
    return [
      wording(.criticismNumber, ["number": .text(String(fields.number.value))]),
      people(file),
      wording(.firstRaised, ["day": .text(day(fields.raised))]),
      fields.since.map { state(fields.status, since: $0) },
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// How many people wrote the posts that raise it, as the measurements tell it of one community. Of several
  /// it is the most that one of them tells: added up, they would tell what one of them may not.
  private func people(_ file: ContentFile<Criticism>) -> String? {
    let told = plan.communities.compactMap { community in
      try? plan.table.value(
        metric: "criticism_status.people", community: community.slug, period: "all",
        segment: Segment("entry", file.slug).description)
    }
    guard let most = told.compactMap(\.value).max() else {
      return told.isEmpty ? nil : wording(.peopleWithheld)
    }
    if most == 0 { return nil }
    return wording(told.count == 1 ? .peopleMany : .peopleAtLeast, ["n": .count(Int(most))])
  }

  /// A criticism without an answer says so, with the days it has waited.
  private func silence(_ fields: Criticism) -> String? {
    guard fields.status == .heard else { return nil }
    return wording(.noAnswerYet, ["n": .count(plan.daysWaited(since: fields.raised))])
  }

  private func history(_ fields: Criticism) -> String? {
    let steps = fields.history.map { step in
      let what = state(step.value.status, since: step.value.date)
      return step.value.text.map { "\(what): \($0)" } ?? what
    }
    return steps.isEmpty ? nil : steps.joined(separator: "; ")
  }

  private func state(_ status: CriticismStatus, since day: CalendarDay) -> String {
    "\(wording(status.word)), \(self.day(day))"
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
