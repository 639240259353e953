internal import LinkDirectory
internal import Basics
internal import ChartSVG
internal import CommunityData
internal import Measures

/// Draws what is asked from the measurement table.
struct FigureMaker: Sendable {
  let plan: SitePlan
  let page: SitePath
  /// An author's own title, in place of the one a drawing gives itself.
  var title: String?
  /// An author's own length of steps, for drawings that have any.
  var period: Period.Kind?

  var wording: Wording { plan.wording }

  /// The figure of a request, in the form it asks for or its metric takes by itself.
  func figure(
    _ request: FigureRequest, asTable: Bool = false, number: Int
  ) throws(FigureFault) -> Figure {
    let metric = try name(of: request.metric)
    let forms = ChartForm.forms(of: metric)
    let isComparison = !request.communities.isEmpty || request.cut != nil
    let usual = isComparison ? ChartForm.bars : forms[0]
    let form = request.form ?? usual
    guard isComparison ? ChartForm.comparisons.contains(form) : forms.contains(form) else {
      throw .unfit(
        form, metric: request.metric, forms: isComparison ? ChartForm.comparisons : forms)
    }
    var figure =
      if !isComparison, let made = form.figure(of: metric) {
        try standing(made, as: form, request, number)
      } else if form == .line {
        try line(request, number: number)
      } else {
        try comparison(request, as: form, number: number)
      }
    if asTable {
      figure.drawn.showTable(called: wording(.figureTable, ["number": .count(number)]), wording)
    }
    return figure
  }

  private func name(of metric: String) throws(FigureFault) -> MetricName {
    do throws(MeasureError) { return try Metrics.name(metric) } catch { throw .measure(error) }
  }

  /// A drawing that pages of communities have too, with the author's title.
  private func standing(
    _ kind: TableFigure, as form: ChartForm, _ request: FigureRequest, _ number: Int
  ) throws(FigureFault) -> Figure {
    let unused = request.keysUnused(by: form)
    if !unused.isEmpty { throw .unused(unused, form) }
    let community = try plan.community(named: request.community)
    var maker = self
    maker.title = request.title
    maker.period = request.period
    guard let figure = kind.make(maker, community, number) else {
      throw .nothingToShow(request.metric)
    }
    return figure
  }

  /// The course of a metric.
  private func line(_ request: FigureRequest, number: Int) throws(FigureFault) -> Figure {
    let community = try plan.community(named: request.community)
    let rows = try rows(of: request, in: community)
    guard let metric = rows.first?.metric else {
      throw .measure(.unknownPeriod(request.metric, suggestion: nil, range: nil))
    }
    let part = plan.part(metric)
    let drawnRows = rows.filter(\.isWhole)
    let subtitle = subtitle(
      of: metric, rows: drawnRows, communities: [community])
    let heading = ChartHeading(
      id: "fig-\(number)", measure: subtitle, title: request.title, credit: plan.credit(community),
      wording: wording, colours: plan.colours)
    var chart = LineChart(
      heading: heading, unit: ChartUnit(part.unit),
      series: [
        ChartSeries(name: community.name, points: rows.compactMap { ChartPoint($0, wording) })
      ])
    if request.showsCampaigns { overlay(&chart, community: community, rows: rows) }
    chart.annotations = try annotations(request, rows: rows)
    chart.usualRange = request.usual.map { UsualRange(low: $0.low, high: $0.high) }
    return Figure(
      number: number, title: request.title, subtitle: subtitle,
      source: plan.sourceText(community, rows: drawnRows),
      data: .measured(metric, selection(of: rows)), drawn: draw(chart), page: page,
      faults: check(chart))
  }

  func rows(
    of request: FigureRequest, in community: PublishedCommunity
  ) throws(FigureFault) -> [Measurement] {
    do throws(MeasureError) {
      let shortest = try plan.table.shortestDrawnPeriod(
        metric: request.metric, community: community.slug, segment: request.segment)
      let kind = request.period ?? shortest
      return try plan.table.series(
        metric: request.metric, community: community.slug, period: kind, segment: request.segment
      ).filter { row in
        guard let first = row.period.firstDay, let end = row.period.endDay else { return true }
        return (request.from.map { end > $0 } ?? true) && (request.to.map { first <= $0 } ?? true)
      }
    } catch {
      throw .measure(error)
    }
  }

