internal import Basics
internal import CommunityData
internal import LinkDirectory
internal import MarkdownHTML
internal import Measures

/// What waits for a department: criticism, reviews, conversations.
extension BriefMaker {
  /// Whether a criticism is the department's: it owns it, or nobody does and it is about its jobs.
  func concerns(_ file: ContentFile<Criticism>) -> Bool {
    isOwn(file.fields.owner, jobs: file.fields.jobs)
  }

  private func isOwn(_ owner: Placed<String>?, jobs: [Placed<String>]) -> Bool {
    if let owner { return owner.value == file.slug }
    let own = Set(file.fields.jobs.map(\.value))
    return jobs.contains { own.contains($0.value) }
  }

  /// Those without an answer, the longest wait first.
  var criticism: [ContentFile<Criticism>] {
    plan.content.criticism.filter { $0.fields.status == .heard && concerns($0) }
      .sorted { ($0.fields.raised, $0.slug) < ($1.fields.raised, $1.slug) }
  }

  func criticismItem(_ file: ContentFile<Criticism>) -> BriefItem {
    var maker = LedgerMaker(renderer, on: page, showsText: false)
    let days = plan.daysWaited(since: file.fields.raised)
    let waiting = wording(.waitingDays, ["n": .count(days)])
    return BriefItem(
      title: clipped(file.head.title, to: 90),
      note: [maker.criticism(file).meta, waiting].compactMap(\.self).joined(separator: " · "),
      link: .page(SiteRoutes.ledger(.criticism), fragment: Ledger.anchor(of: file)))
  }

  /// The chains it answers for, the next review first.
  var reviews: [ContentFile<StrategyChain>] {
    plan.content.strategy.filter {
      $0.fields.review != nil && isOwn($0.fields.owner, jobs: $0.fields.jobs)
    }.sorted { left, right in
      guard let l = left.fields.review?.value, let r = right.fields.review?.value, l != r else {
        return left.slug < right.slug
      }
      return l < r
    }
  }

  func reviewItem(_ file: ContentFile<StrategyChain>) -> BriefItem {
    var notes: [String] = []
    if let day = file.fields.review?.value {
      notes.append(
        wording(
          day < plan.asOf.day ? .reviewOverdue : .reviewDue,
          ["day": .text(wording.formats.longDate(day))]))
    }
    if let measure = file.fields.measure {
      notes.append(
        wording(.briefMeasure, ["measure": .text(plan.title(of: measure.value.id))]))
    }
    if let target = file.fields.target { notes.append(clipped(target, to: 100)) }
    return BriefItem(
      title: clipped(file.head.title, to: 90), note: notes.joined(separator: " "),
      link: .page(SiteRoutes.ledger(.strategy), fragment: Ledger.anchor(of: file)))
  }

  // MARK: Conversations

  /// Whether this edition may say where somebody could join in.
  var tellsConversations: Bool {
    plan.audience == .colleagues || plan.settings.publishesConversations
  }

  /// Conversations of the last 90 days that wait for the department, those about its jobs first, and
  /// how many older ones there are; nothing where the edition has none.
  var conversations: (items: [BriefItem], older: Int) {
    if !tellsConversations { return ([], 0) }
    let all = communities.flatMap { community in
      waitingConversations(in: community.data, about: wanted(in: community))
        .map { (community: community, conversation: $0) }
    }.sorted { left, right in
      (
        left.conversation.rank, left.conversation.waiting, left.community.slug,
        left.conversation.row
      )
        < (
          right.conversation.rank, right.conversation.waiting, right.community.slug,
          right.conversation.row
        )
    }
    let recent = all.filter { AgeBand(waiting: $0.conversation.waiting) != .longer }
    return (
      recent.map { item($0.conversation, in: $0.community) }, all.count - recent.count
    )
  }

  /// The phrases by which its conversations are known: those of its jobs, and its topics.
  private func wanted(in community: PublishedCommunity) -> [Measures.Job] {
    let own = jobs.filter { job in
      places(of: job).contains { $0.slug == community.slug }
    }.map { job in
      Measures.Job(
        id: clipped(job.head.title, to: 40),
        phrases: job.fields.phrases.map { Codex.Phrase($0.value) })
    }
    let topics = file.fields.topics.map(\.value).filter { topic in
      !own.contains { job in job.phrases.contains { $0.text == topic } }
    }
    return topics.isEmpty
      ? own
      : own + [Measures.Job(id: wording(.topics), phrases: topics.map { Codex.Phrase($0) })]
  }

  private func item(
    _ conversation: WaitingConversation, in community: PublishedCommunity
  ) -> BriefItem {
    let row = conversation.row
    let day = Timestamp(secondsSinceEpoch: community.data.items.published[row]).day
    let parts =
      [clipped(community.name, to: 40), wording.formats.shortDate(day)] + signs(of: conversation)
    return BriefItem(
      title: clipped(community.threadTitle(ofRow: row) ?? wording(.untitled), to: 90),
      note: parts.joined(separator: " · "),
      link: community.sourceLink(toRow: row).map { .web($0.address) })
  }

  /// `we were asked`; `Upgrade without loss: “roll back”, “queue migration”`
  private func signs(of conversation: WaitingConversation) -> [String] {
    var phrases: [(job: String, phrases: [String])] = []
    var words: [String] = []
    for sign in conversation.signs {
      switch sign {
      case .asked: words.append(wording(.weWereAsked))
      case .mentioned: words.append(wording(.weWereMentioned))
      case .phrase(let job, let phrase):
        let quoted = wording.quotationMarks.open + phrase + wording.quotationMarks.close
        if let index = phrases.firstIndex(where: { $0.job == job }) {
          phrases[index].phrases.append(quoted)
        } else {
          phrases.append((job, [quoted]))
        }
      }
    }
    return words
      + phrases.map { entry in
        wording(
          .jobByPhrases,
          [
            "job": .text(entry.job),
            "phrases": .text(entry.phrases.prefix(3).joined(separator: wording.listSeparator)),
          ])
      }
  }
}
