internal import Basics
internal import Measures

/// A department's numbers: how many conversations are about each of its jobs.
extension BriefMaker {
  /// Those of its jobs, job by job and community by community, filled up with those of its first
  /// community; and how many of its jobs' do not fit.
  var figures: (shown: [BriefFigure], more: Int) {
    let ofJobs = jobs.flatMap { job in
      places(of: job).compactMap { figure(of: job, in: $0) }
    }
    let left = BriefLimits.figures - ofJobs.count
    if left <= 0 { return (Array(ofJobs.prefix(BriefLimits.figures)), -left) }
    return (ofJobs + (communities.first.map(figures) ?? []).prefix(left), 0)
  }

  var jobs: [ContentFile<Job>] {
    file.fields.jobs.compactMap { name in plan.content.jobs.first { $0.slug == name.value } }
  }

  /// The communities in which a job is looked for, as far as the department follows them.
  func places(of job: ContentFile<Job>) -> [PublishedCommunity] {
    let named = Set(job.fields.communities.map(\.value))
    return communities.filter { named.isEmpty || named.contains($0.fileName) }
  }

  /// Months tell what is usual sooner than quarters do, and conversations are no people.
  private func figure(
    of job: ContentFile<Job>, in community: PublishedCommunity
  ) -> BriefFigure? {
    let maker = KeyFigureMaker(plan: plan, community: community, page: page, kind: .month)
    let segment = Segment("job", job.slug).description
    let name = clipped(job.head.title, to: 60)
    let title =
      places(of: job).count > 1 ? inCommunity(name, community) : name
    guard
      var found = figure(maker, maker.label(title), metric: "jobs.threads", segment: segment)
    else { return nil }
    if let count = found.course.last.flatMap(\.self) {
      found.figure.unit = wording(.conversationUnit, ["n": .count(Int(count))])
    }
    let open = maker.course("jobs.unanswered", segment: segment).rows.last?.value
    if let open, open > 0 {
      found.figure.note += " " + wording(.openSoFar, ["n": .count(Int(open))])
    }
    return found
  }

  private func figures(of community: PublishedCommunity) -> [BriefFigure] {
    let maker = KeyFigureMaker(plan: plan, community: community, page: page)
    let wanted: [(SiteWord, String)] = [
      (.medianWait, "time_to_first_response.median"), (.peopleWhoWrote, "contributors"),
      (.postsAndComments, "activity.items"),
    ]
    return wanted.compactMap { word, metric in
      let name = communities.count > 1 ? inCommunity(wording(word), community) : wording(word)
      return figure(maker, maker.label(name), metric: metric, segment: "all")
    }
  }

  private func inCommunity(_ name: String, _ community: PublishedCommunity) -> String {
    wording(.jobInCommunity, ["job": .text(name), "community": .text(community.name)])
  }

  private func figure(
    _ maker: KeyFigureMaker, _ label: String, metric: String, segment: String
  ) -> BriefFigure? {
    guard let figure = maker.figure(label, metric: metric, segment: segment) else { return nil }
    let (rows, usual) = maker.course(metric, segment: segment)
    let source = wording(.sourceLine, sourceParts(maker.community))
    return BriefFigure(figure: figure, source: source, course: rows.map(\.value), usual: usual)
  }

  /// Where the numbers come from.
  func figuresNote(_ figures: [BriefFigure]) -> String {
    var sources: [String] = []
    for figure in figures where !sources.contains(figure.source) { sources.append(figure.source) }
    return sources.joined(separator: " ")
  }

  private func sourceParts(_ community: PublishedCommunity) -> [String: MessageValue] {
    [
      "name": .text(community.name),
      "day": .text(wording.formats.longDate(community.knownUntil)),
    ]
  }
}
