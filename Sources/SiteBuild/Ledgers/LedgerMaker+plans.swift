internal import Basics
internal import MarkdownHTML
internal import Measures
internal import Templating

/// What we want, whom it serves and who answers for it: strategy, jobs, sketches, departments.
extension LedgerMaker {
  mutating func chain(_ file: ContentFile<StrategyChain>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(file, label: wording(.objective))
    entry.facts = [
      fact(.behaviour, fields.behaviour), fact(.engagement, fields.engagement),
      fields.measure.map { measure($0.value) }, fact(.target, fields.target),
      fields.measure.flatMap { standing(.lastMeasured, $0.value, in: fields.communities) },
      fact(.reviewedOn, fields.review.map { day($0.value) }),
      others(.jobs, fields.jobs, in: .jobs), communities(fields.communities),
      owner(fields.owner),
    ].compactMap(\.self)
    return entry
  }

  private func measure(_ name: MetricName) -> Fact {
    Fact(
      label: wording(.measure), text: plan.title(of: name.id),
      href: SafeURL(from: page, to: SiteRoutes.metric(name.id)))
  }

  /// What a measure came to in each of some communities in the last period that is over, or in the whole
  /// time where it has no other; of all communities where none is named. One that does not tell it is left
  /// out.
  private func standing(
    _ title: SiteWord, _ metric: MetricName, _ segment: Segment = .all, in names: [Placed<String>]
  ) -> Fact? {
    let slugs = Set(names.map(\.value))
    let kind: Period.Kind? = Metrics.metric(metric.id).periods == [.all] ? .all : nil
    let words = plan.communities.compactMap { community -> String? in
      guard slugs.isEmpty || slugs.contains(community.fileName) else { return nil }
      let maker = KeyFigureMaker(plan: plan, community: community, page: page, kind: kind)
      let label = maker.label(community.name)
      let figure = maker.measured(
        label, metric: metric.description, segment: segment.description)
      return figure.map { figure in
        let value = figure.delta.map { change in
          wording(
            .valueAndChange, ["value": .text(figure.value), "change": .text(change.words)])
        }
        return wording(.changeOf, ["name": .text(label), "words": .text(value ?? figure.value)])
      }
    }
    return fact(title, words.isEmpty ? nil : words.joined(separator: "; "))
  }

  mutating func job(_ file: ContentFile<Job>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(file, label: wording(.job))
    let chains = plan.content.strategy.filter { chain in
      chain.fields.jobs.contains { $0.value == file.slug }
    }
    let criticism = plan.content.criticism.filter { criticism in
      criticism.fields.jobs.contains { $0.value == file.slug }
    }
    entry.facts = [
      fact(.struggle, fields.struggle), fact(.workaround, fields.workaround),
      fact(.inTheirWords, list(fields.phrases.map { quoted($0.value) })),
      standing(
        .conversations, MetricName(.jobs, "threads"), Segment("job", file.slug),
        in: fields.communities),
      communities(fields.communities),
      others(.criticism, names(criticism), in: .criticism),
      others(.strategy, names(chains), in: .strategy), owner(fields.owner),
    ].compactMap(\.self)
    return entry
  }

  private func quoted(_ phrase: String) -> String {
    let marks = wording.quotationMarks
    return marks.open + phrase + marks.close
  }

  private func names(_ files: [some ContentEntry]) -> [Placed<String>] {
    files.map { Placed(value: $0.slug, place: YAMLPlace(line: 1, column: 1)) }
  }

  mutating func sketch(_ file: ContentFile<Sketch>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(file, label: dayLabel(file.head))
    entry.sources = sources(fields.sources, of: file)
    entry.facts = [
      fact(.whatWasAsked, fields.question), fact(.whatPeopleSaid, fields.said),
      fact(.whatChangedThen, fields.changed), fact(.whatWasRefused, fields.refused),
      communities(fields.communities), owner(fields.owner),
    ].compactMap(\.self)
    return entry
  }

  mutating func department(_ file: ContentFile<Department>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(file, label: wording(.department))
    entry.href = SafeURL(from: page, to: SiteRoutes.brief(file.addressName))
    entry.facts = [
      fact(.answersFor, fields.owner), others(.jobs, fields.jobs, in: .jobs),
      fact(.topics, list(fields.topics.map(\.value))), communities(fields.communities),
    ].compactMap(\.self)
    return entry
  }
}
