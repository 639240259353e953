internal import Basics
internal import ChartSVG
internal import Measures

/// Figures about how a community answers: how long people wait, who comes first, who answers whom.
extension FigureMaker {
  /// Waiting times of the last finished periods as boxes, those that still wait included.
  func waits(of community: PublishedCommunity, number: Int) -> Figure? {
    let metric = MetricName(.timeToFirstResponse, "median").description
    let kind = StandardFigure.firstResponse.period(in: plan, community)
    let medians = (try? plan.table.series(metric: metric, community: community.slug, period: kind))
    let shown = (medians ?? []).filter { !$0.isUnfinished }.suffix(mostBoxes)
    guard shown.contains(where: { $0.value != nil }) else { return nil }
    let periods = Set(shown.map(\.period))
    let rows = plan.table.rows.filter {
      $0.community == community.slug && $0.metric.id == .timeToFirstResponse
        && $0.segment == .all && periods.contains($0.period)
    }
    let boxes = shown.map { median in
      BoxRows.Row(
        name: median.period.inShort, size: median.result.value?.n,
        content: BoxRows.Content(rows.filter { $0.period == median.period }))
    }
    return figure(
      titled: shown.last.flatMap(waitText) ?? "How long people wait for a first response",
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
        name: PersonClass(row.segment, "responder")?.plural ?? row.segment.description,
        value: ChartValue(row))
    }
    return figure(
      titled: "\(first.plural) gave the most first responses: \(ValueText.text(most))",
      of: community, rows, number
    ) { heading in
      draw(
        BarTable(
          heading: heading, unit: .share, headers: ("First response by", "Share of responses"),
          rows: bars))
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
        name: starter.plural, size: Int(total),
        values: counts.map { total > 0 ? .number($0 / total, low: nil, high: nil) : nil })
    }
    let newcomers = present.map { count(.newcomer, $0) }
    let most = zip(present, newcomers).max { $0.1 < $1.1 }
    let title = most.flatMap { kind, responses in
      answerText(kind, responses / newcomers.reduce(0, +), of: newcomers.reduce(0, +))
    }
    return figure(
      titled: title ?? "Who answers whom", of: community, rows, number
    ) { heading in
      draw(
        ShareGrid(
          roles: present.map(\.plural), askedBy: grid, heading: heading,
          threshold: plan.threshold(community)))
    }
  }
}

/// `In Q3 2026 half of the conversations waited 4 h 34 or longer`
private func waitText(_ median: Measurement) -> String? {
  guard median.value != nil else { return nil }
  return "In \(median.period.inShort) half of the conversations waited "
    + "\(ValueText.text(median)) or longer"
}

/// `66% of the responses to newcomers came from regulars`; nil where nobody answered them.
private func answerText(_ kind: PersonClass, _ share: Double, of count: Double) -> String? {
  guard count > 0 else { return nil }
  return "\(percentText(share, of: Int(count))) of the responses to newcomers came from "
    + kind.plural.lowercased()
}

private let mostBoxes = 12
private let secondsOfADay = 86_400.0
/// Below that a box says more about chance than about the place.
private let fewestInABox = 20

extension BoxRows.Content {
  /// The parts of one period's waiting times.
  fileprivate init(_ rows: [Measurement]) {
    func part(_ name: String) -> Measurement? { rows.first { $0.metric.part == name } }
    guard let median = part("median") else {
      self = .missing(reason: "none")
      return
    }
    if case .suppressed = median.result {
      self = .suppressed
    } else if let n = part("unanswered")?.result.value?.n, n < fewestInABox {
      self = .missing(reason: "under \(fewestInABox) conversations")
    } else if let p10 = part("p10")?.value, let p25 = part("p25")?.value {
      self = .box(
        .init(
          p10: p10, p25: p25, median: median.value, p75: part("p75")?.value,
          p90: part("p90")?.value))
    } else {
      self = .missing(reason: "over three quarters unanswered")
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

  fileprivate var plural: String {
    switch self {
    case .newcomer: "Newcomers"
    case .regular: "Regulars"
    case .moderator: "Moderators"
    case .staff: "Staff"
    }
  }
}
