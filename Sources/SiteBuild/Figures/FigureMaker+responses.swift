internal import Basics
internal import ChartSVG
internal import Measures

/// Figures about how a community answers: how long people wait, who comes first, who answers whom.
extension FigureMaker {
  /// Waiting times of the last finished periods as boxes, those that still wait included.
  func waits(of community: PublishedCommunity, number: Int) -> Figure? {
    let metric = MetricName(.timeToFirstResponse, "median").description
    let kind = period ?? StandardFigure.firstResponse.period(in: plan, community)
    let medians = (try? plan.table.series(metric: metric, community: community.slug, period: kind))
    let shown = (medians ?? []).filter(\.isWhole).suffix(mostBoxes)
    guard shown.contains(where: { $0.value != nil }) else { return nil }
    let periods = Set(shown.map(\.period))
    let rows = plan.table.rows.filter {
      $0.community == community.slug && $0.metric.id == .timeToFirstResponse
        && $0.segment == .all && periods.contains($0.period)
    }
    let boxes = shown.map { median in
      BoxRows.Row(
        name: wording.inShort(median.period), size: median.result.value?.n,
        content: BoxRows.Content(rows.filter { $0.period == median.period }, wording))
    }
    return figure(
      titled: shown.last.flatMap(waitText) ?? wording(.howLongPeopleWait),
      of: community, rows, number
    ) { heading in
      draw(BoxRows(heading: heading, rows: boxes, target: secondsOfADay))
    }
  }

  /// Who gives the first response: staff, moderators, regulars or newcomers.
  func sources(of community: PublishedCommunity, number: Int) -> Figure? {
    let rows = wholeTime("response_sources", of: community).filter { ($0.value ?? 0) > 0 }
    guard let most = rows.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
      let first = PersonClass(most.segment, "responder")
    else { return nil }
    let bars = rows.map { row in
      BarTable.Row(
        name: PersonClass(row.segment, "responder").map { wording($0.plural) }
          ?? row.segment.description,
        value: ChartValue(row, wording))
    }
    return figure(
      titled: wording(
        .mostFirstResponses,
        ["people": .text(wording(first.plural)), "share": .text(wording.valueAsDrawn(most))]),
      of: community, rows, number
    ) { heading in
      draw(
        BarTable(
          heading: heading, unit: .share,
          headers: (wording(.firstResponseBy), wording(.shareOfResponses)), rows: bars))
    }
  }

  /// Of the responses in conversations begun by one kind of people, how many came from which kind.
  func matrix(of community: PublishedCommunity, number: Int) -> Figure? {
    let rows = wholeTime("response_matrix", of: community)
    func count(_ starter: PersonClass, _ responder: PersonClass) -> Double {
      let segment = Segment([("responder", responder.rawValue), ("starter", starter.rawValue)])
      return rows.first { $0.segment == segment }?.value ?? 0
    }
    let present = PersonClass.inOrder.filter { kind in
      PersonClass.inOrder.contains { count(kind, $0) > 0 || count($0, kind) > 0 }
    }
    guard present.count > 1 else { return nil }
    let grid = present.map { starter in
      let counts = present.map { count(starter, $0) }
      let total = counts.reduce(0, +)
      return ShareGrid.Row(
        name: wording(starter.plural), size: Int(total),
        values: counts.map { total > 0 ? .number($0 / total, low: nil, high: nil) : nil })
    }
    let newcomers = present.map { count(.newcomer, $0) }
    let most = zip(present, newcomers).max { $0.1 < $1.1 }
    let title = most.flatMap { kind, responses in
      answerText(kind, responses / newcomers.reduce(0, +), of: newcomers.reduce(0, +))
    }
    return figure(
      titled: title ?? wording(.whoAnswersWhom), of: community, rows, number
    ) { heading in
      draw(
        ShareGrid(
          roles: present.map { wording($0.plural) }, askedBy: grid, heading: heading,
          threshold: plan.threshold(community)))
    }
  }

  /// `In Q3 2026 half of the conversations waited 4 h 34 or longer`
  private func waitText(_ median: Measurement) -> String? {
    guard median.value != nil else { return nil }
    return wording(
      .halfWaited,
      [
        "period": .text(wording.inShort(median.period)), "time": .text(wording.value(median)),
      ])
  }

  /// `66% of the responses to newcomers came from regulars`; nil where nobody answered them.
  private func answerText(_ kind: PersonClass, _ share: Double, of count: Double) -> String? {
    guard count > 0 else { return nil }
    let part = wording.shareAsDrawn(share, of: Int(count))
    return wording(kind.answeredNewcomers, ["share": .text(part)])
  }
}

private let mostBoxes = 12
private let secondsOfADay = 86_400.0
/// Below that a box says more about chance than about the place.
private let fewestInABox = 20

extension BoxRows.Content {
  /// The parts of one period's waiting times.
  fileprivate init(_ rows: [Measurement], _ wording: Wording) {
    func part(_ name: String) -> Measurement? { rows.first { $0.metric.part == name } }
    guard let median = part("median") else {
      self = .missing(reason: wording(.none))
      return
    }
    if case .suppressed = median.result {
      self = .suppressed
    } else if let n = part("unanswered")?.result.value?.n, n < fewestInABox {
      self = .missing(
        reason: wording(.underConversations, ["n": .count(fewestInABox)]))
    } else if let p10 = part("p10")?.value, let p25 = part("p25")?.value {
      self = .box(
        .init(
          p10: p10, p25: p25, median: median.value, p75: part("p75")?.value,
          p90: part("p90")?.value))
    } else {
      self = .missing(reason: wording(.overThreeQuarters))
    }
  }
}

extension PersonClass {
  /// From those who are new to those whose work it is.
  fileprivate static let inOrder: [PersonClass] = [.newcomer, .regular, .moderator, .staff]

  /// The kind a segment names under a key: `responder=staff`.
  fileprivate init?(_ segment: Segment, _ key: String) {
    guard let kind = PersonClass.allCases.first(where: { Segment(key, $0.rawValue) == segment })
    else { return nil }
    self = kind
  }

  fileprivate var plural: SiteWord {
    switch self {
    case .newcomer: .newcomers
    case .regular: .regulars
    case .moderator: .moderators
    case .staff: .staff
    }
  }

  fileprivate var answeredNewcomers: SiteWord {
    switch self {
    case .newcomer: .newcomersAnsweredNewcomers
    case .regular: .regularsAnsweredNewcomers
    case .moderator: .moderatorsAnsweredNewcomers
    case .staff: .staffAnsweredNewcomers
    }
  }
}
