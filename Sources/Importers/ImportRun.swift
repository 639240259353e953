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
  /// Places that kept items stand in.
  private var usedChannels = TextIndex()
  /// Addresses of items that were left out.
  var leftOut = LeftOutAddresses()

  init(_ request: ImportRequest, input: ExportInput, writer: SnapshotWriter) {
    self.request = request
    self.input = input
    self.writer = writer
    pseudonyms = Pseudonyms(
      key: request.key, platform: writer.manifest.platform, origin: request.origin)
    limit = TimeLimit(collected: request.collected, lastDay: request.until)
  }

  /// Keeps an item, unless it lies outside the time that the snapshot tells of.
  mutating func keep(_ item: Item, from record: @autoclosure () -> SourceRecord) {
    guard takes(item.published, from: record()) else { return }
    let item = withoutContacts(item)
    roster.noteAuthor(item.attributedTo)
    if let channel = item.channel { _ = usedChannels.add(channel) }
    for member in item.mentions { roster.noteMentioned(member) }
    writer.append(item)
  }

  /// The same for an item that was written as a line at once, with no address but one that
  /// `mayLink` allows, and without contacts in its ids and labels.
  mutating func keep(
    _ line: ItemLine, by author: Int?, mentions: [String],
    from record: @autoclosure () -> SourceRecord
  ) {
    guard takes(line.published, from: record()) else { return }
    if let author { roster.noteAuthor(author) }
    _ = line.withChannel { usedChannels.add($0) }
    for member in mentions { roster.noteMentioned(member) }
    writer.append(line)
  }

  /// Whether what was published then belongs into the snapshot; what does not is withheld or set aside.
  private mutating func takes(
    _ published: Timestamp, from record: @autoclosure () -> SourceRecord
  ) -> Bool {
    if published.secondsSinceEpoch < 0 {
      quarantine(RecordFault(record(), "it is dated before 1970", detail: published.description))
      return false
    }
    if limit.isAfterExport(published) {
      quarantine(RecordFault(record(), ImportRun.afterExport, detail: published.description))
      return false
    }
    if limit.isAfterLastDay(published), let lastDay = request.until {
      withhold("published after \(lastDay)")
      return false
    }
    count()
    tally.widenWindow(to: published)
    return true
  }

  static let afterExport = "it is dated after the export was made"

  /// Whether nothing else was wrong with any record than that the export's day is an earlier one.
  var isAllAfterExport: Bool { tally.onlyReason == ImportRun.afterExport }

  /// Counts a record left out on purpose.
  mutating func withhold(_ reason: String) {
    count()
    writer.withhold(reason: reason)
  }

  /// Sets a record aside with its place and its shape; what it says may hold anybody's name.
  mutating func quarantine(_ fault: RecordFault) {
    count()
    tally.note(fault)
    let record = fault.record
    writer.quarantine(
      QuarantinedRecord(
        file: Minimisation.minimised(label: record.file), line: record.line,
        column: record.column, reason: fault.maskedText, bytes: Masking.masked(record.bytes)))
  }

  private mutating func count() {
    writer.countRead(1)
    input.meter.addRecord()
  }

  /// A time the snapshot may tell of; nil for one after its last day.
  func known(_ time: Timestamp?) -> Timestamp? { limit.known(time) }

  // MARK: Members and places

  /// The pseudonym of a handle, which is remembered until the members are written.
  mutating func memberID(of handle: String, alsoCalled name: String? = nil) -> String {
    var handle = handle
    let number = handle.withUTF8 { member(of: $0) }
    if let name { roster.remember(secondName: name, of: number) }
    return roster.id(of: number)
  }

  /// The number in the roster of somebody by their handle.
  mutating func member(of handle: UnsafeBufferPointer<UInt8>) -> Int {
    roster.number(of: handle) ?? roster.remember(handle, as: pseudonyms.memberID(of: handle))
  }

  /// The pseudonym of a member by number.
  func memberID(_ number: Int) -> String { roster.id(of: number) }

  /// An id for a record that bears none: the same bytes of the same place get the same id.
  func madeID(of bytes: [UInt8]) -> String {
    "h-" + pseudonyms.memberID(of: bytes).dropFirst("m-".count)
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

  /// The names of the organisation's people that somebody has, and those that nobody has.
  var staff: (found: Set<String>, missing: [String]) { roster.resolved(request.staff) }

  /// Whether a kept item stands in a channel.
  func uses(_ channel: String) -> Bool {
    usedChannels.find(withoutContact(id: channel)) != nil
  }

  mutating func append(_ member: Member) { writer.append(member) }

  mutating func append(_ channel: Channel) {
    var channel = channel
    channel.id = withoutContact(id: channel.id)
    channel.parent = channel.parent.map { withoutContact(id: $0) }
    channel.name = Minimisation.minimised(label: channel.name)
    writer.append(channel)
  }

  mutating func append(_ credit: Attribution) { writer.append(credit) }
}