  /// The rows of one chart as a table of their own: one metric, one segment, one kind of period.
  private func selection(of rows: [Measurement]) -> MeasurementTable {
    let periods = Set(rows.map(\.period))
    guard let first = rows.first else { return MeasurementTable(merging: []) }
    return plan.table.selection { row in
      row.metric == first.metric && row.community == first.community
        && row.segment == first.segment && periods.contains(row.period)
    }
  }

  /// `Posts, answers and comments per month, History Meta, 1 October 2011 to 31 July 2018`
  func subtitle(
    of metric: MetricName, rows: [Measurement], communities: [PublishedCommunity]
  ) -> String {
    let (measure, steps) = words(of: metric, by: rows.first?.period.kind ?? .all)
    var values: [String: MessageValue] = [
      "measure": .text(measure), "steps": .text(steps),
      "name": .text(communities.map(\.name).joined(separator: wording.listSeparator)),
    ]
    guard let first = rows.first?.period.firstDay, let end = rows.last?.period.endDay else {
      return wording(.figureSubtitleUndated, values)
    }
    let known = communities.map(\.data.manifest.window.from.day).min()
    values["first"] = .text(wording.formats.longDate(known.map { max(first, $0) } ?? first))
    values["last"] = .text(wording.formats.longDate(end.adding(days: -1)))
    return wording(.figureSubtitle, values)
  }

  /// `Posts`, `per month`; a time is explained by a sentence, which comes last: `Time to first response`,
  /// `per month: half of the threads have a response by then`.
  private func words(
    of metric: MetricName, by kind: Period.Kind
  ) -> (measure: String, steps: String) {
    let (part, steps) = (plan.part(metric), wording.each(kind))
    guard part.unit == .seconds else { return (plan.meaning(of: metric), steps) }
    let meaning = MessageValue.text(wording.continued(plan.ownMeaning(of: metric)))
    return (
      plan.title(of: metric.id),
      wording(.measureWithTitle, ["title": .text(steps), "meaning": meaning])
    )
  }

  private func overlay(
    _ chart: inout LineChart, community: PublishedCommunity, rows: [Measurement]
  ) {
    guard let first = rows.first?.period.firstDay, let end = rows.last?.period.endDay else {
      return
    }
    let felt = plan.campaigns.filter { campaign in
      campaign.communities.contains { $0.value == community.fileName } && campaign.from < end
        && (campaign.to ?? campaign.from) >= first
    }
    for (index, campaign) in felt.filter({ $0.to != nil }).enumerated() {
      guard let letter = bandLetter(index), let to = campaign.to, to >= campaign.from else {
        continue
      }
      chart.bands.append(
        ChartBand(
          letter: letter, name: campaign.title, days: campaign.from...to,
          link: campaign.link?.text))
    }
    for (index, event) in felt.filter({ $0.to == nil }).enumerated() {
      chart.events.append(
        ChartEvent(
          number: index + 1, name: event.title, day: event.from, link: event.link?.text))
    }
  }

  private func annotations(
    _ request: FigureRequest, rows: [Measurement]
  ) throws(FigureFault) -> [ChartAnnotation] {
    var found: [ChartAnnotation] = []
    for text in request.annotations {
      let parts = text.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let period = Period(parts[0]),
        let row = rows.first(where: { $0.period == period }), let day = period.firstDay,
        case .value = row.result
      else { throw .badAnnotation(text) }
      let remark = parts[1].drop { $0 == " " }
      let number = wording.valueAsDrawn(row)
      found.append(ChartAnnotation(on: day, lines: ["\(number)\(wording.listSeparator)\(remark)"]))
    }
    return found
  }
}

extension DrawnChart {
  /// All of its values in place of the drawing.
  mutating func showTable(called name: String, _ wording: Wording) {
    variants = table.html(figure: name, wording)
    isTable = true
    keyList = []
  }
}

/// `A` … `Z`; nil beyond, where bands could no longer be told apart.
private func bandLetter(_ index: Int) -> String? {
  index < 26 ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index))) : nil
}

extension ChartUnit {
  init(_ unit: Unit) {
    switch unit {
    case .seconds: self = .duration
    case .share: self = .share
    case .ratio, .score, .perWeek: self = .ratio
    case .items, .people, .threads, .entries: self = .count(noun: unit.rawValue)
    }
  }
}

extension ChartPoint {
  /// nil for the whole time, which is no point on a time axis.
  init?(_ row: Measurement, _ wording: Wording) {
    guard let days = row.period.days else { return nil }
    self.init(
      days: days, label: wording.inShort(row.period), value: ChartValue(row, wording),
      cutOff: row.cutOff)
  }
}
