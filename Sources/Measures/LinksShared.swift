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
  private(set) var byDomain: [(name: String, rows: [Int])] = []
  private(set) var byPage: [(name: String, rows: [Int])] = []
  private(set) var byMedia: [String: [Int]] = [:]

  init(_ frame: Frame) {
    let links = frame.links
    let media = MediaClasses(frame.inputs.media)
    let kinds = links.links.map { media.kind(of: $0)?.rawValue ?? "unclassed" }
    let (domains, domainOfPage) = LinkUses.domains(of: links.links)
    byPage = links.links.map { ($0.page, []) }
    byDomain = domains.map { ($0, []) }
    var index = 0
    while index < links.rows.count {
      let row = Int(links.rows[index])
      let first = index
      while index < links.rows.count, links.rows[index] == row { index += 1 }
      guard frame.rows.contains(row), frame.traits[row].contains(.counted) else { continue }
      let pages = links.pages[first..<index].map { Int($0) }
      all.append(row)
      for page in pages { byPage[page].rows.append(row) }
      for domain in Set(pages.map { domainOfPage[$0] }) { byDomain[domain].rows.append(row) }
      for kind in Set(pages.map { kinds[$0] }) { byMedia[kind, default: []].append(row) }
    }
  }

  private static func domains(of links: [SharedLink]) -> ([String], [Int]) {
    var numbers: [String: Int] = [:]
    var domains: [String] = []
    let ofPage = links.map { link -> Int in
      if let number = numbers[link.domain] { return number }
      numbers[link.domain] = domains.count
      domains.append(link.domain)
      return domains.count - 1
    }
    return (domains, ofPage)
  }

  /// Those that enough people shared, of most people first.
  func listed(_ uses: [(name: String, rows: [Int])], _ frame: Frame) -> [(String, [Int])] {
    // So few items cannot be by enough people.
    let many = uses.filter { $0.rows.count >= frame.threshold }
    let counted = many.map { (name: $0.name, rows: $0.rows, people: frame.people($0.rows)) }
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
