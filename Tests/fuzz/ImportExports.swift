internal import Basics
internal import CommunityData
internal import Foundation

/// What the fuzzer's bytes are taken for, by the environment variable `MEADOW_FUZZ`.
private enum FuzzedExport: String {
  case mail, xml, tsv, json
}

private let fuzzed =
  ProcessInfo.processInfo.environment["MEADOW_FUZZ"].flatMap(FuzzedExport.init) ?? .mail

/// The readers of exports: any bytes come out as records and faults, none lost, and never a crash.
///
/// Compiled into the module `Importers`, whose readers are nobody else's business.
@_cdecl("LLVMFuzzerTestOneInput")
func importExports(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // The first byte says in which pieces the file comes.
  let piece = 1 + Int(bytes.first ?? 0)
  let body = Array(bytes.dropFirst())
  do {
    switch fuzzed {
    case .mail: try readMail(body, piece)
    case .xml: try readXML(body, piece)
    case .tsv: try readTables(body, piece)
    case .json: try readJSON(body, piece)
    }
  } catch {
    precondition(!"\(error)".isEmpty)
  }
  return 0
}

private func stream(_ bytes: [UInt8], _ piece: Int) -> ByteStream {
  ByteStream(bytes, chunkSize: piece)
}

private func readMail(_ bytes: [UInt8], _ piece: Int) throws {
  var reader = MailboxReader(stream(bytes, piece), file: "a.mbox")
  let limit = TimeLimit(collected: Timestamp(secondsSinceEpoch: 2_000_000_000), lastDay: nil)
  var threads = MailThreads()
  var context = MailContext(lists: ChannelChoice([]))
  var mails: [MailMessage] = []
  var size = 0
  while let record = try reader.next() {
    switch record {
    case .fault(let fault): size += fault.record.bytes.count
    case .mail(let raw):
      size += raw.record.bytes.count
      guard let mail = try? MailMessage(raw, limit) else { continue }
      context.note(mail)
      threads.note(mail, sender: mail.sender?.address)
      let text = MailBody(mail.words ?? [], sender: mail.senderName).text
      _ = Minimisation.minimised(mail: text)
      mails.append(mail)
    }
  }
  let lead = bytes.prefix { $0 == 0x0A || $0 == 0x0D || $0 >= 0xBB }.count
  precondition(size <= bytes.count && size >= bytes.count - lead, "no byte of a mailbox is lost")
  let places = threads.places()
  for mail in mails {
    let key = mail.statedKey ?? mail.mark
    precondition(places.place(of: key).parent != key, "no mail answers itself")
  }
}

private func readXML(_ bytes: [UInt8], _ piece: Int) throws {
  let reading = FeedParser.read(CharacterSet.decoded(bytes).text)
  precondition(reading.entries.allSatisfy { !$0.nodes.contains { $0.name.isEmpty } })
  let result = Minimisation.minimised(html: bytes) { tag, _ in
    tag.name == "a" ? .profile : tag.name == "span" ? .person(nil) : .ordinary
  }
  let reduced = Array(result.text.utf8)
  precondition(!reduced.indices.contains { reduced.has("<script", at: $0) }, "no script is left")
  _ = HTMLText(bytes, leavingOutQuotes: true)
  _ = Mrkdwn(bytes) { _ in "" }
  var reader = try XMLRowReader(stream(bytes, piece), file: "a.xml", root: "posts")
  while let record = try reader.next() {
    if case .fault(let fault) = record { precondition(!fault.text.isEmpty) }
  }
}

private func readTables(_ bytes: [UInt8], _ piece: Int) throws {
  let (whole, syntax) = try DelimitedSyntax.recognised(in: stream(bytes, piece))
  var table = DelimitedReader(whole, file: "a.csv", columns: nil, syntax: syntax)
  table.decodesRows = true
  var columns: Int?
  while let record = try table.next() {
    guard case .row(let row) = record else { continue }
    precondition(columns ?? row.fields.count == row.fields.count, "all rows are alike")
    columns = row.fields.count
  }
  var lines = JSONLineReader(stream(bytes, piece), file: "2015-03-02.log")
  var nicks = IRCNicks()
  while let line = try lines.next() {
    guard case .record(let record, _) = line else { continue }
    _ = IRCLogName(String(decoding: record.bytes, as: UTF8.self))
    _ = WrittenTime.timestamp(record.bytes)
    guard case .said(let nick, let text)? = IRCLine(record.bytes)?.content else { continue }
    nicks.note(nick)
    for place in nicks.places(in: Array(text)) { precondition(!place.range.isEmpty) }
  }
}

/// A line where it lies and a copy of it are the same object, or have the same fault.
private func readLine(
  _ text: UnsafeBufferPointer<UInt8>, _ record: SourceRecord, _ number: Int,
  _ parser: inout SourceParser
) {
  let paths = JSONColumnPaths(.plain)
  var kept: [[UInt8]?] = []
  do throws(RecordFault) {
    let columns = JSONColumns(
      object: try parser.object(ofLine: text, at: number, of: record.file), paths: paths)
    for field in ColumnMap.Field.allCases {
      kept.append(try columns.withText(of: field) { text throws(RecordFault) in Array(text) })
    }
  } catch {
    kept = [Array(error.text.utf8), Masking.masked(error.record.bytes)]
  }
  precondition(kept.compactMap { $0 }.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
  if case .record(let object, _)? = try? parser.entry(of: .record(record, list: .none)) {
    _ = object.find(path: "a.b")
  }
}

private func readJSON(_ bytes: [UInt8], _ piece: Int) throws {
  var parser = SourceParser(knownNames: JSONColumnPaths(.plain).firstNames)
  var documents = JSONDocumentReader(stream(bytes, piece), file: "a.json", lists: ["items", "a.b"])
  while let piece = try documents.next() {
    if case .record(let object, _)? = try? parser.entry(of: piece) { _ = object.has("id") }
  }
  var lines = JSONLineReader(stream(bytes, piece), file: "a.ndjson")
  var wholeLines = JSONLineReader(stream(bytes, max(1, bytes.count)), file: "a.ndjson")
  while let piece = try wholeLines.next() {
    guard case .text(let text, let number)? = try lines.nextLine(),
      case .record(let record, _) = piece
    else { preconditionFailure("the same lines, in whatever pieces the file comes") }
    precondition(record.line == number && record.bytes.elementsEqual(text))
    readLine(text, record, number, &parser)
  }
  if try lines.nextLine() != nil { preconditionFailure("no line is left") }
  _ = try? JSONFeedReader.read(bytes)
}
