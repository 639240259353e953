internal import Basics
internal import ChartSVG
internal import Measures

/// Several communities, or several cuts of one, side by side.
extension FigureMaker {
  /// One thing that is compared.
  private struct Subject {
    var name: String
    var community: PublishedCommunity
    var segment: String
    var rows: [Measurement] = []
  }

  /// Bars, a slope or small multiples.
  func comparison(
    _ request: FigureRequest, as form: ChartForm, number: Int
  ) throws(FigureFault) -> Figure {
    var subjects: [Subject] = []
    for var subject in try self.subjects(of: request) {
      var part = request
      part.community = subject.community.slug
      part.segment = subject.segment
      part.period = request.period ?? (form == .bars ? .all : nil)
      subject.rows = try rows(of: part, in: subject.community).filter(\.isWhole)
      subjects.append(subject)
    }
    // Those that are measured in other steps could not be laid beside the others.
    let kind = request.period ?? subjects.compactMap { $0.rows.first?.period.kind }.max()
    if form != .bars, let kind, request.period == nil {
      var whole = request
      whole.period = kind
      return try comparison(whole, as: form, number: number)
    }
    subjects = weightiest(subjects, atMost: form == .slope ? mostLines : mostSubjects)
    guard let first = subjects.first?.rows.first else { throw .nothingToShow(request.metric) }
    let rows = subjects.flatMap(\.rows)
    let places = Set(rows.map(Place.init))
    let heading = heading(request, first.metric, subjects, number)
    let (drawn, faults) = draw(subjects, request, as: form, heading)
    return Figure(
      number: number, title: request.title, subtitle: heading.measure,
      source: sources(subjects),
      data: .measured(
        first.metric, plan.table.selection { [places] in places.contains(Place(of: $0)) }),
      drawn: drawn, page: page, faults: faults)
  }

  // MARK: What is compared

  private func subjects(of request: FigureRequest) throws(FigureFault) -> [Subject] {
    guard let key = request.cut else { return try communities(of: request) }
    let community = try plan.community(named: request.community)
    let rows: ArraySlice<Measurement>
    do throws(MeasureError) {
      rows = try plan.table.rows(metric: request.metric, community: community.slug)
    } catch {
      throw .measure(error)
    }
    let cuts = Set(rows.map(\.segment)).filter { $0.isCut(by: key) }.sorted()
    if cuts.isEmpty {
      let known = Set(rows.flatMap { $0.segment.keys }).sorted()
      throw .noSuchCut(key, of: request.metric, known: known)
    }
    let names = withoutCommonFolder(cuts.map { plan.name(of: $0, in: community) })
    return zip(cuts, names).map { cut, name in
      Subject(name: name, community: community, segment: cut.description)
    }
  }

  private func communities(of request: FigureRequest) throws(FigureFault) -> [Subject] {
    var found: [Subject] = []
    for name in request.communities {
      let community = try plan.community(named: name)
      found.append(
        Subject(name: community.name, community: community, segment: request.segment))
    }
    guard found.count > 1 else { throw .nothingToCompare }
    return found
  }

  /// Those with the largest newest values, in the order they were given.
  private func weightiest(_ subjects: [Subject], atMost count: Int) -> [Subject] {
    let shown = subjects.filter { $0.rows.contains { $0.value != nil } }
    guard shown.count > count else { return shown }
    let ranked = shown.indices.sorted {
      (shown[$0].rows.last?.value ?? 0) > (shown[$1].rows.last?.value ?? 0)
    }
    return ranked.prefix(count).sorted().map { shown[$0] }
  }

  // MARK: How it is drawn

