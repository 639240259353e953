internal import Basics
internal import CommunityData

extension Metric {
  static let criticismStatus = Metric(
    id: .criticismStatus,
    title: "What became of criticism",
    definition: "How many criticisms of the ledger were heard, explained, changed or declined.",
    formula: """
      Entries of the site's ledger of criticism that name at least one item of the community, by their \
      status. Waiting time: from the day an entry was written down to the day of its answer, or to the \
      snapshot's end where it is only heard; the median where a segment has several, with a 95% interval that assumes no distribution from six \
      entries on. People concerned: \
      the distinct people with an account who wrote the items that an entry names.
      """,
    parts: [
      Part("entries", .entries, "Criticisms in the ledger"),
      Part("people", .people, "Different people who said it", people: true),
      Part("waiting", .seconds, "Time from hearing it to its answer, or so far", better: .down),
    ],
    segments: [
      Cut("entry=ID", "One criticism"), Cut("status=changed", "Something was changed"),
      Cut("status=declined", "Declined, with a reason"), Cut("status=explained", "Explained"),
      Cut("status=heard", "Heard, and not yet answered"),
    ],
    periods: [.all],
    source: "Ours: criticism is proof of interest and is never silenced",
    weaknesses: ["Counts what somebody wrote into the ledger, not all criticism there is."],
    needs: [],
    example: WorkedExample(
      until: "2018-01-31 00:00",
      [
        .init("t1", "ana", "2018-01-03 09:00", text: "The menu is ugly."),
        .init("t1", "ben", "2018-01-03 10:00", .reply, text: "So it is."),
        .init("t2", "ana", "2018-01-04 09:00", text: "Too slow."),
      ],
      with: MeasureInputs(criticism: [
        CriticismEntry(
          id: "menu", status: .explained, heard: CalendarDay(daysSinceEpoch: 17_536),
          answered: CalendarDay(daysSinceEpoch: 17_540),
          sources: [
            .init(community: "example", item: "i1"), .init(community: "example", item: "i2"),
          ]),
        CriticismEntry(
          id: "slow", status: .heard, heard: CalendarDay(daysSinceEpoch: 17_552),
          sources: [.init(community: "example", item: "i3")]),
      ]),
      gives: [
        .init("entries", is: 2), .init("people", is: 2),
        .init("entries", "all", "status=heard", is: 1),
        .init("entries", "all", "status=changed", is: 0),
        .init("people", "all", "entry=menu", is: 2),
        .init("waiting", "all", "entry=menu", is: 345_600),
        .init("waiting", "all", "status=heard", is: 864_000),
      ]),
    procedure: .people(CriticismCounts.self))
}

/// What is told of the whole ledger, of each status and of each entry.
private struct CriticismCounts: PeopleCounts {
  /// The entries that name an item of the community.
  private let entries: [(segment: Segment, status: CriticismEntry.Status)]
  private var told: [Segment: ToldCriticism] = [:]
  /// How many people wrote in the window.
  private let contributors: Int

  init(_ frame: Frame) {
    contributors = frame.people.firstRows.count { $0 >= 0 }
    let found = ledgerEntries(frame)
    entries = found.map { ($0.segment, $0.status) }
    told[.all] = ToldCriticism(found)
    for status in CriticismEntry.Status.allCases {
      told[status.segment] = ToldCriticism(found.filter { $0.status == status })
    }
    for entry in found { told[entry.segment] = ToldCriticism([entry]) }
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    contributors = figures.tally(.new).days.reduce(0, +)
    entries = figures.context.namedCriticism.map { ($0.entry.segment, $0.entry.status) }
    if entries.isEmpty { return }
    let statuses = CriticismEntry.Status.allCases.map(\.segment)
    for segment in [.all] + statuses + entries.map(\.segment) {
      told[segment] = ToldCriticism(
        entries: try figures.count("entries", .all, segment),
        people: try figures.count("people", .all, segment),
        waiting: try figures.row("waiting", .all, segment).outcome())
    }
  }

