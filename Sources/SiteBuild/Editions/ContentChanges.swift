internal import Basics
internal import LinkDirectory

/// What happened between the days of two editions by what authors and communities say: editions keep
/// numbers and addresses, and what was said bears its own dates.
struct ContentChanges {
  let plan: SitePlan
  /// The day of the older edition, which does not count, and of the newer one, which does.
  let after: CalendarDay
  let until: CalendarDay

  var changes: [EditionChange] { answers + criticism + corrections + consent + insights }

  private func isWithin(_ day: CalendarDay) -> Bool { after < day && day <= until }

  private var criticism: [EditionChange] {
    plan.content.criticism.filter { isWithin($0.fields.raised) }.map { file in
      EditionChange(.criticism, file.head.title, at: place(of: file, in: .criticism))
    }
  }

  private var answers: [EditionChange] {
    plan.content.criticism.flatMap { file in
      steps(of: file.fields).filter { isWithin($0.day) && $0.status != .heard }.map { step in
        let words = plan.wording(
          .changeOf,
          ["name": .text(plan.wording(step.status.word)), "words": .text(file.head.title)])
        return EditionChange(.answer, words, at: place(of: file, in: .criticism))
      }
    }
  }

  private func steps(of criticism: Criticism) -> [(day: CalendarDay, status: CriticismStatus)] {
    criticism.history.map { ($0.value.date, $0.value.status) }
      + (criticism.since.map { [($0, criticism.status)] } ?? [])
  }

  private var corrections: [EditionChange] {
    plan.content.corrections.filter { $0.head.date.map { isWithin($0.day) } ?? false }.map { file in
      EditionChange(.correction, file.head.title, at: place(of: file, in: .corrections))
    }
  }

  private var insights: [EditionChange] {
    plan.insights.filter { isWithin($0.fields.date) }.map { file in
      EditionChange(
        .insight, file.head.title,
        at: ChangeTarget(page: SiteRoutes.insight(file.addressName)))
    }
  }

  /// How many said yes or no; never who.
  private var consent: [EditionChange] {
    let live = plan.consent.live
    let given = Set(live.grants.filter { isWithin($0.since.day) }.map(\.key.subject)).count
    let ended = Set(
      live.ended.filter { $0.reason.isNo && ($0.reason.moment.map { isWithin($0.day) } ?? false) }
        .map(\.key.subject)
    ).count
    let directory = plan.directory.map { _ in ChangeTarget(page: SiteRoutes.directory) }
    return [
      given > 0
        ? EditionChange(
          .consent, plan.wording(.consentsGiven, ["n": .count(given)]), at: directory) : nil,
      ended > 0
        ? EditionChange(
          .consent, plan.wording(.consentsEnded, ["n": .count(ended)]), at: directory) : nil,
    ].compactMap(\.self)
  }

  private func place(of file: some ContentEntry, in ledger: Ledger) -> ChangeTarget {
    ChangeTarget(page: SiteRoutes.ledger(ledger), fragment: Ledger.anchor(of: file))
  }
}
