internal import Basics
internal import CommunityData

/// One import under way: takes what a format's reader finds, keeps the books, and passes it on to
/// the snapshot.
///
/// Each record of the export goes through exactly one of `keep`, `withhold` and `quarantine`.
struct ImportRun {
  let request: ImportRequest
  let input: ExportInput
  let limit: TimeLimit
  var tally = ImportTally()
  private let pseudonyms: Pseudonyms
  private var roster = MemberRoster()
  private(set) var writer: SnapshotWriter

  init(_ request: ImportRequest, input: ExportInput, writer: SnapshotWriter) {
    self.request = request
    self.input = input
    self.writer = writer
    pseudonyms = Pseudonyms(
      key: request.key, platform: writer.manifest.platform, origin: request.origin)
    limit = TimeLimit(collected: request.collected, lastDay: request.until)
  }

  /// Keeps an item, unless it lies outside the time that the snapshot tells of.
  mutating func keep(_ item: Item, from record: SourceRecord) {
    if limit.isAfterExport(item.published) {
      let reason = "it is dated after the export was made"
      quarantine(RecordFault(record, reason, detail: item.published.description))
    } else if limit.isAfterLastDay(item.published), let lastDay = request.until {
      withhold("published after \(lastDay)")
    } else {
      count()
      tally.widenWindow(to: item.published)
      roster.noteAuthor(item.attributedTo)
      for member in item.mentions { roster.noteMentioned(member) }
      writer.append(item)
    }
  }

  /// Counts a record left out on purpose.
  mutating func withhold(_ reason: String) {
    count()
    writer.withhold(reason: reason)
  }

  /// Sets a record aside with its bytes and place.
  mutating func quarantine(_ fault: RecordFault) {
    count()
    tally.note(fault)
    let record = fault.record
    writer.quarantine(
      QuarantinedRecord(
        file: record.file, line: record.line, column: record.column, reason: fault.text,
        bytes: record.bytes))
  }

  private mutating func count() {
    writer.countRead(1)
    input.meter.addRecord()
  }

  /// A time the snapshot may tell of; nil for one after its last day.
  func known(_ time: Timestamp?) -> Timestamp? {
    time.flatMap { limit.isAfterLastDay($0) || limit.isAfterExport($0) ? nil : $0 }
  }

  // MARK: Members and places

  /// The pseudonym of a handle, which is remembered until the members are written.
  mutating func memberID(of handle: String, alsoCalled name: String? = nil) -> String {
    let id = roster.id(of: handle) ?? pseudonyms.memberID(of: handle)
    roster.remember(handle, as: id)
    if let name { roster.remember(secondName: name, of: id) }
    return id
  }

  /// Notes what the platform itself tells of somebody; only those whom a kept item names are written.
  mutating func describe(_ handle: String, _ change: (inout Member) -> Void) {
    roster.describe(memberID(of: handle), change)
  }

  /// Corrects what the export can support, where only reading it shows that.
  mutating func correctMeasurable(_ change: (inout SnapshotManifest.Measurable) -> Void) {
    change(&writer.manifest.measurable)
  }

  /// Those whom a kept item names, by id, staff and bots as the request tells.
  func namedMembers() -> [NamedMember] { roster.named(request) }

  mutating func append(_ member: Member) { writer.append(member) }

  mutating func append(_ channel: Channel) { writer.append(channel) }

  mutating func append(_ credit: Attribution) { writer.append(credit) }
}
