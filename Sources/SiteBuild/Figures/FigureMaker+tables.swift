internal import Basics
internal import ChartSVG
internal import CommunityData
internal import Measures

/// Figures that are tables with drawings in their cells; nil where there is nothing to show.
extension FigureMaker {
  /// When in the week people write: 7 days × 12 two-hour slots over the whole time.
  func rhythm(of community: PublishedCommunity, number: Int) -> Figure? {
    let rows = wholeTime("activity_times", of: community)
    let cells = Dictionary(
      rows.map { ($0.segment.description, $0) }, uniquingKeysWith: { first, _ in first })
    func cell(_ day: Int, _ slot: Int) -> Measurement? {
      cells["hours=\(padded(slot * 2, 2))-\(padded(slot * 2 + 2, 2));weekday=\(day)"]
    }
    guard rows.contains(where: { ($0.value ?? 0) > 0 }) else { return nil }
    let values = (1...7).map { day in
      (0..<12).map { slot in
        cell(day, slot).map { ChartValue($0, wording) } ?? .missing(reason: wording(.none))
      }
    }
    let busiest = rows.max { ($0.value ?? 0) < ($1.value ?? 0) }
    return figure(
      titled: busiest.flatMap(busyText) ?? wording(.whenPeopleWrite), of: community, rows, number,
      measure: .postsByWeekday
    ) { heading in
      draw(Heatmap(heading: heading, week: values, threshold: plan.threshold(community)))
    }
  }

  /// How many questions have a response within an hour, a day and a week, with the likely range.
  func promptness(of community: PublishedCommunity, number: Int) -> Figure? {
    let names: [(String, SiteWord)] = [
      ("1h", .withinAnHour), ("24h", .withinADay), ("7d", .withinAWeek),
    ]
    let rows = names.flatMap { wholeTime("answered_within.\($0.0)", of: community) }
      .filter { $0.segment == .all }
    guard rows.count == names.count, rows.contains(where: { $0.value != nil }) else { return nil }
    let shown = zip(rows, names).map { row, name in
      DotRange.Row(
        name: wording(name.1),
        note: row.result.value?.n.map { wording(.ofQuestions, ["n": .count($0)]) },
        value: ChartValue(row, wording))
    }
    let title = wording(.promptShare, ["share": .text(wording.valueAsDrawn(rows[1]))])
    let heads = (name: wording(.response), value: wording(.shareOfQuestions))
    return figure(
      titled: title, of: community, rows, number
    ) { heading in
      draw(DotRange(heading: heading, headers: heads, rows: shown))
    }
  }

  /// How many newcomers of each year, or quarter, wrote again in the months after their first.
  func retention(of community: PublishedCommunity, number: Int) -> Figure? {
    let months = 6
    let usual = [Period.Kind.quarter, .year].first { isReadable($0, community) }
    guard let kind = period ?? usual else { return nil }
    let rows = plan.table.rows.filter {
      $0.community == community.slug && $0.metric.id == .retention && $0.period.kind == kind
    }
    let periods = Array(Set(rows.map(\.period))).sorted()
    let cohorts = periods.map { period in
      let cells = (1...months).map { month in
        rows.first {
          $0.period == period && $0.segment == Segment("months_later", padded(month, 2))
        }
      }
      let sizes = cells.map { $0?.result.value?.n }
      return ShareGrid.Row(
        name: wording.period(wording.inShort(period), cells[0]?.cutOff ?? []), size: sizes[0],
        values: cells.map { $0.flatMap { ShareGrid.cell($0, wording) } }, sizes: sizes)
    }
    guard cohorts.contains(where: { $0.size != nil }) else { return nil }
    return figure(
      titled: wording(kind == .quarter ? .wroteAgainQuarter : .wroteAgainYear), of: community,
      rows, number, remark: cohorts.contains(where: \.shrinks) ? .laterMonthsFewer : nil
    ) { heading in
      draw(
        ShareGrid(
          cohorts: cohorts, months: months, heading: heading,
          threshold: plan.threshold(community)))
    }
  }

  /// Whether at least half of a kind's cohorts have a first month that may be shown.
  private func isReadable(_ kind: Period.Kind, _ community: PublishedCommunity) -> Bool {
    let first = plan.table.rows.filter {
      $0.community == community.slug && $0.metric.id == .retention && $0.period.kind == kind
        && $0.segment == Segment("months_later", "01")
    }
    return !first.isEmpty && first.count { $0.value != nil } * 2 >= first.count
  }