  private func draw(
    _ subjects: [Subject], _ request: FigureRequest, as form: ChartForm, _ heading: ChartHeading
  ) -> (DrawnChart, [Diagnostic]) {
    let unit = ChartUnit(subjects.first?.rows.first?.unit ?? .items)
    switch form {
    case .multiples:
      let chart = SmallMultiples(
        heading: heading, unit: unit,
        panels: subjects.map { subject in
          ChartSeries(
            name: subject.name, points: subject.rows.compactMap { ChartPoint($0, wording) })
        }, highlighted: request.highlighted)
      return (ChartSVG.draw(chart), check(chart))
    case .slope:
      let periods = Set(subjects.flatMap { $0.rows.map(\.period) })
      let ends = (first: periods.min(), last: periods.max())
      let chart = Slope(
        heading: heading, unit: unit,
        dates: (
          from: ends.first.map(wording.inShort) ?? "", to: ends.last.map(wording.inShort) ?? ""
        ),
        lines: subjects.map { subject in
          Slope.Line(
            name: subject.name, from: value(subject, ends.first), to: value(subject, ends.last))
        }, highlighted: request.highlighted)
      return (ChartSVG.draw(chart), check(chart))
    default:
      let metric = subjects.first?.rows.first?.metric
      let headers = (
        name: wording(Segment.word(ofCut: request.cut)),
        value: metric.map(plan.meaning) ?? heading.measure
      )
      let chart = BarTable(
        heading: heading, unit: unit, headers: headers,
        rows: subjects.map { subject in
          BarTable.Row(
            name: subject.name,
            value: subject.rows.last.map { ChartValue($0, wording) }
              ?? .missing(reason: wording(.none)))
        })
      return (ChartSVG.draw(chart), [])
    }
  }

  private func value(_ subject: Subject, _ period: Period?) -> ChartValue {
    subject.rows.first { $0.period == period }.map { ChartValue($0, wording) }
      ?? .missing(reason: wording(.none))
  }

  // MARK: What stands around it

  private func heading(
    _ request: FigureRequest, _ metric: MetricName, _ subjects: [Subject], _ number: Int
  ) -> ChartHeading {
    let rows = subjects.flatMap(\.rows).sorted { $0.period < $1.period }
    let communities = distinct(subjects)
    let measure = subtitle(
      of: metric, rows: rows, communities: communities)
    return ChartHeading(
      id: "fig-\(number)", measure: measure, title: request.title,
      credit: plan.credit(communities[0]), wording: wording, colours: plan.colours)
  }

  private func sources(_ subjects: [Subject]) -> String {
    distinct(subjects).map { community in
      let rows = subjects.filter { $0.community.slug == community.slug }.flatMap(\.rows)
      return plan.sourceText(community, rows: rows)
    }.joined(separator: " ")
  }

  private func distinct(_ subjects: [Subject]) -> [PublishedCommunity] {
    subjects.map(\.community).reduce(into: []) { found, community in
      if !found.contains(where: { $0.slug == community.slug }) { found.append(community) }
    }
  }
}

/// `["Camp/python", "Camp/java"]` → `["python", "java"]`: where names are short of room, what all of
/// them begin with tells nothing.
package func withoutCommonFolder(_ names: [String]) -> [String] {
  guard let first = names.first, names.count > 1, let end = first.lastIndex(of: "/") else {
    return names
  }
  let folder = first[...end]
  let isCommon = names.allSatisfy { $0.hasPrefix(folder) && $0.count > folder.count }
  return isCommon ? names.map { String($0.dropFirst(folder.count)) } : names
}

private let mostSubjects = 12
private let mostLines = 6

/// Where a row stands in the table of all communities.
private struct Place: Hashable {
  var community: String
  var metric: MetricName
  var period: Period
  var segment: Segment

  init(of row: Measurement) {
    (community, metric, period, segment) = (row.community, row.metric, row.period, row.segment)
  }
}

extension SitePlan {
  /// What a segment cuts by, as readers know it: entries of the ledgers by their titles.
  fileprivate func name(of segment: Segment, in community: PublishedCommunity) -> String {
    let slug = community.topicName(segment)
    let title: String? =
      switch segment.keys {
      case ["entry"]: content.criticism.first { $0.slug == slug }?.head.title
      case ["job"]: content.jobs.first { $0.slug == slug }?.head.title
      default: nil
      }
    return title ?? slug
  }
}

extension Segment {
  /// What heads the names of what is compared.
  fileprivate static func word(ofCut key: String?) -> SiteWord {
    switch key {
    case nil: .community
    case "entry": .criticism
    case "job": .job
    default: .group
    }
  }

  /// What it cuts by: `channel`, or `hours` and `weekday`.
  fileprivate var keys: [String] {
    description.split(separator: ";").compactMap { pair in
      pair.firstIndex(of: "=").map { String(pair[..<$0]) }
    }
  }

  fileprivate func isCut(by key: String) -> Bool { keys == [key] }
}
