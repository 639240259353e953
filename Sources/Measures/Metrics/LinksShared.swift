internal import CommunityData

extension Metric {
  static let linksShared = Metric(
    id: .linksShared,
    title: "Links shared",
    definition: "Which domains and pages people share here, and what kind of media they are.",
    formula: """
      Counted items that are not deleted and link to a web address outside the place itself, and the \
      distinct people who wrote them. An address counts without `www.`, port, query and fragment, once \
      an item. Kinds of media are those the site declares: earned, owned, paid, participatory, \
      sponsored; all else is unclassed. A domain or page is listed only if at least as many people \
      shared it in the whole window as the threshold asks: 50 domains and 50 pages at most, those of \
      most people first.
      """,
    parts: [
      Part("items", .items, "Items with such a link"),
      Part("people", .people, "Different people who shared one", people: true),
    ],
    segments: [
      Cut("domain=NAME", "Links to a domain, by year and whole window"),
      Cut("media=KIND", "Links to one kind of media, or `unclassed`"),
      Cut("page=ADDRESS", "Links to a page, for the whole window"),
    ],
    periods: [.quarter, .year, .all],
    source: "Ours; kinds of media after common practice in public relations",
    weaknesses: [
      "An address that was shortened counts for the shortener.",
      "What few people share is not listed at all, however good it is.",
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      ["ana", "ben", "cleo", "dana", "emil"].map { name -> WorkedExample.Post in
        .init("t1", name, "2018-01-03 09:00", .reply, text: "see https://www.example.net/guide#a.")
      } + [
        .init("t1", "ana", "2018-01-03 10:00", .reply, text: "<http://Example.net:80/other?q=1>"),
        .init("t1", "ana", "2018-01-03 11:00", .reply, text: "https://small.example/once"),
      ],
      with: MeasureInputs(media: [MediaAsset(address: "example.net/guide", kind: .owned)]),
      gives: [
        .init("items", "all", is: 7), .init("people", "all", is: 5),
        .init("items", "all", "domain=example.net", is: 6),
        .init("people", "all", "domain=example.net", is: 5),
        .init("people", "all", "page=example.net/guide", is: 5),
        .init("items", "all", "domain=small.example", is: nil),
        .init("items", "all", "media=owned", is: 5),
        .init("items", "all", "media=unclassed", is: 2),
      ]),
    procedure: .people(LinkCounts.self))
}

/// Items and people of each segment, by period.
private struct LinkCounts: PeopleCounts {
  private struct Uses {
    var cut: LinkCut
    /// Of each period of the cut's kinds, one kind after the other.
    var counts: [(items: Int, people: Int)]
  }

  private var uses: [Uses] = []

  init(_ frame: Frame) {
    let found = LinkUses(frame)
    for cut in LinkCut.always {
      let rows = if case .media(let kind) = cut { found.byMedia[kind] ?? [] } else { found.all }
      uses.append(Uses(cut: cut, counts: frame.uses(rows, cut.kinds)))
    }
    for (domain, rows) in found.listed(found.byDomain, frame) {
      let cut = LinkCut.domain(domain)
      uses.append(Uses(cut: cut, counts: frame.uses(rows, cut.kinds)))
    }
    for (page, rows) in found.listed(found.byPage, frame) {
      let cut = LinkCut.page(page)
      uses.append(Uses(cut: cut, counts: frame.uses(rows, cut.kinds)))
    }
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    let calendar = figures.context.calendar
    for cut in LinkCut.always + LinkCut.listed(figures.segments(of: "people")) {
      var counts: [(items: Int, people: Int)] = []
      for place in cut.kinds.flatMap({ calendar.places($0, cut.segment) }) {
        let items = try figures.count("items", place.period, cut.segment)
        counts.append((items, try figures.count("people", place.period, cut.segment)))
      }
      uses.append(Uses(cut: cut, counts: counts))
    }
  }

  func findings(_ context: MeasureContext) -> Findings {
    var findings = Findings()
    let classes = MediaClasses(context.inputs.media)
    for use in uses { findings.add(use.cut, use.counts, context.calendar) }
    for cut in uses.map(\.cut) {
      findings.tie(cut, to: cut.kindsOfMedia(by: classes), context.calendar)
    }
    return findings
  }
}

extension Frame {
  /// Some rows by period: how many, and by how many people.
  fileprivate func uses(
    _ rows: [Int], _ kinds: [Period.Kind]
  ) -> [(items: Int, people: Int)] {
    kinds.flatMap { kind in
      var byPeriod = [[Int]](repeating: [], count: calendar.places(kind).count)
      let indexOfDay = calendar.indexOfDay(kind)
      for row in rows { byPeriod[Int(indexOfDay[Int(days[row])])].append(row) }
      return byPeriod.map { (items: $0.count, people: people($0)) }
    }
  }

  /// Distinct people who wrote some rows.
  func people(_ rows: [Int]) -> Int {
    Set(rows.lazy.filter { traits[$0].contains(.byPerson) }.map { items.authors[$0] }).count
  }
}

extension Findings {
  /// Items and people by period, and all that ties those people to others.
  fileprivate mutating func add(
    _ cut: LinkCut, _ counts: [(items: Int, people: Int)], _ calendar: WindowCalendar
  ) {
    let places = cut.kinds.flatMap { calendar.places($0, cut.segment) }
    let whole = cut.count == .linking ? PeopleCell.Count.contributors : .linking
    for (place, count) in zip(places, counts) {
      let cell = PeopleCell(cut.count, place.period)
      people[cell] = count.people
      rows.append(Finding("items", place, count.items))
      rows.append(Finding("people", place, people: count.people, as: cell))
      relations.append(.atMost([cell], [PeopleCell(whole, place.period)]))
    }
    relations += nesting(of: cut.count, in: calendar, cut.kinds)
    guard case .page(let page) = cut else { return }
    let domain = String(page.prefix { $0 != "/" })
    relations.append(
      .atMost([PeopleCell(cut.count, .all)], [PeopleCell(.linkingTo(domain), .all)]))
  }

  /// Every link is of some kind of media: whoever shares one is among those who share that kind.
  fileprivate mutating func tie(
    _ cut: LinkCut, to media: [String], _ calendar: WindowCalendar
  ) {
    guard !media.isEmpty else { return }
    for place in cut.kinds.flatMap({ calendar.places($0) }) {
      let kinds = media.map { PeopleCell(.linkingMedia($0), place.period) }
      let relation = LinearRelation.atMost([PeopleCell(cut.count, place.period)], kinds)
      // Two spellings of a name that read as one, with accents apart or not, may be of two kinds.
      if relation.holds(for: people) { relations.append(relation) }
    }
  }
}

/// Like ``nesting(of:in:)``, for some kinds of period only.
private func nesting(
  of count: PeopleCell.Count, in calendar: WindowCalendar, _ kinds: [Period.Kind]
) -> [LinearRelation] {
  zip(kinds, kinds.dropFirst()).flatMap { short, long in
    calendar.places(long).indices.flatMap { index -> [LinearRelation] in
      let whole = PeopleCell(count, calendar.places(long)[index].period)
      let parts = calendar.indexes(short, touching: long, at: index).map {
        PeopleCell(count, calendar.places(short)[$0].period)
      }
      return [.atMost([whole], parts)] + parts.map { .atMost([$0], [whole]) }
    }
  }
}
