package import Basics

/// An event that is to be entered, with the bytes that prove it.
package struct ConsentEntry: Sendable {
  /// Without number, chain and evidence, which are its place in the ledger.
  package var event: ConsentEvent
  package var proof: Proof?
  /// The details of whoever spoke, where they were told.
  package var person: ConsentPerson?

  /// Captured bytes, and where and when they were captured.
  package struct Proof: Sendable {
    package var bytes: [UInt8]
    package var url: WebAddress?
    package var captured: Timestamp

    package init(bytes: [UInt8], url: WebAddress?, captured: Timestamp) {
      self.bytes = bytes
      self.url = url
      self.captured = captured
    }
  }

  package init(_ event: ConsentEvent, proof: Proof? = nil) {
    self.event = event
    self.proof = proof
  }
}

/// Why an event was not entered.
package enum EntryRefusal: Error {
  case findings([Diagnostic])
  case disk(FileError)
  /// It was entered, and the details of whoever spoke could not be kept.
  case details(ConsentEvent, FileError)
}

/// Enters an event: evidence first, then the whole line or nothing, each on the disk before the next.
///
/// Details of a person come last: what is interrupted before leaves an event whose speaker has no name,
/// of which `meadow consent verify` tells, and never a name that was kept without its event.
///
/// The caller holds the site's lock. What would not read back, or would not be live though it says
/// yes, is refused and nothing is written.
package func enter(
  _ entry: ConsentEntry, in fileSystem: any FileSystem
) throws(EntryRefusal) -> ConsentEvent {
  let reading = readConsent(fileSystem)
  guard let book = reading.book else { throw .findings(reading.diagnostics) }
  let event = placed(entry, behind: book.ledger)
  let line = LedgerFile.bytes(of: event) + [UInt8(ascii: "\n")]
  do {
    let path = try SitePath(LedgerFile.path)
    let old = try fileSystem.entry(at: path) == nil ? [] : try fileSystem.read(path)
    try check(event, entry, old + line, book)
    if let proof = entry.proof, let file = event.evidence?.file {
      try write(proof.bytes, to: "\(LedgerFile.folder)/\(file)", in: fileSystem)
    }
    if !book.ledger.events.isEmpty, try fileSystem.entry(at: SitePath(LedgerFile.head)) == nil {
      // The first entry was interrupted; two lines without a head would pass for a ledger that was cut.
      try writeHead(book.ledger.lastDigest, in: fileSystem)
    }
    try write(old + line, to: LedgerFile.path, in: fileSystem)
    try writeHead(sha256Text(line.dropLast()), in: fileSystem)
  } catch let refusal as EntryRefusal {
    throw refusal
  } catch let error as FileError {
    throw .disk(error)
  } catch {
    throw .disk(FileError("write", LedgerFile.path, reason: "\(error)"))
  }
  if let person = entry.person { try keep(person, of: event, beside: book.people, in: fileSystem) }
  return event
}

/// Names the last line of the ledger.
private func writeHead(_ digest: String, in fileSystem: any FileSystem) throws {
  try write(Array((digest + "\n").utf8), to: LedgerFile.head, in: fileSystem)
}

/// In place of what was known of them.
private func keep(
  _ person: ConsentPerson, of event: ConsentEvent, beside people: [ConsentPerson],
  in fileSystem: any FileSystem
) throws(EntryRefusal) {
  let others = people.filter { $0.id != person.id }
  do {
    try write(PeopleFile.bytes(of: others + [person]), to: LedgerFile.people, in: fileSystem)
  } catch let error as FileError {
    throw .details(event, error)
  } catch {
    throw .details(event, FileError("write", LedgerFile.people, reason: "\(error)"))
  }
}

private func placed(_ entry: ConsentEntry, behind ledger: ConsentLedger) -> ConsentEvent {
  var event = entry.event
  event.sequence = (ledger.events.last?.sequence ?? 0) + 1
  event.previous = ledger.lastDigest
  event.evidence = entry.proof.map { proof in
    EvidenceReference(
      url: proof.url, captured: proof.captured, sha256: sha256Text(proof.bytes),
      file: "evidence/\(event.sequence).txt")
  }
  return event
}

/// Reads the ledger as it will be, and asks it whether the yes holds.
private func check(
  _ event: ConsentEvent, _ entry: ConsentEntry, _ bytes: [UInt8], _ book: ConsentBook
) throws(EntryRefusal) {
  let reading = ConsentLedger.read(SourceText(file: LedgerFile.path, bytes: bytes))
  guard let ledger = reading.ledger else { throw .findings(reading.diagnostics) }
  guard event.kind.isYes else { return }
  var next = book
  next.ledger = ledger
  if let file = event.evidence?.file { next.evidence[file] = entry.proof?.bytes }
  let live: LiveConsent
  do throws(Diagnostic) {
    live = try next.live(asOf: event.at)
  } catch {
    throw .findings([error])
  }
  let fault = evidenceFault(of: event, entry.proof)
  // A resumption proves itself; what it lifts the suspension of may have ended meanwhile.
  if event.kind == .resume {
    if let fault { throw .findings([refusal(fault.description)]) }
    return
  }
  // An earlier yes that still holds proves nothing of this one.
  if let fault, let scope = event.scopes.first {
    throw .findings([refusal("`\(scope.rawValue)` would not hold: \(fault)")])
  }
  for key in event.keys where live.grant(key.subject, key.scope, item: key.item) == nil {
    let reason = live.ended.first { $0.key == key }?.reason.description ?? "it does not hold"
    throw .findings([refusal("`\(key.scope.rawValue)` would not hold: \(reason)")])
  }
}

private func evidenceFault(
  of event: ConsentEvent, _ proof: ConsentEntry.Proof?
) -> EvidenceFault? {
  do throws(EvidenceFault) {
    try event.evidence?.check(proof?.bytes, prove: event)
    return nil
  } catch {
    return error
  }
}

private func refusal(_ message: String) -> Diagnostic {
  Diagnostic(LinkDirectoryCodes.refused, message)
}

/// Whole or not at all, and on the disk, its name included.
private func write(
  _ bytes: [UInt8], to path: String, in fileSystem: any FileSystem
) throws {
  let path = try SitePath(path)
  try fileSystem.write(bytes, to: path)
  try fileSystem.synchronize(path.folder)
}