  func findings(_ context: MeasureContext) -> Findings {
    guard !entries.isEmpty else {
      return Findings(rows: Metric.criticismStatus.parts.map { Finding(nothingToldFor: $0.name) })
    }
    var findings = Findings()
    add(.all, to: &findings)
    let everybody = Segment.all.cell
    // The ledger may name items from outside the window, by people who wrote nothing in it.
    if let all = told[.all], all.people <= contributors {
      findings.tie(everybody, to: PeopleCell(.contributors, .all))
    }
    for status in CriticismEntry.Status.allCases {
      let ofStatus = entries.filter { $0.status == status }.map(\.segment)
      add(status.segment, to: &findings)
      findings.tie(status.segment.cell, to: everybody)
      for entry in ofStatus {
        add(entry, to: &findings)
        findings.tie(entry.cell, to: status.segment.cell)
      }
      findings.relations.append(.atMost([status.segment.cell], ofStatus.map(\.cell)))
    }
    let statuses = CriticismEntry.Status.allCases.map(\.segment.cell)
    findings.relations.append(.atMost([everybody], statuses))
    return findings
  }

  private func add(_ segment: Segment, to findings: inout Findings) {
    guard let told = told[segment] else { return }
    let place = Measurement.Place(period: .all, segment: segment, cutOff: [])
    findings.people[segment.cell] = told.people
    findings.rows += [
      Finding("entries", place, told.entries),
      Finding("people", place, people: told.people, as: segment.cell),
      Finding(part: "waiting", place: place, outcome: told.waiting),
    ]
  }
}

/// What is told of some entries.
private struct ToldCriticism {
  var entries: Int
  var people: Int
  var waiting: Finding.Outcome
}

extension ToldCriticism {
  fileprivate init(_ entries: [LedgerEntry]) {
    let median = Estimate(medianOf: entries.map(\.waiting).sorted())
    self.init(
      entries: entries.count,
      people: entries.reduce(into: Set<Int32>()) { $0.formUnion($1.people) }.count,
      waiting: median.map { .estimate($0) } ?? .undefined(.nothing))
  }
}

/// An entry as one community knows it.
private struct LedgerEntry {
  var segment: Segment
  var status: CriticismEntry.Status
  var waiting: Int
  /// Members who wrote its items.
  var people: Set<Int32>
}

private func ledgerEntries(_ frame: Frame) -> [LedgerEntry] {
  let mine = frame.context.namedCriticism
  let rows = frame.community.rows(ofItems: Set(mine.flatMap(\.items)))
  return mine.map { entry, items in
    let people = items.compactMap { rows[$0] }.filter { frame.traits[$0].contains(.byPerson) }
      .map { frame.items.authors[$0] }
    let begin = Int64(entry.heard.daysSinceEpoch) * 86_400 - frame.zoneOffset
    let answer = entry.answered.map { Int64($0.daysSinceEpoch) * 86_400 - frame.zoneOffset }
    return LedgerEntry(
      segment: entry.segment, status: entry.status,
      waiting: Int(max(0, (answer ?? frame.end) - begin)), people: Set(people))
  }
}

extension MeasureContext {
  /// The entries of the ledger that name items of the community, with these.
  fileprivate var namedCriticism: [(entry: CriticismEntry, items: [String])] {
    inputs.criticism.map { entry in
      (entry, entry.sources.filter { $0.community == community }.map(\.item))
    }.filter { !$0.items.isEmpty }
  }
}

extension CriticismEntry {
  fileprivate var segment: Segment { Segment("entry", id) }
}

extension CriticismEntry.Status {
  fileprivate var segment: Segment { Segment("status", rawValue) }
}

extension Findings {
  fileprivate mutating func tie(_ part: PeopleCell, to whole: PeopleCell) {
    relations.append(.atMost([part], [whole]))
  }
}

extension Segment {
  /// The count of the people whom the entries of a segment concern.
  fileprivate var cell: PeopleCell { PeopleCell(.concerned(description), .all) }
}

extension Community {
  /// The rows of some items by their ids; ids that are not there are left out.
  fileprivate func rows(ofItems ids: Set<String>) -> [String: Int] {
    let lengths = Set(ids.map(\.utf8.count))
    var rows: [String: Int] = [:]
    for (row, range) in items.ids.enumerated() where lengths.contains(Int(range.length)) {
      let id = text.string(range)
      if ids.contains(id) { rows[id] = row }
    }
    return rows
  }
}
