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
    measure: measureLinksShared)
}

private let mostListed = 50

private func measureLinksShared(_ frame: Frame) -> Findings {
  let uses = LinkUses(frame)
  var findings = Findings()
  findings.add(
    uses.all, .all, as: .linking, [.quarter, .year, .all], frame)
  for kind in MediaAsset.Kind.allCases.map(\.rawValue) + ["unclassed"] {
    findings.add(
      uses.byMedia[kind] ?? [], Segment("media", kind), as: .linkingMedia(kind),
      [.quarter, .year, .all], frame)
  }
  for (domain, rows) in uses.listed(uses.byDomain, frame) {
    findings.add(
      rows, Segment("domain", domain), as: .linkingTo(domain), [.year, .all], frame)
  }
  for (page, rows) in uses.listed(uses.byPage, frame) {
    findings.add(rows, Segment("page", page), as: .linkingTo("page " + page), [.all], frame)
    let domain = String(page.prefix { $0 != "/" })
    findings.relations.append(
      .atMost(
        [PeopleCell(.linkingTo("page " + page), .all)], [PeopleCell(.linkingTo(domain), .all)]))
  }
  return findings
}

/// The rows that link to each domain, page and kind of media, in the order of time.
private struct LinkUses {
  private(set) var all: [Int] = []
  private(set) var byDomain: [String: [Int]] = [:]
  private(set) var byPage: [String: [Int]] = [:]
  private(set) var byMedia: [String: [Int]] = [:]

  init(_ frame: Frame) {
    let media = MediaClasses(frame.inputs.media)
    for row in frame.rows where frame.traits[row].contains(.counted) {
      let links = frame.links.links(ofRow: row)
      if links.isEmpty { continue }
      all.append(row)
      for domain in Set(links.map(\.domain)) { byDomain[domain, default: []].append(row) }
      for page in Set(links.map(\.page)) { byPage[page, default: []].append(row) }
      for kind in Set(links.map { media.kind(of: $0)?.rawValue ?? "unclassed" }) {
        byMedia[kind, default: []].append(row)
      }
    }
  }

  /// Those that enough people shared, of most people first.
  func listed(_ uses: [String: [Int]], _ frame: Frame) -> [(String, [Int])] {
    let counted = uses.map { (name: $0.key, rows: $0.value, people: frame.people($0.value)) }
    return counted.filter { $0.people >= frame.threshold }
      .sorted { ($1.people, $0.name) < ($0.people, $1.name) }
      .prefix(mostListed).map { ($0.name, $0.rows) }
  }
}

extension Frame {
  /// Distinct people who wrote some rows.
  fileprivate func people(_ rows: [Int]) -> Int {
    Set(rows.lazy.filter { traits[$0].contains(.byPerson) }.map { items.authors[$0] }).count
  }
}

extension Findings {
  /// Items and people by period, and all that ties those people to others.
  fileprivate mutating func add(
    _ uses: [Int], _ segment: Segment, as count: PeopleCell.Count, _ kinds: [Period.Kind],
    _ frame: Frame
  ) {
    for kind in kinds {
      let places = frame.calendar.places(kind, segment)
      var byPeriod = [[Int]](repeating: [], count: places.count)
      let indexOfDay = frame.calendar.indexOfDay(kind)
      for row in uses { byPeriod[Int(indexOfDay[Int(frame.days[row])])].append(row) }
      for (index, place) in places.enumerated() {
        let cell = PeopleCell(count, place.period)
        people[cell] = frame.people(byPeriod[index])
        rows.append(Finding("items", place, byPeriod[index].count))
        rows.append(Finding("people", place, people: people[cell] ?? 0, as: cell))
        let whole = count == .linking ? PeopleCell.Count.contributors : .linking
        relations.append(.atMost([cell], [PeopleCell(whole, place.period)]))
      }
    }
    relations += nesting(of: count, in: frame.calendar, kinds)
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
