/// Everything under `Content/consent/` that decides what is live: the ledger, the bytes of its
/// evidence, the notices and the people.
package struct ConsentBook: Sendable {
  package var ledger: ConsentLedger
  /// By name as in the ledger; a file that is not there has no entry.
  package var evidence: [String: [UInt8]]
  package var notices: [ConsentNotice]
  package var people: [ConsentPerson]

  package static let empty = ConsentBook(
    ledger: .empty, evidence: [:], notices: [], people: [])

  package init(
    ledger: ConsentLedger, evidence: [String: [UInt8]], notices: [ConsentNotice],
    people: [ConsentPerson]
  ) {
    self.ledger = ledger
    self.evidence = evidence
    self.notices = notices
    self.people = people
  }

  /// The version that counts: the newest.
  package var currentNotice: Int? { notices.map(\.version).max() }

  package func person(_ id: String) -> ConsentPerson? { people.first { $0.id == id } }

  /// Everybody the ledger or the people file tells of, by id.
  package var everyPerson: [String] {
    let subjects = ledger.events.map(\.subject).filter(\.isPerson).map(\.description)
    return Set(subjects + ledger.events.compactMap(\.person) + people.map(\.id)).sorted()
  }

  /// Subjects in the order in which they first come.
  package var subjects: [ConsentSubject] {
    var seen: Set<ConsentSubject> = []
    return ledger.events.map(\.subject).filter { seen.insert($0).inserted }
  }

  package func place(of subject: ConsentSubject) -> WebAddress? {
    ledger.events.first { $0.subject == subject && $0.place != nil }?.place
  }

  /// The name of the place of each community in the ledger; ids with one name are one place.
  var placeNames: [ConsentSubject: String] {
    Dictionary(
      ledger.events.compactMap { event in event.place.map { (event.subject, $0.placeName) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Every id under which a place came into the ledger, the first first.
  package func subjects(of place: WebAddress) -> [ConsentSubject] {
    let names = placeNames
    return subjects.filter { names[$0] == place.placeName }
  }
}