  /// The rows of a metric for the whole window; none where it is not measured.
  func wholeTime(_ metric: String, of community: PublishedCommunity) -> [Measurement] {
    let rows = try? plan.table.rows(metric: metric, community: community.slug)
    return (rows ?? []).filter { $0.period == .all }
  }

  /// `Busiest: Wednesdays, 20 to 22 h`
  private func busyText(_ row: Measurement) -> String? {
    let parts = row.segment.description.split(separator: ";").compactMap {
      $0.split(separator: "=").last
    }
    guard parts.count == 2, let day = Int(parts[1]), (1...7).contains(day) else { return nil }
    let hours = parts[0].split(separator: "-").compactMap { Int($0) }
    guard hours.count == 2 else { return nil }
    return wording(
      .busiest,
      [
        "days": .text(wording(daysOfTheWeek[day - 1])), "from": .count(hours[0]),
        "to": .count(hours[1]),
      ])
  }

  /// A figure around a drawing that is a table or rows; `rows` are those that are drawn.
  func figure(
    titled title: String, of community: PublishedCommunity, _ rows: [Measurement], _ number: Int,
    measure: SiteWord? = nil, remark: SiteWord? = nil, _ drawing: (ChartHeading) -> DrawnChart
  ) -> Figure? {
    guard let metric = rows.first?.metric else { return nil }
    let title = self.title ?? title
    let days = community.days(of: rows)
    let caption = wording(
      .figureSubtitleWhole,
      [
        "measure": .text(measure.map { wording($0) } ?? plan.title(of: metric.id)),
        "name": .text(community.name),
        "first": .text(wording.formats.longDate(days.lowerBound)),
        "last": .text(wording.formats.longDate(days.upperBound)),
      ])
    let subtitle = remark.map { "\(caption). \(wording($0))" } ?? caption
    let heading = ChartHeading(
      id: "fig-\(number)", measure: subtitle, title: title, credit: plan.credit(community),
      wording: wording, colours: plan.colours)
    let names = Set(rows.map(\.metric))
    let periods = Set(rows.map(\.period))
    return Figure(
      number: number, title: title, subtitle: subtitle,
      source: plan.sourceText(community, rows: rows),
      data: .measured(
        metric,
        plan.table.selection {
          $0.community == community.slug && names.contains($0.metric)
            && periods.contains($0.period)
        }), drawn: drawing(heading), page: page)
  }
}

extension PublishedCommunity {
  /// The days that some rows are about, as far as the data reach: all of them for a row of `all`.
  fileprivate func days(of rows: [Measurement]) -> ClosedRange<CalendarDay> {
    let window = data.manifest.window
    let known = window.from.day...max(window.from.day, window.to.day)
    let periods = rows.map(\.period.days)
    guard let first = periods.compactMap({ $0?.lowerBound }).min(), !periods.contains(nil),
      let last = periods.compactMap({ $0?.upperBound }).max()
    else { return known }
    return (first...last).clamped(to: known)
  }
}

private let daysOfTheWeek: [SiteWord] = [
  .mondays, .tuesdays, .wednesdays, .thursdays, .fridays, .saturdays, .sundays,
]

extension ChartValue {
  /// A measurement in a cell.
  init(_ row: Measurement, _ wording: Wording) {
    switch row.result {
    case .value(let estimate):
      self = .number(estimate.value, low: estimate.low, high: estimate.high)
    case .suppressed: self = .suppressed
    case .notMeasurable(let field):
      let words = wording(.notMeasurableField, ["field": .text(wording.name(of: field))])
      self = .missing(reason: words)
    case .undefined(let reason): self = .missing(reason: wording.name(of: reason))
    }
  }
}

extension ShareGrid.Row {
  /// Whether some of its people have not had a later month yet.
  fileprivate var shrinks: Bool {
    (sizes ?? []).compactMap(\.self).contains { $0 < size ?? 0 }
  }
}

extension ShareGrid {
  /// nil for a month that has not come yet.
  fileprivate static func cell(_ row: Measurement, _ wording: Wording) -> ChartValue? {
    if case .undefined = row.result { return nil }
    return ChartValue(row, wording)
  }
}
