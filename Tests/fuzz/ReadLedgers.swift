internal import Basics
internal import LinkDirectory
internal import TestSupport

/// The consent ledger: any bytes give events or findings, and only canonical lines give events.
///
/// A fuzzer never finds the digest of the line before, so it is written into each line here, unless
/// the first byte asks for the bytes as they are.
@_cdecl("LLVMFuzzerTestOneInput")
func readLedgers(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let body = Array(bytes.dropFirst())
  let isChained = (bytes.first ?? 0) & 1 == 0
  let ledger = isChained ? chained(body) : body
  let (read, findings) = ConsentLedger.read(SourceText(file: LedgerFile.path, bytes: ledger))
  precondition((read == nil) == findings.hasErrors, "no ledger without an error")
  for finding in findings { precondition(!finding.text.isEmpty && finding.location != nil) }
  if let read {
    let written = read.events.flatMap { LedgerFile.bytes(of: $0) + [UInt8(ascii: "\n")] }
    precondition(written == ledger, "what is read is written the same")
  }
  fold(ledger)
  _ = PeopleFile.read(SourceText(file: LedgerFile.people, bytes: body))
  return 0
}

private func fold(_ ledger: [UInt8]) {
  let disk = MemoryFileSystem()
  guard let path = try? SitePath(LedgerFile.path), (try? disk.write(ledger, to: path)) != nil
  else { return }
  let reading = readConsent(disk)
  guard let book = reading.book else { return }
  for day in [0, 20_000, 20_400, 40_000] {
    let moment = Timestamp(CalendarDay(daysSinceEpoch: day))
    guard let live = try? book.live(asOf: moment) else { continue }
    for grant in live.grants {
      precondition(!live.saysNo(grant.key.subject, grant.key.scope), "nobody says yes and no")
    }
    let ended = Set(live.ended.map { "\($0.key)" })
    precondition(live.grants.allSatisfy { !ended.contains("\($0.key)") }, "live or ended, not both")
  }
}

/// The lines with the digest of the line before them in the place of their own `prev`.
private func chained(_ bytes: [UInt8]) -> [UInt8] {
  let mark = Array("\"prev\":\"sha256:".utf8)
  var output: [UInt8] = []
  var digest = ConsentLedger.empty.lastDigest
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    var line = Array(line)
    if let place = line.indices.first(where: { line[$0...].starts(with: mark) }) {
      let from = place + mark.count
      let to = min(from + 64, line.count)
      line.replaceSubrange(from..<to, with: digest.utf8)
    }
    digest = sha256Text(line)
    output += line + [UInt8(ascii: "\n")]
  }
  return bytes.last == UInt8(ascii: "\n") ? Array(output.dropLast()) : output
}
