package import Basics
internal import JSONText

/// Every event of the ledger, in order, read without a doubt: only a file without any fault becomes one.
package struct ConsentLedger: Sendable {
  package let events: [ConsentEvent]
  /// SHA-256 of the last line; zeros before there is one.
  package let lastDigest: String

  package static let empty = ConsentLedger(events: [], lastDigest: ConsentEvent.noPrevious)

  /// All that is wrong is reported at once, each with its line and column.
  package static func read(
    _ source: SourceText, head: String? = nil
  ) -> (ledger: ConsentLedger?, diagnostics: [Diagnostic]) {
    var reader = LedgerReader(source)
    reader.read()
    if let head { reader.check(head: head) }
    let isGood = !reader.diagnostics.hasErrors
    return (
      isGood ? ConsentLedger(events: reader.events, lastDigest: reader.lastDigest) : nil,
      reader.diagnostics
    )
  }
}

private struct LedgerReader {
  let source: SourceText
  var events: [ConsentEvent] = []
  var diagnostics: [Diagnostic] = []
  var lastDigest = ConsentEvent.noPrevious
  private var digests: Set<String> = [ConsentEvent.noPrevious]
  private var order = EventOrder()

  init(_ source: SourceText) {
    self.source = source
  }

  mutating func read() {
    var start = 0
    while start < source.bytes.count {
      guard let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        var findings = LineFindings(source, start..<source.bytes.count)
        findings.report(
          LinkDirectoryCodes.malformed, "the last line does not end: it was cut off",
          fix: "take the file from version control again")
        diagnostics += findings.diagnostics
        return
      }
      readLine(start..<end)
      start = end + 1
    }
  }

  /// What was written last must still be there.
  mutating func check(head: String) {
    if digests.contains(head) { return }
    diagnostics.append(
      Diagnostic(
        LinkDirectoryCodes.truncated,
        "the ledger does not hold the line that was written last (\(head.prefix(12))…)",
        at: SourceLocation(file: source.file, line: events.count + 1),
        fix: "take the file from version control again"))
  }

  private mutating func readLine(_ range: Range<Int>) {
    let bytes = Array(source.bytes[range])
    var findings = LineFindings(source, range)
    let digest = sha256Text(bytes)
    defer {
      lastDigest = digest
      digests.insert(digest)
    }
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONValue(parsing: bytes)
    } catch {
      findings.report(
        LinkDirectoryCodes.malformed, "not a line of the ledger: \(error.reason)",
        at: error.offset..<error.offset + 1)
      diagnostics += findings.diagnostics
      order.skipLine()
      return
    }
    guard let fields = value.object else {
      findings.report(
        LinkDirectoryCodes.malformed, "a line of the ledger is an object, not \(value.kindName)")
      diagnostics += findings.diagnostics
      order.skipLine()
      return
    }
    take(fields, bytes, findings)
  }

  private mutating func take(
    _ fields: [JSONField], _ bytes: [UInt8], _ empty: LineFindings
  ) {
    let (event, found) = EventReader.read(fields, empty)
    diagnostics += found
    guard let event else { return order.skipLine() }
    var findings = empty
    let written = LedgerFile.bytes(of: event)
    if written != bytes {
      let same = zip(written, bytes).prefix { $0 == $1 }.count
      findings.report(
        LinkDirectoryCodes.notCanonical, "the line is not as `meadow consent` writes it",
        at: same..<same + 1)
    }
    var reader = FieldReader(fields, findings)
    order.check(event, after: lastDigest, &reader)
    diagnostics += reader.findings.diagnostics
    events.append(event)
  }
}
